package se.metodporten.desk;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Service;
import se.metodporten.audit.Audit;
import se.metodporten.certification.DueRefreshers;
import se.metodporten.certification.DueRefreshers.DueRefresher;
import se.metodporten.common.DomainException;
import se.metodporten.fact.Facts;
import se.metodporten.fact.NewFact;
import se.metodporten.training.OfferedDays;

/**
 * Refreshers that nobody could take: none was held between the day the window opened and the due day. Whoever follows up
 * (the coordinator, the process leader) extends all of them at once.
 */
@Service
public class NeverOffered {

    private static final int LONGEST_REASON = 500;
    private static final int MONTHS_EXTENDED = 12;

    @Inject
    private Guard guard;

    @Inject
    private DueRefreshers due;

    @Inject
    private OfferedDays offered;

    @Inject
    private Facts facts;

    @Inject
    private Audit audit;

    /** Those in the reader's places, by due day; never the reader's own. */
    public List<DueRefresher> list() {
        guard.requireAnywhere(Action.FOLLOW_UP);
        Long reader = guard.reader().personId();
        List<DueRefresher> all = due.below(guard.scope(Action.FOLLOW_UP));
        Map<String, NavigableSet<LocalDate>> days =
                offered.of(all.stream().map(DueRefresher::requirement).collect(Collectors.toSet()));
        return all.stream()
                .filter(one -> !Objects.equals(reader, one.personId()))
                .filter(one -> days.getOrDefault(one.requirement(), new TreeSet<>())
                        .subSet(one.windowOpens(), true, one.dueDay(), true)
                        .isEmpty())
                .toList();
    }

    /** Of the list those that an extension to that day would be for; the others have that long already. */
    public List<DueRefresher> wouldExtend(LocalDate newDueDay) {
        return list().stream().filter(one -> fits(one, newDueDay)).toList();
    }

    /**
     * Extends them, all or none.
     *
     * @param counted how many were shown: when others have come or gone meanwhile, one looks again
     * @return how many
     */
    public int extend(LocalDate newDueDay, String reason, int counted) {
        List<DueRefresher> some = wouldExtend(newDueDay);
        if (some.size() != counted) {
            throw new DomainException("common.refused.changedMeanwhile");
        }
        if (some.isEmpty()) {
            throw DomainException.at("newDueDay", "desk.refused.nobodyToExtend");
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw DomainException.at("reason", "certification.refused.noReason");
        }
        List<NewFact> extensions = new ArrayList<>();
        for (DueRefresher one : some) {
            extensions.add(NewFact.extension(
                    one.personId(),
                    one.appointmentId(),
                    one.requirement(),
                    one.windowOpens(),
                    newDueDay,
                    reason.strip()));
        }
        facts.append(extensions);
        for (DueRefresher one : some) {
            audit.done(
                    guard.reader().actor(),
                    "EXTEND",
                    "appointment:" + one.appointmentId(),
                    one.placeId(),
                    newDueDay.toString());
        }
        return some.size();
    }

    private static boolean fits(DueRefresher one, LocalDate newDueDay) {
        return newDueDay.isAfter(one.dueDay())
                && !newDueDay.isAfter(one.dueDay().plusMonths(MONTHS_EXTENDED));
    }
}

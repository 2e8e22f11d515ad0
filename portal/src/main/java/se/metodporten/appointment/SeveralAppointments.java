package se.metodporten.appointment;

import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Service;
import se.metodporten.common.DomainException;
import se.metodporten.fact.FactRecord;
import se.metodporten.fact.Facts;
import se.metodporten.role.Role;
import se.metodporten.role.RoleBook;
import se.metodporten.role.RoleVersion;

/** Appoints several people at once, all of them or nobody. What is shown before comes from the same judging. */
@Service
public class SeveralAppointments {

    @Inject
    private Guard guard;

    @Inject
    private RoleBook roles;

    @Inject
    private Facts facts;

    @Inject
    private Placing placing;

    @Inject
    private Judging judging;

    @Inject
    private Appointing appointing;

    /** @param row counts from 0 */
    public record Fault(int row, DomainException refusal) {}

    /** By person the last fact that was known: nobody appoints on what was something else. */
    public record Seen(Map<Long, Long> lastFacts) implements Serializable {
        public Seen {
            lastFacts = Map.copyOf(lastFacts);
        }
    }

    /**
     * @param beginnings those that can be made, in the order of the rows
     * @param faults of the other rows
     */
    public record Checked(Role role, List<Beginning> beginnings, List<Fault> faults, Seen seen) {}

    /**
     * Looks at all rows and writes nothing; in as many statements for many rows as for one.
     *
     * @throws DomainException about the form as a whole: the day, how many rows there are
     */
    public Checked check(Several several) {
        require(several);
        Role role = roles.role(several.roleId());
        List<Judged> judged = judging.of(role, several.from(), several.each());
        RoleVersion version = roles.on(several.roleId(), several.from());
        Map<Long, List<FactRecord>> standing = facts.standing(persons(judged));
        Map<Long, Set<String>> licences = new HashMap<>();
        List<Beginning> beginnings = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (int at = 0; at < judged.size(); at++) {
            Judged one = judged.get(at);
            if (one.refusal() == null) {
                long id = -1L - at;
                Set<String> known = licences.computeIfAbsent(
                        one.personId(), person -> Appointing.licences(standing.getOrDefault(person, List.of())));
                beginnings.add(new Beginning(
                        id,
                        one.personId(),
                        one.asked(),
                        one.employmentId(),
                        appointing.beside(one, id, version, known)));
            } else {
                faults.add(new Fault(at, one.refusal()));
            }
        }
        return new Checked(role, beginnings, faults, seen(judged, standing));
    }

    /**
     * @return the appointments' ids in the order of the rows; the same ones when the same form comes again
     * @throws DomainException beside the first row that cannot be made ({@code row-3} is the fourth); then none is
     */
    public List<Long> appoint(Several several, Seen seen) {
        require(several);
        Role role = roles.role(several.roleId());
        List<NewAppointment> each = several.each();
        new TreeSet<>(placing.became(each.stream().map(NewAppointment::personId).collect(Collectors.toSet()))
                        .values())
                .forEach(facts::lockPerson);
        Optional<Long> already = placing.madeBy(several.token(0));
        if (already.isPresent()) {
            return each.stream()
                    .map(one -> placing.madeBy(one.token()).orElseThrow())
                    .toList();
        }
        List<Judged> judged = judging.of(role, several.from(), each);
        refuse(judged);
        if (!seen(judged, facts.standing(persons(judged))).equals(seen)) {
            throw new DomainException("common.refused.changedMeanwhile");
        }
        RoleVersion version = roles.on(several.roleId(), several.from());
        return judged.stream().map(one -> appointing.write(one, role, version)).toList();
    }

    private void require(Several several) {
        guard.requireAll(
                Action.APPOINT,
                several.rows().stream().map(Several.Row::placeId).collect(Collectors.toSet()));
        if (several.rows().isEmpty()) {
            throw new DomainException("appointment.refused.nobody");
        }
        if (several.rows().size() > Several.MOST) {
            throw new DomainException("appointment.refused.tooMany", Several.MOST);
        }
        appointing.requireDay(several.from());
    }

    private static void refuse(List<Judged> judged) {
        for (int at = 0; at < judged.size(); at++) {
            DomainException refusal = judged.get(at).refusal();
            if (refusal != null) {
                throw DomainException.at("row-" + at, refusal.key(), refusal.arguments());
            }
        }
    }

    private static Seen seen(List<Judged> judged, Map<Long, List<FactRecord>> standing) {
        Map<Long, Long> last = new TreeMap<>();
        persons(judged)
                .forEach(person -> last.put(
                        person,
                        standing.getOrDefault(person, List.of()).stream()
                                .mapToLong(FactRecord::id)
                                .max()
                                .orElse(0)));
        return new Seen(last);
    }

    private static Collection<Long> persons(List<Judged> judged) {
        Set<Long> persons = new TreeSet<>();
        judged.forEach(one -> persons.add(one.personId()));
        return persons;
    }
}

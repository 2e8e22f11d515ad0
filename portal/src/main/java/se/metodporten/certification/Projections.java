package se.metodporten.certification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.metodporten.appointment.Beginning;
import se.metodporten.appointment.Plan;
import se.metodporten.certification.rules.Fact;
import se.metodporten.certification.rules.RecordedFact;
import se.metodporten.certification.rules.Standing;
import se.metodporten.certification.rules.StandingPeriod;
import se.metodporten.certification.rules.Timeline;
import se.metodporten.common.CountyTime;
import se.metodporten.fact.FactRecord;
import se.metodporten.role.Requirement;

/**
 * Standings as they would become if some sessions were attended: the same rules on the same facts and the assumed ones,
 * in memory only, never stored. The work is bounded by the people named. Not an entry point; asks no guard.
 */
@ApplicationScoped
public class Projections {

    /** People whose facts are read by one statement. */
    private static final int CHUNK = 500;

    @Inject
    private Dossiers dossiers;

    @Inject
    private Clock clock;

    /** A session that somebody is assumed to attend. @param personId after merges */
    public record AssumedSession(long personId, String trainingKind, int part, LocalDate day) {}

    /** A period of an appointment's timeline, as it would be. */
    public record ProjectedPeriod(
            long appointmentId,
            LocalDate from,
            LocalDate through,
            Standing standing,
            @Nullable LocalDate dueDay) {}

    /** Whole timelines of all appointments in that role of the people named, by the newest rules. */
    public List<ProjectedPeriod> of(String role, Collection<AssumedSession> sessions) {
        Map<Long, List<Fact>> assumed = new HashMap<>();
        for (AssumedSession session : sessions) {
            assumed.computeIfAbsent(session.personId(), person -> new ArrayList<>())
                    .add(new Fact.SessionAttended(session.trainingKind(), session.part(), session.day()));
        }
        List<Long> persons = assumed.keySet().stream().sorted().toList();
        List<ProjectedPeriod> projected = new ArrayList<>();
        if (persons.isEmpty()) {
            return projected;
        }
        RuleBook rules = dossiers.rules();
        for (int from = 0; from < persons.size(); from += CHUNK) {
            List<Long> some = persons.subList(from, Math.min(persons.size(), from + CHUNK));
            for (Dossier dossier : dossiers.inRole(role, some)) {
                add(projected, dossier, assumed.getOrDefault(dossier.appointee().personId(), List.of()), rules);
            }
        }
        return projected;
    }

    /**
     * An appointment before and after something is done.
     *
     * @param appointmentId {@link Plan#NOT_YET} of one that would begin; of a {@link Beginning} its own
     * @param personId after merges
     * @param before empty of one that would begin
     * @param requirements that count today
     */
    public record Projected(
            long appointmentId,
            long personId,
            long roleId,
            Timeline before,
            Timeline after,
            List<Requirement> requirements) {

        public boolean changes() {
            return !before.equals(after);
        }
    }

    /** All appointments of the person whom a plan is about, the one that would begin last. */
    public List<Projected> ifDone(Plan plan) {
        RuleBook rules = dossiers.rules();
        Map<Long, Timeline> before = new HashMap<>();
        dossiers.ofPerson(plan.personId())
                .forEach(dossier -> before.put(dossier.appointee().appointmentId(), dossier.timeline(rules)));
        return dossiers.ofPersonIf(plan).stream()
                .map(dossier -> projected(dossier, before, rules))
                .toList();
    }

    /** Those that would begin, in the order given; then all appointments that their people have. */
    public List<Projected> ifBegun(List<Beginning> beginnings) {
        RuleBook rules = dossiers.rules();
        List<Dossier> after = dossiers.ifBegun(beginnings, true).stream()
                .map(Dossiers.Begun::dossier)
                .toList();
        Map<Long, Timeline> before = new HashMap<>();
        dossiers.ofPersons(
                        beginnings.stream().map(Beginning::personId).distinct().toList())
                .forEach(dossier -> before.put(dossier.appointee().appointmentId(), dossier.timeline(rules)));
        return after.stream().map(dossier -> projected(dossier, before, rules)).toList();
    }

    /**
     * How an appointment that would begin would stand.
     *
     * @param requirements that would count on the day asked about, at the units served then
     * @param facts of the person that stand, the assumed ones among them
     */
    public record Outlook(
            Beginning beginning, Timeline timeline, List<Requirement> requirements, List<FactRecord> facts) {}

    /** By the beginning's id; facts are read by one statement for each {@value #CHUNK} people. */
    public Map<Long, Outlook> outlooks(List<Beginning> beginnings, LocalDate day) {
        RuleBook rules = dossiers.rules();
        Map<Long, Beginning> byId = new HashMap<>();
        beginnings.forEach(one -> byId.put(one.id(), one));
        Map<Long, Outlook> outlooks = new HashMap<>();
        for (int from = 0; from < beginnings.size(); from += CHUNK) {
            List<Beginning> some = beginnings.subList(from, Math.min(beginnings.size(), from + CHUNK));
            for (Dossiers.Begun begun : dossiers.ifBegun(some, false)) {
                Dossier dossier = begun.dossier();
                Beginning one =
                        Objects.requireNonNull(byId.get(dossier.appointee().appointmentId()));
                LocalDate first = one.asked().from();
                Set<String> kinds = dossier.unitKindsOn(day.isBefore(first) ? first : day);
                outlooks.put(
                        one.id(),
                        new Outlook(
                                one,
                                dossier.timeline(rules),
                                rules
                                        .requirements(one.asked().roleId(), first, day.isBefore(first) ? first : day)
                                        .stream()
                                        .filter(asked -> asked.askedAt(kinds))
                                        .toList(),
                                FactRecord.standing(begun.facts())));
            }
        }
        return outlooks;
    }

    private Projected projected(Dossier dossier, Map<Long, Timeline> before, RuleBook rules) {
        long id = dossier.appointee().appointmentId();
        long role = dossier.appointee().roleId();
        Timeline after = dossier.timeline(rules);
        LocalDate today = CountyTime.today(clock);
        LocalDate appointed =
                after.periods().isEmpty() ? today : after.periods().get(0).from();
        return new Projected(
                id,
                dossier.appointee().personId(),
                role,
                before.getOrDefault(id, new Timeline(List.of())),
                after,
                rules.requirements(role, appointed, today));
    }

    private static void add(List<ProjectedPeriod> projected, Dossier dossier, List<Fact> assumed, RuleBook rules) {
        List<RecordedFact> facts = new ArrayList<>(dossier.facts());
        for (Fact fact : assumed) {
            facts.add(RecordedFact.of(-1L - facts.size(), Instant.MAX, fact));
        }
        Timeline timeline = Timeline.of(rules.newest(dossier.appointee().roleId()), facts);
        for (StandingPeriod period : timeline.periods()) {
            projected.add(new ProjectedPeriod(
                    dossier.appointee().appointmentId(),
                    period.from(),
                    period.through(),
                    period.standing(),
                    period.dueDay()));
        }
    }
}

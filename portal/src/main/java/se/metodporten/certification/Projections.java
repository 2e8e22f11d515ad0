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
import org.jspecify.annotations.Nullable;
import se.metodporten.appointment.Plan;
import se.metodporten.certification.rules.Fact;
import se.metodporten.certification.rules.RecordedFact;
import se.metodporten.certification.rules.Standing;
import se.metodporten.certification.rules.StandingPeriod;
import se.metodporten.certification.rules.Timeline;
import se.metodporten.common.CountyTime;
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
     * @param appointmentId {@link Plan#NOT_YET} of one that would begin
     * @param before empty of one that would begin
     * @param requirements that count today
     */
    public record Projected(
            long appointmentId, long roleId, Timeline before, Timeline after, List<Requirement> requirements) {

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

    /** An appointment as it would be. @param personId after merges */
    public record SupposedTimeline(long appointmentId, long personId, long roleId, Timeline timeline) {}

    /** All appointments of some people, those that would begin among them. @param persons after merges, those supposed too */
    public List<SupposedTimeline> of(Supposed supposed, Collection<Long> persons) {
        RuleBook rules = dossiers.rules();
        List<Long> all = persons.stream().distinct().sorted().toList();
        List<SupposedTimeline> projected = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            for (Dossier dossier :
                    dossiers.ofPersonsIf(supposed, all.subList(from, Math.min(all.size(), from + CHUNK)))) {
                projected.add(new SupposedTimeline(
                        dossier.appointee().appointmentId(),
                        dossier.appointee().personId(),
                        dossier.appointee().roleId(),
                        dossier.timeline(rules)));
            }
        }
        return projected;
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

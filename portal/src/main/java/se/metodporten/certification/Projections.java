package se.metodporten.certification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.metodporten.certification.rules.Fact;
import se.metodporten.certification.rules.RecordedFact;
import se.metodporten.certification.rules.Standing;
import se.metodporten.certification.rules.StandingPeriod;
import se.metodporten.certification.rules.Timeline;

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

package se.metodporten.certification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.metodporten.certification.rules.Reason;
import se.metodporten.certification.rules.Timeline;
import se.metodporten.common.Bilingual;
import se.metodporten.fact.FactRecord;
import se.metodporten.role.Requirement;

/**
 * All that is to be told of an appointment's standing.
 *
 * @param today the day it is seen from
 * @param facts that count for it, those that still stand, by their days
 * @param names what the codes in them are called
 * @param changedAt the moments at which what was known of it changed, the latest first
 */
public record StandingCard(
        long appointmentId,
        Timeline timeline,
        LocalDate today,
        StandingNow now,
        List<Requirement> requirements,
        List<FactRecord> facts,
        Map<String, Bilingual> names,
        List<Instant> changedAt) {

    public StandingCard {
        requirements = List.copyOf(requirements);
        facts = List.copyOf(facts);
        names = Map.copyOf(names);
        changedAt = List.copyOf(changedAt);
    }

    /** @param reason null: done */
    public record Step(Requirement requirement, @Nullable Reason reason) {

        /** Whether there is something to do: it is missing, has run out, or is to be renewed. */
        public boolean left() {
            return reason != null
                    && reason.kind() != Reason.Kind.VALID_UNTIL
                    && reason.kind() != Reason.Kind.EXEMPT_UNTIL;
        }
    }

    /** What the role asks, in its order; a refresher that asks nothing yet is left out. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (Requirement requirement : requirements) {
            Reason reason = now.reasons().stream()
                    .filter(given -> requirement.code().equals(given.requirement()))
                    .findFirst()
                    .orElse(null);
            if (reason != null || requirement.kind() != Requirement.Kind.REFRESHER) {
                steps.add(new Step(requirement, reason));
            }
        }
        return steps;
    }
}

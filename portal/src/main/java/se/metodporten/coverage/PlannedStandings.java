package se.metodporten.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.spi.JsonProvider;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.metodporten.certification.Projections;
import se.metodporten.certification.Projections.ProjectedPeriod;
import se.metodporten.certification.rules.Standing;
import se.metodporten.training.PlannedSeats;

/**
 * What becomes of the standings if planned trainings are taken: everybody with a seat is assumed to attend. Computed anew
 * for each question, from the same rules as the standings themselves; the work is bounded by the seats that are taken.
 */
@ApplicationScoped
class PlannedStandings {

    private static final JsonProvider JSON = JsonProvider.provider();

    @Inject
    private PlannedSeats seats;

    @Inject
    private Projections projections;

    /** As {@link CoverageRows} reads them; null when nobody in the role has a seat. */
    @Nullable
    String of(String role, LocalDate today) {
        List<ProjectedPeriod> periods = projections.of(
                role,
                seats.ofAppointees(role, today).stream()
                        .map(seat ->
                                new Projections.AssumedSession(seat.personId(), seat.kind(), seat.part(), seat.day()))
                        .toList());
        if (periods.isEmpty()) {
            return null;
        }
        JsonArrayBuilder all = JSON.createArrayBuilder();
        for (ProjectedPeriod period : periods) {
            if (period.standing() != Standing.ENDED) {
                all.add(JSON.createArrayBuilder()
                        .add(period.appointmentId())
                        .add(period.from().toString())
                        .add(period.through().toString())
                        .add(period.standing().isCertified() ? 1 : 0));
            }
        }
        return all.build().toString();
    }
}

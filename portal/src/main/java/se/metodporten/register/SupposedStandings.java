package se.metodporten.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import se.metodporten.appointment.ServedUnits;
import se.metodporten.certification.Projections;
import se.metodporten.certification.Projections.SupposedTimeline;
import se.metodporten.certification.StandingNow;
import se.metodporten.certification.Supposed;
import se.metodporten.certification.rules.Standing;
import se.metodporten.certification.rules.StandingPeriod;
import se.metodporten.certification.rules.Timeline;
import se.metodporten.common.CountyTime;
import se.metodporten.common.RecordRows;
import se.metodporten.directory.Rows;
import se.metodporten.directory.Staging;

/** The standings that a plan would result in, of all appointments of the people whom it is about. */
@ApplicationScoped
class SupposedStandings {

    private static final int MONTHS_AHEAD = 12;
    private static final int SOME = 500;

    /**
     * @param appointmentId below zero: one that would begin
     * @param day as {@link StandingNow#day}
     * @param lapsesOn valid today: the first day within twelve months on which it no longer is
     */
    record Row(
            long appointmentId,
            long personId,
            long roleId,
            long placeId,
            Standing standing,
            @Nullable LocalDate day,
            int stepsLeft,
            @Nullable LocalDate lapsesOn) {}

    @Inject
    private Projections projections;

    @Inject
    private Clock clock;

    List<Row> of(Plan plan, LocalDate today) {
        Map<Long, Long> places = new HashMap<>();
        plan.begun().forEach(one -> places.put(one.id(), one.placeId()));
        List<Row> rows = new ArrayList<>();
        for (SupposedTimeline one : projections.of(supposed(plan), plan.persons())) {
            if (!one.timeline().periods().isEmpty()) {
                rows.add(row(one, Objects.requireNonNullElse(places.get(one.appointmentId()), 0L), today));
            }
        }
        return rows;
    }

    private Supposed supposed(Plan plan) {
        return new Supposed(
                plan.became(),
                plan.begun().stream().map(SupposedStandings::begun).toList(),
                PlannedFacts.of(plan, Map.of()),
                clock.instant());
    }

    private static Supposed.Begun begun(Plan.Begun one) {
        return new Supposed.Begun(
                one.id(),
                one.personId(),
                one.roleId(),
                one.employmentId(),
                one.units().stream()
                        .map(unit -> new ServedUnits.Span(one.id(), unit, one.from(), CountyTime.END_OF_DAYS))
                        .toList());
    }

    private static Row row(SupposedTimeline one, long placeId, LocalDate today) {
        StandingNow now = StandingNow.of(one.timeline(), today);
        return new Row(
                one.appointmentId(),
                one.personId(),
                one.roleId(),
                placeId,
                now.standing(),
                now.day(),
                now.stepsLeft(),
                lapsesOn(one.timeline(), now.standing(), today).orElse(null));
    }

    /** The first day after today, within twelve months, on which what is valid today has lapsed. */
    static Optional<LocalDate> lapsesOn(Timeline timeline, Standing now, LocalDate today) {
        if (now != Standing.CERTIFIED && now != Standing.REFRESHER_DUE) {
            return Optional.empty();
        }
        LocalDate last = today.plusMonths(MONTHS_AHEAD);
        return timeline.periods().stream()
                .filter(period -> period.standing() == Standing.LAPSED)
                .map(StandingPeriod::from)
                .filter(from -> from.isAfter(today) && !from.isAfter(last))
                .findFirst();
    }

    static Collection<Row> kept(Handle handle, long run) {
        return handle.createQuery("""
                        select appointment_id, person_id, role_id, if(appointment_id < 0, place_id, 0) place_id, standing, day,
                               steps_left, lapses_on
                        from import_standing where run_id = :run""")
                .bind("run", run)
                .map(RecordRows.of(Row.class))
                .list();
    }

    static void keep(Handle handle, long run, List<Row> rows) {
        Staging.remove(handle, "import_standing", run);
        for (int from = 0; from < rows.size(); from += SOME) {
            Rows into = new Rows(
                    "import_standing (run_id, appointment_id, person_id, role_id, place_id, standing, day, steps_left,"
                            + " lapses_on)",
                    9);
            for (Row row : rows.subList(from, Math.min(rows.size(), from + SOME))) {
                into.add(
                        run,
                        row.appointmentId,
                        row.personId,
                        row.roleId,
                        row.placeId,
                        row.standing.name(),
                        row.day,
                        row.stepsLeft,
                        row.lapsesOn);
            }
            into.insert(handle);
        }
        handle.createUpdate("""
                        update import_standing s join appointment a on a.id = s.appointment_id set s.place_id = a.place_id
                        where s.run_id = :run""").bind("run", run).execute();
    }
}

package se.metodporten.common.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import se.metodporten.appointment.Appointments;
import se.metodporten.appointment.NewAppointment;
import se.metodporten.common.Database;
import se.metodporten.coverage.CoveredCounty;
import se.metodporten.harness.As;
import se.metodporten.harness.Scenario;
import se.metodporten.training.Plan;
import se.metodporten.training.SessionTime;
import se.metodporten.training.SignUps;
import se.metodporten.training.Trainings;

/** A unit in which there is something of everything that the API tells of. */
@ApplicationScoped
public class ApiFixture {

    /** The ids of it all. */
    public record Unit(
            long unit,
            String name,
            long organisation,
            long district,
            long kind,
            long manager,
            long person,
            List<String> surnames,
            long appointment,
            long agreement,
            long training,
            long campaign) {}

    @Inject
    private Scenario scenario;

    @Inject
    private As as;

    @Inject
    private Appointments appointments;

    @Inject
    private Trainings trainings;

    @Inject
    private SignUps signUps;

    @Inject
    private CoveredCounty county;

    @Inject
    private Database database;

    public Unit in(String organisation) {
        long unit = scenario.unit(organisation);
        long manager = scenario.manager(unit);
        long person = scenario.employee(unit);
        long nurse = scenario.employee(unit);
        long appointment = as.person(
                manager,
                () -> appointments.appoint(new NewAppointment(
                        UUID.randomUUID().toString(),
                        person,
                        number("select id from role where code = 'method-supervisor'"),
                        unit,
                        Set.of(),
                        scenario.today(),
                        Set.of("routines-and-time"),
                        Set.of())));
        return new Unit(
                unit,
                text("select name from place_version where place_id = " + unit),
                number("select organisation_id from place_version where place_id = " + unit),
                number("select district_id from place_version where place_id = " + unit),
                number("select unit_kind_id from place_version where place_id = " + unit),
                manager,
                person,
                List.of(surname(person), surname(manager), surname(nurse)),
                appointment,
                number("select max(id) from agreement where appointment_id = " + appointment),
                training(unit, nurse),
                campaign(unit));
    }

    /** That reaches who works in the unit, and nobody else. */
    private long campaign(long unit) {
        return database.query(handle -> {
            handle.execute(
                    "insert into campaign (place_id, begins_on) values (?, ?)", scenario.county(), scenario.today());
            long id = number("select max(id) from campaign");
            handle.execute("""
                    insert into campaign_version (campaign_id, title, why, task, code, last_day, all_staff, known_from,
                                                  recorded_by)
                    values (?, 'Byte', 'Nytt system.', 'COURSE', 'visam-grunderna', ?, true, '2020-01-01', 'system:test')""", id, scenario.today().plusDays(90));
            handle.execute(
                    "insert into campaign_place (version_id, place_id) select max(id), ? from campaign_version", unit);
            return id;
        });
    }

    /** Of somebody who is not appointed: a seat of who is would change the plans of the whole county. */
    private long training(long unit, long nurse) {
        long instructor = scenario.employee(unit);
        county.appointed(instructor, CoveredCounty.INSTRUCTOR, unit, Scenario.FIRST_DAY);
        return as.person(instructor, () -> {
            long id = trainings.schedule(new Plan(
                    "unit-refresher",
                    unit,
                    "",
                    "Rum 1",
                    "https://video.example.se/rum",
                    8,
                    List.of(new SessionTime(scenario.today().plusDays(20), LocalTime.of(9, 0), LocalTime.of(12, 0)))));
            signUps.signUp(id, List.of(nurse));
            return id;
        });
    }

    private String surname(long person) {
        return text("select family_name from person where id = " + person);
    }

    private String text(String sql) {
        return database.query(
                handle -> handle.createQuery(sql).mapTo(String.class).one());
    }

    private long number(String sql) {
        return database.query(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}

package se.metodporten.training;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.metodporten.access.Office;
import se.metodporten.appointment.Appointments;
import se.metodporten.appointment.NewAppointment;
import se.metodporten.fact.FactKind;
import se.metodporten.fact.FactRecord;
import se.metodporten.fact.Facts;
import se.metodporten.harness.InPortal;
import se.metodporten.harness.InTransaction;
import se.metodporten.person.People;
import se.metodporten.role.Role;
import se.metodporten.role.RoleBook;

/** Sign-ups and attendance of two rows that are one person. */
class MergedIT extends InPortal {

    @Inject
    private Trainings trainings;

    @Inject
    private SignUps signUps;

    @Inject
    private Attendance attendance;

    @Inject
    private Appointments appointments;

    @Inject
    private RoleBook roles;

    @Inject
    private People people;

    @Inject
    private Facts facts;

    @Inject
    private InTransaction transaction;

    private long unit;
    private long instructor;
    private long leaving;
    private long staying;

    @BeforeEach
    void an_instructor_and_someone_who_is_there_twice() {
        unit = scenario.unit("hallefors");
        instructor = scenario.employee(unit);
        Role role = roles.roles().stream()
                .filter(one -> one.code().equals("instructor"))
                .findFirst()
                .orElseThrow();
        NewAppointment asked = new NewAppointment(
                UUID.randomUUID().toString(),
                instructor,
                role.id(),
                unit,
                Set.of(),
                scenario.today(),
                Set.of(),
                Set.of("nurse"));
        as.person(scenario.manager(unit), () -> appointments.appoint(asked));
        leaving = scenario.employee(unit);
        staying = scenario.employee(unit);
    }

    @Test
    void a_sign_up_follows() {
        long training = training(8, 7);
        as.person(leaving, () -> signUps.signMeUp(training));

        merge();

        assertThat(stateOf(training, staying)).isEqualTo(SignUpState.SIGNED_UP);
        assertThat(seated(training)).containsExactly(staying);
    }

    @ParameterizedTest
    @CsvSource({
        "SIGNED_UP, SIGNED_UP, SIGNED_UP",
        "SIGNED_UP, WAITING, SIGNED_UP",
        "WAITING, SIGNED_UP, SIGNED_UP",
        "WAITING, WAITING, WAITING",
        "CANCELLED, WAITING, WAITING",
        "WAITING, CANCELLED, WAITING",
        "CANCELLED, CANCELLED, CANCELLED"
    })
    void of_two_sign_ups_for_one_training_the_better_is_kept(SignUpState left, SignUpState stayed, SignUpState kept) {
        long training = training(1, 7);
        signedUp(training, leaving, left);
        signedUp(training, staying, stayed);

        merge();

        assertThat(stateOf(training, staying)).isEqualTo(kept);
        assertThat(stateOf(training, leaving)).isEqualTo(SignUpState.CANCELLED);
    }

    @Test
    void the_seat_too_many_goes_to_the_first_who_waits_and_is_told() {
        long training = training(2, 7);
        long waits = scenario.employee(unit);
        for (long person : List.of(leaving, staying, waits)) {
            as.person(person, () -> signUps.signMeUp(training));
        }

        merge();

        assertThat(seated(training)).containsExactlyInAnyOrder(staying, waits);
        assertThat(mails(waits)).isEqualTo(2);
    }

    @Test
    void attendance_follows_and_can_still_be_corrected() {
        long training = training(8, 0);
        as.person(leaving, () -> signUps.signMeUp(training));
        mark(training, Map.of(leaving, true));

        merge();

        assertThat(attended()).hasSize(1);
        mark(training, Map.of(staying, false));
        assertThat(attended()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true"})
    void marked_twice_at_one_session_the_person_was_there_once(boolean left, boolean stayed) {
        long training = training(8, 0);
        as.person(leaving, () -> signUps.signMeUp(training));
        as.person(staying, () -> signUps.signMeUp(training));
        mark(training, Map.of(leaving, left, staying, stayed));

        merge();

        assertThat(attended()).hasSize(1);
        assertThat(as.person(instructor, () -> trainings.read(training))
                        .sessions()
                        .get(0)
                        .attended())
                .isEqualTo(1);
        mark(training, Map.of(staying, false));
        assertThat(attended()).isEmpty();
    }

    @Test
    void whom_somebody_leads_for_follows_too() {
        long training = training(8, 0);
        as.person(leaving, () -> signUps.signMeUp(training));
        long twin = scenario.employee(unit);

        as.person(administrator(), () -> people.merge(instructor, twin));

        assertThat(as.person(twin, trainings::unmarked))
                .extracting(UnmarkedSession::trainingId)
                .containsExactly(training);
    }

    private void merge() {
        as.person(administrator(), () -> people.merge(leaving, staying));
    }

    private long administrator() {
        return scenario.official(Office.SYSTEM_ADMINISTRATOR, scenario.county());
    }

    private long training(int seats, int inDays) {
        SessionTime session =
                new SessionTime(scenario.today().plusDays(inDays), LocalTime.of(9, 0), LocalTime.of(12, 0));
        Plan plan = new Plan("unit-refresher", unit, "", "Rum 1", "", seats, List.of(session));
        return as.person(instructor, () -> trainings.schedule(plan));
    }

    private void signedUp(long training, long person, SignUpState state) {
        database.execute(handle -> handle.createUpdate("""
                        insert into sign_up (training_id, person_id, state, signed_up_at)
                        values (:training, :person, :state, '2026-01-01')""")
                .bind("training", training)
                .bind("person", person)
                .bind("state", state)
                .execute());
    }

    private void mark(long training, Map<Long, Boolean> present) {
        long session = database.query(
                handle -> handle.createQuery("select id from training_session where training_id = :training")
                        .bind("training", training)
                        .mapTo(long.class)
                        .one());
        as.person(instructor, () -> attendance.mark(training, session, present));
    }

    private List<FactRecord> attended() {
        return transaction.answer(() -> facts.standing(staying)).stream()
                .filter(fact -> fact.kind() == FactKind.SESSION_ATTENDED)
                .toList();
    }

    private @Nullable SignUpState stateOf(long training, long person) {
        return database.query(handle -> handle.createQuery(
                                "select state from sign_up where training_id = :training and person_id = :person")
                        .bind("training", training)
                        .bind("person", person)
                        .mapTo(SignUpState.class)
                        .findOne())
                .orElse(SignUpState.CANCELLED);
    }

    private List<Long> seated(long training) {
        return database.query(handle -> handle.createQuery(
                        "select person_id from sign_up where training_id = :training and state = 'SIGNED_UP'")
                .bind("training", training)
                .mapTo(Long.class)
                .list());
    }

    private int mails(long person) {
        return database.query(handle -> handle.createQuery("select count(*) from mail where person_id = :person")
                .bind("person", person)
                .mapTo(int.class)
                .one());
    }
}

package se.metodporten.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.metodporten.access.AccessDenied;
import se.metodporten.access.Office;
import se.metodporten.appointment.Appointments;
import se.metodporten.appointment.NewAppointment;
import se.metodporten.common.DomainException;
import se.metodporten.common.Paging;
import se.metodporten.coverage.CoveredCounty;
import se.metodporten.harness.InPortal;
import se.metodporten.harness.Scenario;
import se.metodporten.role.RoleBook;
import se.metodporten.role.TrainingKind;

class TrainingIT extends InPortal {

    private static final String UNIT_KIND = "unit-refresher";
    private static final String TWO_SESSIONS = "unit-nurse-workshop";
    private static final String CHANGE_KIND = "system-change";
    private static final String COUNTY_KIND = "introduction-meeting";
    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final LocalTime NOON = LocalTime.of(12, 0);

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
    private CoveredCounty county;

    @Resource
    private ManagedExecutorService threads;

    private long unit;
    private long instructor;
    private long nurse;

    @BeforeEach
    void a_unit_with_an_instructor_and_a_nurse() {
        unit = scenario.unit("hallefors");
        instructor = instructorOf(unit);
        nurse = scenario.employee(unit);
    }

    @Test
    void an_instructor_schedules_in_the_own_unit() {
        LocalDate day = scenario.today().plusDays(7);
        long id = schedule(plan(UNIT_KIND, 8, session(day)));

        TrainingView view = as.person(nurse, () -> trainings.read(id));
        assertThat(view.head().placeId()).isEqualTo(unit);
        assertThat(view.head().title()).isEqualTo("Repetition för enhetens sjuksköterskor");
        assertThat(view.sessions())
                .extracting(TrainingView.SessionView::day, TrainingView.SessionView::starts)
                .containsExactly(tuple(day, NINE));
        assertThat(view.mayRun()).isFalse();
        assertThat(view.people()).isEmpty();
        assertThat(as.person(instructor, () -> trainings.read(id)).mayRun()).isTrue();
    }

    @Test
    void the_sessions_of_a_training_are_its_parts_in_order() {
        LocalDate day = scenario.today().plusDays(7);
        long id = schedule(plan(TWO_SESSIONS, 8, session(day), session(day.plusDays(1))));

        assertThat(as.person(nurse, () -> trainings.read(id)).sessions())
                .extracting(TrainingView.SessionView::part, TrainingView.SessionView::day)
                .containsExactly(tuple(1, day), tuple(2, day.plusDays(1)));
    }

    @Test
    void nobody_schedules_where_they_do_not_lead() {
        long elsewhere = scenario.unit("hallefors");
        LocalDate day = scenario.today();

        denied(instructor, () -> trainings.schedule(planIn(elsewhere, UNIT_KIND, day)));
        denied(instructor, () -> trainings.schedule(planIn(unit, COUNTY_KIND, day)));
        denied(nurse, () -> trainings.schedule(planIn(unit, UNIT_KIND, day)));
        denied(scenario.manager(unit), () -> trainings.schedule(planIn(unit, UNIT_KIND, day)));
        denied(administrator(), () -> trainings.schedule(planIn(unit, UNIT_KIND, day)));
        refusedAt("kind", () -> schedule(planIn(unit, "no-such-kind", day)));
    }

    @Test
    void a_training_administrator_schedules_for_the_county() {
        long administrator = administrator();
        long id = as.person(
                administrator,
                () -> trainings.schedule(
                        planIn(unit, COUNTY_KIND, scenario.today().plusDays(3))));

        assertThat(as.person(nurse, () -> trainings.read(id)).head().placeId()).isEqualTo(scenario.county());
        assertThat(as.person(administrator, trainings::kindsToSchedule))
                .isNotEmpty()
                .allMatch(kind -> kind.arranger() == TrainingKind.Arranger.COUNTY);
        assertThat(as.person(instructor, trainings::kindsToSchedule))
                .isNotEmpty()
                .allMatch(kind -> kind.arranger() == TrainingKind.Arranger.UNIT);
        assertThat(as.person(instructor, () -> trainings.unitsToSchedule(kind(UNIT_KIND))))
                .extracting(TrainingPlace::id)
                .containsExactly(unit);
    }

    @Test
    void a_method_supervisor_holds_trainings_at_a_change_where_they_serve_and_no_others() {
        long supervisor = scenario.employee(unit);
        county.appointed(supervisor, CoveredCounty.SUPERVISOR, unit, Scenario.FIRST_DAY);
        long id = as.person(supervisor, () -> trainings.schedule(planIn(unit, CHANGE_KIND, scenario.today())));

        as.person(supervisor, () -> {
            assertThat(trainings.kindsToSchedule())
                    .extracting(TrainingKind::code)
                    .containsExactly(CHANGE_KIND);
            assertThat(trainings.unitsToSchedule(kind(CHANGE_KIND)))
                    .extracting(TrainingPlace::id)
                    .containsExactly(unit);
            signUps.signUp(id, List.of(nurse));
            attendance.mark(id, trainings.read(id).sessions().get(0).id(), Map.of(nurse, true));
        });
        denied(supervisor, () -> trainings.schedule(planIn(unit, UNIT_KIND, scenario.today())));
        denied(supervisor, () -> trainings.schedule(planIn(scenario.unit("hallefors"), CHANGE_KIND, scenario.today())));
        denied(nurse, () -> trainings.schedule(planIn(unit, CHANGE_KIND, scenario.today())));
        long byInstructor = as.person(instructor, () -> trainings.schedule(planIn(unit, UNIT_KIND, scenario.today())));
        denied(supervisor, () -> signUps.signUp(byInstructor, List.of(nurse)));
        assertThat(as.person(instructor, () -> trainings.read(id)).mayRun()).isTrue();
    }

    static Stream<Arguments> wrongPlans() {
        LocalDate day = LocalDate.of(2026, 3, 2);
        SessionTime morning = new SessionTime(day, NINE, NOON);
        return Stream.of(
                Arguments.of("seats", one(0, "Rum 1", "", morning)),
                Arguments.of("seats", one(-1, "Rum 1", "", morning)),
                Arguments.of("seats", one(Plan.MOST_SEATS + 1, "Rum 1", "", morning)),
                Arguments.of("venue", one(8, " ", " ", morning)),
                Arguments.of("link", one(8, "", "javascript:alert(1)", morning)),
                Arguments.of("link", one(8, "", "http://example.se/", morning)),
                Arguments.of("link", one(8, "", "https:///rum", morning)),
                Arguments.of("link", one(8, "", "inte en adress", morning)),
                Arguments.of("title", new Plan(UNIT_KIND, 0, "x".repeat(201), "Rum 1", "", 8, List.of(morning))),
                Arguments.of("kind", one(8, "Rum 1", "")),
                Arguments.of("kind", one(8, "Rum 1", "", morning, morning)),
                Arguments.of("ends1", one(8, "Rum 1", "", new SessionTime(day, NINE, NINE))),
                Arguments.of("ends1", one(8, "Rum 1", "", new SessionTime(day, NOON, NINE))),
                Arguments.of("ends1", one(8, "Rum 1", "", new SessionTime(day, NINE, NINE.plusMinutes(119)))),
                Arguments.of("day1", one(8, "Rum 1", "", new SessionTime(LocalDate.of(1899, 12, 31), NINE, NOON))),
                Arguments.of("day1", one(8, "Rum 1", "", new SessionTime(LocalDate.of(9999, 1, 1), NINE, NOON))),
                Arguments.of("day2", two(morning, new SessionTime(day.minusDays(1), NINE, NOON))),
                Arguments.of("day2", two(morning, new SessionTime(day, NOON.minusMinutes(1), NOON.plusHours(1)))),
                Arguments.of(
                        "ends2",
                        two(
                                new SessionTime(day, NINE, NINE.plusMinutes(90)),
                                new SessionTime(day.plusDays(1), NINE, NINE.plusMinutes(89)))));
    }

    @ParameterizedTest
    @MethodSource("wrongPlans")
    void a_plan_is_refused_at_the_field_that_is_wrong(String field, Plan wrong) {
        refusedAt(field, () -> schedule(wrong.at(unit)));
    }

    @Test
    void who_comes_when_the_seats_are_taken_waits_and_gets_the_next_that_is_free() {
        long id = schedule(plan(UNIT_KIND, 1, session(scenario.today().plusDays(7))));
        long second = scenario.employee(unit);
        long third = scenario.employee(unit);

        assertThat(as.person(nurse, () -> signUps.signMeUp(id))).isEqualTo(new SignUps.Outcome(1, 0));
        assertThat(as.person(instructor, () -> signUps.signUp(id, List.of(third, second))))
                .isEqualTo(new SignUps.Outcome(0, 2));
        assertThat(stateOf(second, id)).isEqualTo(SignUpState.WAITING);

        as.person(nurse, () -> signUps.cancelMine(id));

        assertThat(stateOf(nurse, id)).isNull();
        assertThat(stateOf(third, id)).isEqualTo(SignUpState.SIGNED_UP);
        assertThat(stateOf(second, id)).isEqualTo(SignUpState.WAITING);
        assertThat(mails(third, "/training/training.xhtml?id=" + id)).isEqualTo(2);

        as.person(instructor, () -> signUps.cancel(id, third));
        assertThat(stateOf(second, id)).isEqualTo(SignUpState.SIGNED_UP);
    }

    @Test
    void one_who_waits_and_changes_their_mind_frees_no_seat() {
        long id = schedule(plan(UNIT_KIND, 1, session(scenario.today().plusDays(7))));
        long second = scenario.employee(unit);
        long third = scenario.employee(unit);
        as.person(instructor, () -> signUps.signUp(id, List.of(nurse, second, third)));

        as.person(second, () -> signUps.cancelMine(id));

        assertThat(stateOf(third, id)).isEqualTo(SignUpState.WAITING);
        as.person(second, () -> signUps.signMeUp(id));
        as.person(nurse, () -> signUps.cancelMine(id));
        assertThat(stateOf(third, id)).isEqualTo(SignUpState.SIGNED_UP);
        assertThat(stateOf(second, id)).isEqualTo(SignUpState.WAITING);
    }

    @Test
    void signing_up_again_changes_nothing() {
        long id = schedule(plan(UNIT_KIND, 1, session(scenario.today().plusDays(7))));
        as.person(nurse, () -> signUps.signMeUp(id));

        assertThat(as.person(nurse, () -> signUps.signMeUp(id))).isEqualTo(new SignUps.Outcome(0, 0));

        assertThat(stateOf(nurse, id)).isEqualTo(SignUpState.SIGNED_UP);
        assertThat(mails(nurse, "/training/training.xhtml?id=" + id)).isEqualTo(1);
    }

    @Test
    void a_leader_signs_up_nobody_of_another_unit() {
        long id = schedule(plan(UNIT_KIND, 8, session(scenario.today().plusDays(7))));
        long stranger = scenario.employee(scenario.unit("hallefors"));

        denied(instructor, () -> signUps.signUp(id, List.of(nurse, stranger)));

        assertThat(stateOf(nurse, id)).isNull();
        assertThat(as.person(instructor, () -> signUps.candidates(id, "")))
                .extracting(Candidate::personId)
                .contains(nurse)
                .doesNotContain(stranger);
        refusedAt("people", () -> as.person(instructor, () -> signUps.signUp(id, List.of())));
    }

    @Test
    void one_with_protected_identity_is_not_among_those_to_choose_from() {
        long id = schedule(plan(UNIT_KIND, 8, session(scenario.today().plusDays(7))));
        long hidden = scenario.protectedEmployee(unit);

        assertThat(as.person(instructor, () -> signUps.candidates(id, "")))
                .extracting(Candidate::personId)
                .doesNotContain(hidden);
        as.person(hidden, () -> signUps.signMeUp(id));
        assertThat(as.person(instructor, () -> trainings.read(id)).people())
                .singleElement()
                .returns(null, TrainingView.Participant::name);
    }

    @Test
    void two_who_want_the_last_seat_get_one() throws Exception {
        long second = scenario.employee(unit);
        for (int i = 0; i < 5; i++) {
            long id = schedule(plan(UNIT_KIND, 1, session(scenario.today().plusDays(7))));
            CyclicBarrier together = new CyclicBarrier(2);
            Future<SignUps.Outcome> one = signUpTogether(together, nurse, id);
            Future<SignUps.Outcome> other = signUpTogether(together, second, id);

            assertThat(List.of(one.get(), other.get()))
                    .containsExactlyInAnyOrder(new SignUps.Outcome(1, 0), new SignUps.Outcome(0, 1));
        }
    }

    @Test
    void the_list_shows_the_countys_trainings_and_those_of_the_own_unit() {
        LocalDate day = scenario.today().plusDays(7);
        long own = schedule(plan(UNIT_KIND, 8, session(day)));
        long neighbour = scenario.unit("hallefors");
        long theirs = as.person(instructorOf(neighbour), () -> trainings.schedule(planIn(neighbour, UNIT_KIND, day)));
        long countys = as.person(administrator(), () -> trainings.schedule(planIn(unit, COUNTY_KIND, day)));

        assertThat(listed(nurse, UNIT_KIND)).contains(own).doesNotContain(theirs);
        assertThat(listed(nurse, COUNTY_KIND)).contains(countys);
        assertThat(listed(instructor, UNIT_KIND)).contains(own).doesNotContain(theirs);
        assertThat(as.person(nurse, () -> trainings.list(new TrainingFilter(false, "", true, Paging.FIRST)))
                        .rows())
                .isEmpty();
    }

    @Test
    void a_neighbours_training_opens_nothing_by_id() {
        long id = schedule(plan(UNIT_KIND, 8, session(scenario.today())));
        long sessionId = sessionOf(id, 1);
        long neighbour = scenario.unit("hallefors");
        long stranger = scenario.employee(neighbour);
        long otherInstructor = instructorOf(neighbour);

        for (long other : List.of(stranger, otherInstructor, scenario.person())) {
            denied(other, () -> trainings.read(id));
            denied(other, () -> signUps.signMeUp(id));
        }
        for (long other : List.of(stranger, otherInstructor, administrator(), nurse)) {
            denied(other, () -> signUps.candidates(id, ""));
            denied(other, () -> attendance.of(id, sessionId));
            denied(other, () -> signUps.signUp(id, List.of(nurse)));
            denied(other, () -> {
                trainings.callOff(id);
                return null;
            });
        }
        denied(instructor, () -> trainings.read(987_654_321L));
    }

    @Test
    void a_session_attended_is_one_fact_and_withdrawn_when_corrected() {
        LocalDate day = scenario.today();
        long id = schedule(plan(UNIT_KIND, 8, session(day)));
        as.person(nurse, () -> signUps.signMeUp(id));
        assertThat(unmarked()).contains(id);

        mark(id, 1, nurse, true);
        mark(id, 1, nurse, true);

        assertThat(facts(nurse)).containsExactly("1 " + day + " false");
        assertThat(unmarked()).doesNotContain(id);
        assertThat(as.person(instructor, () -> attendance.of(id, sessionOf(id, 1))))
                .singleElement()
                .returns(true, Attendance.Line::present);

        mark(id, 1, nurse, false);
        mark(id, 1, nurse, false);

        assertThat(facts(nurse)).containsExactly("1 " + day + " false", "1 " + day + " true");
        assertThat(as.person(instructor, () -> attendance.of(id, sessionOf(id, 1))))
                .singleElement()
                .returns(false, Attendance.Line::present);

        mark(id, 1, nurse, true);
        assertThat(facts(nurse)).hasSize(3);
    }

    @Test
    void each_session_is_a_fact_of_its_own_part() {
        LocalDate day = scenario.today().minusDays(1);
        long id = schedule(plan(TWO_SESSIONS, 8, session(day), session(day.plusDays(1))));
        as.person(instructor, () -> signUps.signUp(id, List.of(nurse)));

        mark(id, 2, nurse, true);

        assertThat(facts(nurse)).containsExactly("2 " + day.plusDays(1) + " false");
    }

    @Test
    void nobody_is_marked_before_the_day_or_without_a_seat() {
        long coming = schedule(plan(UNIT_KIND, 1, session(scenario.today().plusDays(1))));
        as.person(nurse, () -> signUps.signMeUp(coming));
        refused("training.refused.notYet", () -> mark(coming, 1, nurse, true));

        long today = schedule(plan(UNIT_KIND, 1, session(scenario.today())));
        long waiting = scenario.employee(unit);
        as.person(instructor, () -> signUps.signUp(today, List.of(nurse)));
        as.person(waiting, () -> signUps.signMeUp(today));
        assertThatThrownBy(() -> mark(today, 1, waiting, true)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() ->
                        as.person(instructor, () -> attendance.mark(today, sessionOf(coming, 1), Map.of(nurse, true))))
                .isInstanceOf(AccessDenied.class);
        assertThat(facts(nurse)).isEmpty();
        assertThat(facts(waiting)).isEmpty();
    }

    @Test
    void who_has_attended_keeps_the_seat() {
        long id = schedule(plan(UNIT_KIND, 8, session(scenario.today())));
        as.person(nurse, () -> signUps.signMeUp(id));
        mark(id, 1, nurse, true);

        refused("training.refused.attended", () -> as.person(nurse, () -> signUps.cancelMine(id)));
        refused("training.refused.attended", () -> as.person(instructor, () -> signUps.cancel(id, nurse)));

        mark(id, 1, nurse, false);
        as.person(nurse, () -> signUps.cancelMine(id));
        assertThat(stateOf(nurse, id)).isNull();
    }

    @Test
    void one_whose_attendance_was_withdrawn_needs_the_training_again() {
        long supervisor = scenario.manager(unit);
        long first = schedule(plan(UNIT_KIND, 8, session(scenario.today())));
        as.person(supervisor, () -> signUps.signMeUp(first));
        requireRefresherOf(supervisor);
        long next = schedule(plan(UNIT_KIND, 8, session(scenario.today().plusDays(7))));
        assertThat(needs(next, supervisor)).isTrue();

        mark(first, 1, supervisor, true);
        assertThat(needs(next, supervisor)).isFalse();

        mark(first, 1, supervisor, false);
        assertThat(needs(next, supervisor)).isTrue();
    }

    @Test
    void a_training_that_is_called_off_takes_nobody_and_tells_everybody() {
        long id = schedule(plan(UNIT_KIND, 1, session(scenario.today())));
        long waiting = scenario.employee(unit);
        as.person(instructor, () -> signUps.signUp(id, List.of(nurse, waiting)));

        as.person(instructor, () -> trainings.callOff(id));
        as.person(instructor, () -> trainings.callOff(id));

        assertThat(mails(nurse, "/training/training.xhtml?id=" + id)).isEqualTo(2);
        assertThat(mails(waiting, "/training/training.xhtml?id=" + id)).isEqualTo(2);
        refused("training.refused.calledOff", () -> as.person(scenario.employee(unit), () -> signUps.signMeUp(id)));
        refused("training.refused.calledOff", () -> mark(id, 1, nurse, true));
    }

    /** The person holds a role of its own that requires the unit's refresher. */
    private void requireRefresherOf(long person) {
        String code = scenario.unique("role");
        database.execute(handle -> {
            handle.createUpdate("""
                            insert into role (code, name_sv, name_en, purpose_sv, purpose_en, held_at)
                            values (:code, :code, :code, '', '', 'UNIT')""").bind("code", code).execute();
            handle.createUpdate("""
                            insert into role_version (role_id, valid_from, transition, known_from, window_months, recorded_by)
                            select id, '2000-01-01', '2000-01-01', '2000-01-01', 6, 'system:test' from role where code = :code""").bind("code", code).execute();
            handle.createUpdate("""
                            insert into requirement (role_version_id, position, kind, code, text_sv, text_en)
                            select v.id, 1, 'TRAINING', 'unit-refresher', '', '' from role_version v
                            join role r on r.id = v.role_id and r.code = :code""").bind("code", code).execute();
            handle.createUpdate("""
                            insert into appointment (person_id, role_id, place_id, employment_id, valid_from, appointed_at)
                            select e.person_id, r.id, e.unit_id, e.id, '2025-01-01', '2025-01-01'
                            from employment e join role r on r.code = :code where e.person_id = :person""").bind("code", code).bind("person", person).execute();
        });
    }

    private boolean needs(long trainingId, long person) {
        return as.person(instructor, () -> signUps.candidates(trainingId, "")).stream()
                .filter(candidate -> candidate.personId() == person)
                .findFirst()
                .orElseThrow()
                .needsIt();
    }

    private Future<SignUps.Outcome> signUpTogether(CyclicBarrier together, long person, long training) {
        return threads.submit(() -> {
            together.await();
            return as.person(person, () -> signUps.signMeUp(training));
        });
    }

    private long schedule(Plan plan) {
        return as.person(instructor, () -> trainings.schedule(plan));
    }

    private void mark(long training, int part, long person, boolean present) {
        long session = sessionOf(training, part);
        as.person(instructor, () -> attendance.mark(training, session, Map.of(person, present)));
    }

    private long sessionOf(long training, int part) {
        return database.query(handle -> handle.createQuery(
                        "select id from training_session where training_id = :training and part = :part")
                .bind("training", training)
                .bind("part", part)
                .mapTo(long.class)
                .one());
    }

    private @Nullable SignUpState stateOf(long person, long training) {
        return as.person(person, () -> trainings.read(training)).mySignUp();
    }

    private List<Long> listed(long reader, String kind) {
        return as
                .person(reader, () -> trainings.list(new TrainingFilter(false, kind, false, Paging.FIRST)))
                .rows()
                .stream()
                .map(TrainingRow::id)
                .toList();
    }

    private List<Long> unmarked() {
        return as.person(instructor, trainings::unmarked).stream()
                .map(UnmarkedSession::trainingId)
                .toList();
    }

    private List<String> facts(long person) {
        return database.query(handle -> handle.createQuery("""
                        select number, valid_from, withdrawn from fact
                        where person_id = :person and kind = 'SESSION_ATTENDED' order by id""")
                .bind("person", person)
                .map((row, context) -> row.getInt("number") + " " + row.getObject("valid_from", LocalDate.class) + " "
                        + row.getBoolean("withdrawn"))
                .list());
    }

    private int mails(long person, String link) {
        return database.query(
                handle -> handle.createQuery("select count(*) from mail where person_id = :person and body like :link")
                        .bind("person", person)
                        .bind("link", "%" + link + "%")
                        .mapTo(int.class)
                        .one());
    }

    private long instructorOf(long place) {
        long person = scenario.employee(place);
        NewAppointment asked = new NewAppointment(
                UUID.randomUUID().toString(),
                person,
                instructorRole(),
                place,
                Set.of(),
                scenario.today(),
                Set.of(),
                Set.of("nurse"));
        as.person(scenario.manager(place), () -> appointments.appoint(asked));
        return person;
    }

    private long instructorRole() {
        return roles.roles().stream()
                .filter(role -> role.code().equals("instructor"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private long administrator() {
        return scenario.official(Office.TRAINING_ADMINISTRATOR, scenario.county());
    }

    private Plan plan(String kind, int seats, SessionTime... sessions) {
        return new Plan(kind, unit, "", "Rum 1", "", seats, List.of(sessions));
    }

    private static Plan planIn(long place, String kind, LocalDate day) {
        return new Plan(kind, place, "", "Rum 1", "", 8, List.of(session(day)));
    }

    private static Plan one(int seats, String venue, String link, SessionTime... sessions) {
        return new Plan(UNIT_KIND, 0, "", venue, link, seats, List.of(sessions));
    }

    private static Plan two(SessionTime first, SessionTime second) {
        return new Plan(TWO_SESSIONS, 0, "", "Rum 1", "", 8, List.of(first, second));
    }

    private static SessionTime session(LocalDate day) {
        return new SessionTime(day, NINE, NOON);
    }

    private TrainingKind kind(String code) {
        return roles.trainingKind(code).orElseThrow();
    }

    private void denied(long reader, Callable<?> question) {
        assertThatThrownBy(() -> as.person(reader, question)).isInstanceOf(AccessDenied.class);
    }

    private static void refused(String key, ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOf(DomainException.class).hasMessage(key);
    }

    private static void refusedAt(String field, ThrowingCallable deed) {
        assertThatThrownBy(deed).asInstanceOf(type(DomainException.class)).returns(field, DomainException::field);
    }
}

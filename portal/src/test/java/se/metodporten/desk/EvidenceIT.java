package se.metodporten.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.metodporten.access.AccessDenied;
import se.metodporten.access.Office;
import se.metodporten.appointment.Appointments;
import se.metodporten.appointment.NewAppointment;
import se.metodporten.appointment.Plan;
import se.metodporten.certification.DueRefreshers.DueRefresher;
import se.metodporten.certification.EvidenceDeed;
import se.metodporten.certification.EvidenceDeeds;
import se.metodporten.certification.Rebuild;
import se.metodporten.certification.Standings;
import se.metodporten.certification.rules.Standing;
import se.metodporten.certification.rules.StandingPeriod;
import se.metodporten.common.DomainException;
import se.metodporten.coverage.CoveredCounty;
import se.metodporten.fact.DocumentFile;
import se.metodporten.fact.FactKind;
import se.metodporten.harness.InPortal;
import se.metodporten.harness.Scenario;
import se.metodporten.role.RoleBook;

/** What a manager decides about evidence: what is shown before is what is so afterwards, and nothing is overwritten. */
class EvidenceIT extends InPortal {

    private static final String INSTRUCTOR = CoveredCounty.INSTRUCTOR;
    private static final String REFRESHER = "instructor-refresher";
    private static final byte[] PDF = "%PDF-1.7 intyg".getBytes(StandardCharsets.US_ASCII);

    @Inject
    private Appointments appointments;

    @Inject
    private EvidenceDeeds deeds;

    @Inject
    private Effects effects;

    @Inject
    private Standings standings;

    @Inject
    private PersonPages pages;

    @Inject
    private NeverOffered neverOffered;

    @Inject
    private CoveredCounty county;

    @Inject
    private RoleBook roles;

    @Inject
    private Rebuild rebuild;

    @Inject
    private Clock clock;

    private long unit;
    private long manager;
    private long nurse;
    private long appointment;
    private LocalDate today;
    private LocalDate due;

    /** Certified since 20 months ago, so that a refresher is due in four. */
    @BeforeEach
    void an_instructor_whose_refresher_is_due() {
        today = scenario.today();
        unit = scenario.unit("hallefors");
        manager = scenario.manager(unit);
        nurse = scenario.employee(unit);
        county.need(INSTRUCTOR, unit, 1, Scenario.FIRST_DAY);
        appointment = appoint(nurse);
        LocalDate trained = today.minusMonths(20);
        county.certify(nurse, INSTRUCTOR, appointment, trained);
        due = trained.plusMonths(24);
    }

    @Test
    void an_extension_moves_the_due_day_and_only_that() {
        does(new EvidenceDeed.Extend(REFRESHER, due.plusDays(1), "Aldrig erbjuden"));

        assertThat(standingOn(due)).isEqualTo(Standing.REFRESHER_DUE);
        assertThat(standingOn(due.plusDays(1))).isEqualTo(Standing.REFRESHER_DUE);
        assertThat(standingOn(due.plusDays(2))).isEqualTo(Standing.LAPSED);

        does(new EvidenceDeed.Extend(REFRESHER, due.plusDays(60), "Aldrig erbjuden"));
        assertThat(standingOn(due.plusDays(60))).isEqualTo(Standing.REFRESHER_DUE);
        assertThat(standingOn(due.plusDays(61))).isEqualTo(Standing.LAPSED);
    }

    @Test
    void an_exemption_lasts_through_its_last_day_and_names_who_decided() {
        LocalDate last = due.plusMonths(3);
        does(new EvidenceDeed.Exempt(REFRESHER, due, last, "Vera Chef, verksamhetschef", "Projekt"));

        assertThat(standingOn(last)).isEqualTo(Standing.REFRESHER_DUE);
        assertThat(standingOn(last.plusDays(1))).isEqualTo(Standing.LAPSED);
        assertThat(noted(FactKind.EXEMPTION).basis().decidedBy()).isEqualTo("Vera Chef, verksamhetschef");
    }

    @Test
    void recognised_evidence_counts_on_its_day_and_rests_on_a_file() throws Exception {
        byte[] large = Arrays.copyOf(PDF, (2 << 20) + 77);
        long document = as.person(manager, () -> deeds.keep("C:\\intyg\\kurs.pdf", new ByteArrayInputStream(large)));

        does(new EvidenceDeed.Recognise(REFRESHER, today.minusDays(3), "Kurs i en annan region", document));

        assertThat(standingOn(today)).isEqualTo(Standing.CERTIFIED);
        PersonPage.Noted noted = noted(FactKind.EVIDENCE_RECOGNISED);
        assertThat(noted.basis().documentName()).isEqualTo("kurs.pdf");
        long fact = noted.fact().id();
        for (long reader : List.of(nurse, manager)) {
            DocumentFile file = as.person(reader, () -> deeds.file(fact));
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            as.person(reader, () -> deeds.copy(fact, read));
            assertThat(file.mediaType()).isEqualTo("application/pdf");
            assertThat(read.toByteArray()).isEqualTo(large);
        }
        for (long stranger : List.of(
                scenario.manager(scenario.unit("hallefors")),
                scenario.official(Office.COORDINATOR, scenario.place("norra")))) {
            assertThatThrownBy(() -> as.person(stranger, () -> deeds.file(fact)))
                    .isInstanceOf(AccessDenied.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"intyg.pdf, <html>, fact.refused.fileType", "intyg.exe, MZ, fact.refused.fileType"})
    void a_file_is_known_by_what_it_is_and_not_by_its_name(String name, String content, String key) {
        byte[] bytes = content.getBytes(StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> as.person(manager, () -> deeds.keep(name, new ByteArrayInputStream(bytes))))
                .hasMessage(key);
    }

    @Test
    void a_file_may_be_ten_megabytes_and_no_more() {
        byte[] most = Arrays.copyOf(PDF, 10 << 20);
        byte[] more = Arrays.copyOf(PDF, (10 << 20) + 1);

        assertThat(as.person(manager, () -> deeds.keep("a.pdf", new ByteArrayInputStream(most))))
                .isPositive();
        assertThatThrownBy(() -> as.person(manager, () -> deeds.keep("a.pdf", new ByteArrayInputStream(more))))
                .hasMessage("fact.refused.fileSize");
    }

    @Test
    void nobody_lets_a_fact_rest_on_a_file_that_someone_else_stored() {
        long second = scenario.manager(unit);
        long theirs = as.person(second, () -> deeds.keep("a.pdf", new ByteArrayInputStream(PDF)));

        EvidenceDeed deed = new EvidenceDeed.Recognise(REFRESHER, today, "Skäl", theirs);
        assertThatThrownBy(() -> as.person(manager, () -> carryOut(deed))).hasMessage("fact.refused.fileGone");
    }

    @Test
    void a_licence_is_withdrawn_and_given_again() {
        does(new EvidenceDeed.WithdrawLicence("nurse", today.minusDays(1), "Beslut"));
        assertThat(standingOn(today.minusDays(2))).isEqualTo(Standing.REFRESHER_DUE);
        assertThat(standingOn(today.minusDays(1))).isEqualTo(Standing.LAPSED);

        does(new EvidenceDeed.GiveLicence("nurse", today));
        assertThat(standingOn(today)).isEqualTo(Standing.REFRESHER_DUE);
    }

    @Test
    void a_correction_supersedes_and_nothing_is_overwritten() {
        does(new EvidenceDeed.Extend(REFRESHER, due.plusDays(30), "Fel dag"));
        PersonPage.Noted wrong = noted(FactKind.EXTENSION);
        assertThat(wrong.correctFrom()).isEqualTo(appointment);

        does(new EvidenceDeed.Correct(wrong.fact().id(), wrong.fact().validFrom(), due.plusDays(10), "Läste fel"));
        assertThat(standingOn(due.plusDays(10))).isEqualTo(Standing.REFRESHER_DUE);
        assertThat(standingOn(due.plusDays(11))).isEqualTo(Standing.LAPSED);

        does(new EvidenceDeed.TakeBack(noted(FactKind.EXTENSION).fact().id(), "Fel person"));
        assertThat(standingOn(due.plusDays(1))).isEqualTo(Standing.LAPSED);
        assertThat(as.person(manager, () -> pages.of(nurse)).facts())
                .filteredOn(one -> one.fact().kind() == FactKind.EXTENSION)
                .hasSize(3)
                .noneMatch(PersonPage.Noted::valid);
    }

    @Test
    void what_is_wrong_is_said_beside_the_field() {
        refused("newDueDay", "certification.refused.extensionEarlier", new EvidenceDeed.Extend(REFRESHER, due, "Skäl"));
        refused(
                "newDueDay",
                "certification.refused.extensionFar",
                new EvidenceDeed.Extend(REFRESHER, due.plusMonths(12).plusDays(1), "Skäl"));
        refused("reason", "certification.refused.noReason", new EvidenceDeed.Extend(REFRESHER, due.plusDays(1), " "));
        refused(
                "requirement",
                "certification.refused.notAsked",
                new EvidenceDeed.Extend("agreement", due.plusDays(1), "Skäl"));
        refused(
                "day",
                "certification.refused.ahead",
                new EvidenceDeed.Recognise(REFRESHER, today.plusDays(1), "Skäl", null));
        refused(
                "requirement",
                "certification.refused.notAsked",
                new EvidenceDeed.Recognise("agreement", today, "Skäl", null));
        refused(
                "through",
                "certification.refused.order",
                new EvidenceDeed.Exempt(REFRESHER, today, today.minusDays(1), "Chef", "Skäl"));
        refused(
                "through",
                "certification.refused.exemptionLong",
                new EvidenceDeed.Exempt(REFRESHER, today, today.plusMonths(24).plusDays(1), "Chef", "Skäl"));
        refused(
                "decidedBy",
                "certification.refused.noDecider",
                new EvidenceDeed.Exempt(REFRESHER, today, today, " ", "Skäl"));
        refused("since", "certification.refused.licenceHeld", new EvidenceDeed.GiveLicence("nurse", today));
        refused("since", "certification.refused.ahead", new EvidenceDeed.GiveLicence("nurse", today.plusDays(1)));
        refused(
                "firstDayWithout",
                "certification.refused.licenceNotHeld",
                new EvidenceDeed.WithdrawLicence("nurse", today.minusMonths(20), "Skäl"));
    }

    @Test
    void a_neighbour_gets_nothing() {
        long neighbour = scenario.manager(scenario.unit("hallefors"));
        EvidenceDeed deed = new EvidenceDeed.Extend(REFRESHER, due.plusDays(1), "Skäl");

        for (long reader : List.of(neighbour, nurse)) {
            assertThatThrownBy(() -> as.person(reader, () -> effects.of(appointment, deed)))
                    .isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> as.person(reader, () -> deeds.carryOut(appointment, deed, new Plan.Seen(0, 0))))
                    .isInstanceOf(AccessDenied.class);
        }
    }

    @Test
    void nobody_corrects_what_is_not_the_appointments_own() {
        long colleague = scenario.employee(unit);
        long other = appoint(colleague);
        county.certify(colleague, INSTRUCTOR, other, today.minusMonths(20));
        as.person(manager, () -> {
            EvidenceDeed extend = new EvidenceDeed.Extend(REFRESHER, due.plusDays(9), "Skäl");
            deeds.carryOut(other, extend, deeds.plan(other, extend).seen());
        });
        long fact = as.person(manager, () -> pages.of(colleague)).facts().stream()
                .filter(one -> one.fact().kind() == FactKind.EXTENSION)
                .findFirst()
                .orElseThrow()
                .fact()
                .id();

        assertThatThrownBy(() ->
                        as.person(manager, () -> deeds.plan(appointment, new EvidenceDeed.TakeBack(fact, "Skäl"))))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void all_who_were_never_offered_a_refresher_are_counted_and_then_extended() {
        long coordinator = scenario.official(Office.COORDINATOR, unit);
        LocalDate newDay = due.plusMonths(2);

        assertThat(as.person(coordinator, () -> neverOffered.list()))
                .extracting(DueRefresher::appointmentId, DueRefresher::dueDay)
                .containsExactly(tuple(appointment, due));
        assertThat(as.person(coordinator, () -> neverOffered.wouldExtend(due))).isEmpty();
        assertThat(as.person(coordinator, () -> neverOffered.wouldExtend(newDay)))
                .hasSize(1);
        assertThatThrownBy(() -> as.person(coordinator, () -> neverOffered.extend(newDay, "Skäl", 2)))
                .hasMessage("common.refused.changedMeanwhile");
        assertThat(as.person(coordinator, () -> neverOffered.extend(newDay, "Aldrig erbjuden", 1)))
                .isEqualTo(1);

        assertThat(standingOn(newDay)).isEqualTo(Standing.REFRESHER_DUE);
        assertThat(standingOn(newDay.plusDays(1))).isEqualTo(Standing.LAPSED);
        long elsewhere = scenario.official(Office.COORDINATOR, scenario.unit("hallefors"));
        assertThat(as.person(elsewhere, () -> neverOffered.list())).isEmpty();
        assertThatThrownBy(() -> as.person(nurse, () -> neverOffered.list())).isInstanceOf(AccessDenied.class);
    }

    @Test
    void a_refresher_held_in_the_window_was_offered() {
        long coordinator = scenario.official(Office.COORDINATOR, unit);
        held(due.plusDays(1));
        assertThat(as.person(coordinator, () -> neverOffered.list())).hasSize(1);

        held(due);
        assertThat(as.person(coordinator, () -> neverOffered.list())).isEmpty();
        database.execute(
                handle -> handle.execute("update training set cancelled_at = now(6) where title = 'EvidenceIT'"));
    }

    @Test
    void who_lapsed_for_another_cause_is_not_among_them() {
        long coordinator = scenario.official(Office.COORDINATOR, unit);
        does(new EvidenceDeed.Recognise(REFRESHER, today.minusDays(1), "Skäl", null));
        does(new EvidenceDeed.WithdrawLicence("nurse", today, "Beslut"));

        assertThat(standingOn(today)).isEqualTo(Standing.LAPSED);
        assertThat(as.person(coordinator, () -> neverOffered.list())).isEmpty();
    }

    private void held(LocalDate day) {
        database.execute(handle -> {
            long training = handle.createUpdate("""
                            insert into training (kind, place_id, title, seats, created_at)
                            values (:kind, :county, 'EvidenceIT', 9, now(6))""")
                    .bind("kind", REFRESHER)
                    .bind("county", scenario.county())
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(long.class)
                    .one();
            handle.execute(
                    "insert into training_session (training_id, part, day, starts, ends) values (?, 1, ?, '09:00', '12:00')",
                    training,
                    day);
        });
    }

    /** Looks, does, and compares. */
    private void does(EvidenceDeed deed) {
        Effect effect = as.person(manager, () -> effects.of(appointment, deed));
        as.person(manager, () -> deeds.carryOut(appointment, deed, effect.plan().seen()));

        for (Effect.Line line : effect.appointments()) {
            assertThat(timeline(line.id()))
                    .as("%s", deed)
                    .isEqualTo(line.after().timeline().periods());
        }
        assertThat(guard.asSystem("test", () -> rebuild.rebuild((at, total) -> {}))
                        .noDifferences())
                .isTrue();
    }

    private void carryOut(EvidenceDeed deed) {
        deeds.carryOut(appointment, deed, deeds.plan(appointment, deed).seen());
    }

    private PersonPage.Noted noted(FactKind kind) {
        return as.person(manager, () -> pages.of(nurse)).facts().stream()
                .filter(one -> one.fact().kind() == kind && one.valid())
                .findFirst()
                .orElseThrow();
    }

    private void refused(String field, String key, EvidenceDeed deed) {
        assertThatThrownBy(() -> as.person(manager, () -> effects.of(appointment, deed)))
                .as("%s", deed)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(List.of(String.valueOf(refusal.field()), refusal.key()))
                                .containsExactly(field, key));
    }

    private List<StandingPeriod> timeline(long id) {
        return as.person(manager, () -> standings.timeline(id, clock.instant())).periods();
    }

    private Standing standingOn(LocalDate day) {
        return timeline(appointment).stream()
                .filter(period -> period.contains(day))
                .findFirst()
                .orElseThrow()
                .standing();
    }

    private long appoint(long person) {
        long role = roles.roles().stream()
                .filter(one -> one.code().equals(INSTRUCTOR))
                .findFirst()
                .orElseThrow()
                .id();
        return as.person(
                manager,
                () -> appointments.appoint(new NewAppointment(
                        UUID.randomUUID().toString(),
                        person,
                        role,
                        unit,
                        Set.of(),
                        today.minusMonths(22),
                        Set.of(),
                        Set.of())));
    }
}

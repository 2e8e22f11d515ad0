package se.metodporten.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.metodporten.access.AccessDenied;
import se.metodporten.access.Office;
import se.metodporten.agreement.Agreements;
import se.metodporten.certification.AppointmentLists;
import se.metodporten.certification.AppointmentRow;
import se.metodporten.certification.AppointmentSearch;
import se.metodporten.certification.Rebuild;
import se.metodporten.certification.rules.Standing;
import se.metodporten.common.CountyTime;
import se.metodporten.common.DomainException;
import se.metodporten.common.Paging;
import se.metodporten.directory.Fault;
import se.metodporten.directory.ImportFixture;
import se.metodporten.directory.ImportKind;
import se.metodporten.directory.ImportRun;
import se.metodporten.directory.Outcome;
import se.metodporten.directory.Problem;
import se.metodporten.directory.Refusal;
import se.metodporten.directory.RunState;

class RegisterImportIT extends ImportFixture {

    private static final String HEADER =
            "typ;hsaId;förnamn;efternamn;epost;roll;plats;enheter;gäller;från;till;undertecknad;intygas av\n";
    private static final String INSTRUCTOR = "Instruktör i klinisk bedömning";
    private static final String NURSE = "Legitimation som sjuksköterska";
    private static final String TRAINING = "Instruktörsutbildning i klinisk bedömning";
    private static final String REFRESHER = "Repetitionsutbildning för instruktörer";

    /** An appointment with its standing, as it would be and as it then is. */
    private record Shown(
            String person,
            String place,
            Standing standing,
            @Nullable LocalDate day,
            int stepsLeft) {}

    @Inject
    private RegisterStandings standings;

    @Inject
    private AppointmentLists lists;

    @Inject
    private Agreements agreements;

    @Inject
    private Rebuild rebuild;

    private String organisation;
    private long unitId;
    private String unit;
    private long leader;

    @BeforeEach
    void aUnitOfOurOwn() {
        organisation = scenario.organisation("norra");
        unitId = scenario.unit(organisation);
        unit = scenario.hsaIdOf(unitId);
        leader = scenario.official(Office.PROCESS_LEADER, scenario.county());
    }

    @Test
    void what_is_shown_is_what_then_is_and_the_same_file_again_changes_nothing() {
        String certified = hsaIdOf(scenario.employee(unitId));
        String lapsed = hsaIdOf(scenario.employee(unitId));
        String nominated = hsaIdOf(scenario.employee(unitId));
        String ended = hsaIdOf(scenario.employee(unitId));
        String coming = hsaIdOf(scenario.employee(unitId));
        String other = scenario.hsaIdOf(scenario.unit(organisation));
        LocalDate taken = scenario.today().minusMonths(20);
        String file = HEADER
                + all(certified, taken)
                + all(lapsed, scenario.today().minusMonths(26))
                + appointment(nominated, "2022-03-01", "", other)
                + appointment(ended, "2021-01-01", "2023-12-31", "")
                + appointment(coming, scenario.today().plusDays(40).toString(), "", "");

        ImportRun run = checked(ImportKind.REGISTER, file);

        assertThat(problems(run)).isEmpty();
        assertThat(run.added()).isEqualTo(11);
        assertThat(appointments()).isEmpty();
        List<Shown> shown = shown(run);
        assertThat(shown)
                .extracting(Shown::standing)
                .containsExactlyInAnyOrder(
                        Standing.REFRESHER_DUE,
                        Standing.LAPSED,
                        Standing.NOMINATED,
                        Standing.ENDED,
                        Standing.NOMINATED);
        assertThat(standingsOf(run, true))
                .singleElement()
                .satisfies(row -> assertThat(row.lapsesOn())
                        .isEqualTo(taken.plusMonths(24).plusDays(1)));
        assertThat(apply(run).state()).isEqualTo(RunState.APPLIED);
        assertThat(appointments()).containsExactlyInAnyOrderElementsOf(shown);
        assertThat(noDifferences()).isTrue();
        ImportRun again = checked(ImportKind.REGISTER, file);
        assertThat(again.changing()).isFalse();
        assertThat(again.unchanged()).isEqualTo(11);
        assertThat(again.faulty()).isZero();
        assertThat(shown(again)).containsExactlyInAnyOrderElementsOf(shown);
    }

    @Test
    void each_fact_says_where_it_came_from_and_who_decided() {
        long person = scenario.employee(unitId);
        applied(ImportKind.REGISTER, HEADER + all(hsaIdOf(person), LocalDate.of(2025, 3, 2)));

        assertThat(facts(person))
                .contains(
                        "EVIDENCE_RECOGNISED instructor-training 2025-03-02 Importerad från export.csv, rad 3: 2025-03-01–2025-03-02.",
                        "LICENCE_GIVEN nurse 2012-06-08 Importerad från export.csv, rad 4.",
                        "AGREEMENT_IN_FORCE null 2022-03-15 Intygas av Kajsa Chef. Importerad från export.csv, rad 5.");
        assertThat(recordedBy(person)).containsOnly("person:" + administrator);
    }

    @Test
    void what_is_known_already_of_a_person_is_counted_and_kept() {
        String anna = hsaIdOf(scenario.employee(unitId));
        LocalDate taken = scenario.today().minusMonths(10);
        applied(ImportKind.REGISTER, HEADER + all(anna, scenario.today().minusMonths(20)));
        String list = HEADER + row("repetition", anna, "", "", "", REFRESHER, taken.toString(), "", "", "");

        ImportRun run = checked(ImportKind.REGISTER, list);

        List<Shown> shown = shown(run);
        assertThat(shown).extracting(Shown::standing).containsExactly(Standing.CERTIFIED);
        apply(run);
        assertThat(appointments()).isEqualTo(shown);
        assertThat(noDifferences()).isTrue();
    }

    @Test
    void a_licence_is_withdrawn_by_list_and_must_have_been_held() {
        String held = hsaIdOf(scenario.employee(unitId));
        String never = hsaIdOf(scenario.employee(unitId));
        applied(ImportKind.REGISTER, HEADER + all(held, scenario.today().minusMonths(20)));
        String list = HEADER
                + licence("återkallad legitimation", held, "2026-02-01")
                + licence("återkallad legitimation", never, "2026-02-01")
                + licence("legitimation", held, "2015-01-01");

        ImportRun run = checked(ImportKind.REGISTER, list);

        assertThat(problems(run)).containsExactly(new Problem(3, "från", Fault.NOT_HELD, "2026-02-01"));
        assertThat(run.unchanged()).isEqualTo(1);
        assertThat(apply(run).state()).isEqualTo(RunState.APPLIED);
        assertThat(appointments()).extracting(Shown::standing).containsExactly(Standing.LAPSED);
    }

    @Test
    void two_employments_of_one_person_are_one_appointment() {
        long anna = scenario.employee(unitId);
        String first = hsaIdOf(anna);
        String second =
                hsaIdOfEmployment(scenario.employment(anna, unitId, LocalDate.of(2024, 1, 1), CountyTime.END_OF_DAYS));
        ImportRun run = checked(
                ImportKind.REGISTER,
                HEADER + appointment(first, "2022-03-01", "", "") + appointment(second, "2022-03-01", "", ""));

        assertThat(run.added()).isEqualTo(1);
        assertThat(run.unchanged()).isEqualTo(1);
        assertThat(run.faulty()).isZero();
        apply(run);
        assertThat(appointments()).hasSize(1);
    }

    @Test
    void two_people_of_one_name_and_address_are_proposed_and_become_one_when_an_administrator_says_so() {
        String family = scenario.unique("Dubbel");
        long one = named("Anna", family, false);
        long two = named("Anna", family, false);
        String file = HEADER
                + appointment(hsaIdOf(one), "2022-03-01", "", "")
                + appointment(hsaIdOf(two), "2022-03-01", "", "")
                + licence("legitimation", hsaIdOf(two), "2012-06-08");
        ImportRun run = checked(ImportKind.REGISTER, file);
        assertThat(as.person(administrator, () -> imports.proposals(run.id(), 1))
                        .rows())
                .singleElement()
                .satisfies(proposal -> {
                    assertThat(proposal.line()).isEqualTo(3);
                    assertThat(proposal.likeLine()).isEqualTo(2);
                    assertThat(proposal.merges()).isTrue();
                });
        assertThatThrownBy(() -> as.person(administrator, () -> imports.apply(run.id(), false)))
                .isInstanceOf(DomainException.class)
                .hasMessage("directory.refused.undecided");

        as.person(leader, () -> imports.decide(run.id(), 3, true));
        assertThat(as.person(leader, () -> imports.undecided(run.id()))).isEqualTo(1);
        as.person(administrator, () -> imports.decide(run.id(), 3, true));
        ImportRun decided = settled(run.id());

        assertThat(decided.added()).isEqualTo(2);
        assertThat(decided.unchanged()).isEqualTo(1);
        List<Shown> shown = shown(decided);
        assertThat(apply(decided).state()).isEqualTo(RunState.APPLIED);
        assertThat(appointments()).isEqualTo(shown).hasSize(1);
        assertThat(mergedInto(two)).isEqualTo(one);
        assertThat(noDifferences()).isTrue();
        assertThat(checked(ImportKind.REGISTER, file).changing()).isFalse();
    }

    @Test
    void a_name_and_an_address_are_a_proposal_and_somebody_else_cannot_be_used() {
        String family = scenario.unique("Namn");
        long anna = named("Anna", family, false);
        named("Eva", family, true);
        String file = HEADER + byName("Anna", family) + byName("Eva", family) + byName("Okänd", family);

        ImportRun run = checked(ImportKind.REGISTER, file);

        assertThat(problems(run))
                .containsExactly(
                        new Problem(3, "hsaId", Fault.PERSON, "Eva " + family),
                        new Problem(4, "hsaId", Fault.PERSON, "Okänd " + family));
        as.person(leader, () -> imports.decideAll(run.id(), false));
        assertThat(settled(run.id()).faulty()).isEqualTo(3);
        as.person(leader, () -> imports.decide(run.id(), 2, true));
        ImportRun decided = settled(run.id());
        assertThat(decided.added()).isEqualTo(1);
        apply(decided);
        assertThat(facts(anna)).anyMatch(fact -> fact.startsWith("APPOINTED"));
        assertThat(checked(ImportKind.REGISTER, file).added()).isZero();
    }

    @Test
    void who_is_protected_is_left_out_of_the_names_of_who_may_not_know_them() {
        long hidden = scenario.protectedEmployee(unitId);
        ImportRun run = checked(ImportKind.REGISTER, HEADER + appointment(hsaIdOf(hidden), "2022-03-01", "", ""));

        assertThat(standingsOf(run, false)).hasSize(1);
        assertThat(as.person(leader, () -> standings.find(run.id(), everything(), Paging.FIRST))
                        .rows())
                .isEmpty();
        assertThat(as.person(leader, () -> imports.rows(run.id(), Outcome.ADDED, 1))
                        .rows())
                .singleElement()
                .satisfies(row -> assertThat(row.name()).isEmpty());
        as.person(administrator, () -> imports.discard(run.id()));
    }

    @Test
    void faults_are_told_by_line_and_column() {
        String anna = hsaIdOf(scenario.employee(unitId));
        String elsewhere = scenario.hsaIdOf(scenario.unit(scenario.organisation("sodra")));
        String tomorrow = scenario.today().plusDays(1).toString();
        ImportRun run = checked(
                ImportKind.REGISTER,
                HEADER
                        + appointment(anna, "2022-03-01", "", "")
                        + appointment(anna, "2023-03-01", "", "")
                        + appointment(anna, "2022-03-01", "", elsewhere)
                                .replace(unit, scenario.hsaIdOf(scenario.unit(organisation)))
                        + row("repetition", anna, "", "", "", REFRESHER, tomorrow, "", "", "")
                        + licence("legitimation", anna, tomorrow)
                        + row("utbildning", anna, "", "", "", "Någon annan kurs", "2023-01-01", "", "", "")
                        + appointment(anna, "2022-03-01", "", "").replace(INSTRUCTOR, "Kejsare")
                        + appointment(anna, "2022-03-01", "", "").replace(unit, "SE2321000164-FINNSEJ")
                        + row("överenskommelse", anna, INSTRUCTOR, unit, "", "", "2021-01-01", "", "2021-01-01", "K")
                        + row("överenskommelse", anna, INSTRUCTOR, unit, "", "", "2023-01-01", "", "2023-02-01", "K")
                        + row("utbildning", anna, INSTRUCTOR, "", "", TRAINING, "2023-01-01", "", "", "")
                        + row("examen", anna, "", "", "", "", "2023-01-01", "", "", "")
                        + row("legitimation", "", "", "", "", NURSE, "2023-01-01", "", "", ""));

        assertThat(problems(run))
                .extracting(problem -> problem.line() + " " + problem.column() + " " + problem.fault())
                .containsExactly(
                        "3 från OVERLAP",
                        "4 enheter OTHER_ORGANISATION",
                        "5 från FUTURE",
                        "6 från FUTURE",
                        "7 gäller CODE",
                        "8 roll ROLE",
                        "9 plats UNIT",
                        "10 från NO_APPOINTMENT",
                        "11 undertecknad SIGNED_LATER",
                        "12 roll NOT_USED",
                        "13 typ TYPE",
                        "14 efternamn EMPTY",
                        "14 epost EMPTY",
                        "14 förnamn EMPTY");
        assertThat(run.added()).isEqualTo(1);
    }

    @Test
    void hostile_cells_are_told_or_kept_as_text() {
        String anna = hsaIdOf(scenario.employee(unitId));
        long bo = scenario.employee(unitId);
        String hostile = "\"=1+1 \"\"x\"\" <script>alert(1)</script> 𠮷🙂\"";
        ImportRun run = checked(
                ImportKind.REGISTER,
                HEADER
                        + appointment(anna, "2022-03-01", "", "").replace("Kajsa Chef", "Kaj\u202Esa")
                        + appointment(hsaIdOf(bo), "2022-03-01", "", "")
                        + row(
                                "överenskommelse",
                                hsaIdOf(bo),
                                INSTRUCTOR,
                                unit,
                                "",
                                "",
                                "2022-03-15",
                                "",
                                "2022-03-14",
                                hostile)
                        + appointment("=cmd|'/c calc'!A1", "2022-03-01", "", "")
                        + licence("legitimation", anna, "1899-12-31"));

        assertThat(problems(run))
                .containsExactly(
                        new Problem(2, "intygas av", Fault.DIRECTION, "Kaj[U+202E]sa"),
                        new Problem(5, "hsaId", Fault.HSA_ID, "=cmd|'/c calc'!A1"),
                        new Problem(6, "från", Fault.DAY_RANGE, "1899-12-31"));
        apply(run);
        assertThat(facts(bo)).anyMatch(fact -> fact.contains("Intygas av =1+1 \"x\" <script>alert(1)</script> 𠮷🙂."));
    }

    @Test
    void an_agreement_on_paper_is_in_force_and_nobody_is_asked_to_sign_it() {
        long anna = scenario.employee(unitId);
        applied(ImportKind.REGISTER, HEADER + all(hsaIdOf(anna), LocalDate.of(2025, 3, 2)));

        long agreement = database.query(handle -> handle.createQuery(
                        "select g.id from agreement g join appointment a on a.id = g.appointment_id where a.person_id = :person")
                .bind("person", anna)
                .mapTo(long.class)
                .one());
        var read = as.person(anna, () -> agreements.read(agreement));
        assertThat(read.text()).contains("undertecknad på papper den 2022-03-14", "intygas av Kajsa Chef");
        assertThat(read.inForceFrom()).isEqualTo(LocalDate.of(2022, 3, 15));
        assertThat(read.asksMe()).isFalse();
        assertThat(as.person(anna, () -> agreements.waitingForMe())).isEmpty();
    }

    @Test
    void what_changed_since_the_report_must_be_decided_anew() {
        String anna = hsaIdOf(scenario.employee(unitId));
        ImportRun run = checked(ImportKind.REGISTER, HEADER + appointment(anna, "2022-03-01", "", ""));
        ImportRun other = as.person(leader, () -> imports.run(run.id()));
        database.execute(handle -> handle.createUpdate(
                        "update place_version set valid_through = '2023-12-31' where place_id = :unit")
                .bind("unit", unitId)
                .execute());

        ImportRun after = apply(other);

        assertThat(after.state()).isEqualTo(RunState.CHECKED);
        assertThat(after.refusal()).isEqualTo(Refusal.CHANGED_MEANWHILE);
        assertThat(after.faulty()).isEqualTo(1);
    }

    @Test
    void only_who_administers_or_leads_the_process_reads_a_register() {
        long manager = scenario.manager(unitId);
        ImportRun staff = checked(ImportKind.STAFF, STAFF + scenario.hsaId() + ";A;B;;" + unit + ";T;2024-01-01;;\n");
        ImportRun register = checked(ImportKind.REGISTER, HEADER + appointment(hsaIdOf(manager), "2022-03-01", "", ""));

        refused(manager, () -> imports.begin(ImportKind.REGISTER, "x.csv", new ByteArrayInputStream(new byte[] {1})));
        refused(manager, () -> imports.run(register.id()));
        refused(manager, () -> imports.rows(register.id(), Outcome.ADDED, 1));
        refused(manager, () -> imports.proposals(register.id(), 1));
        refused(manager, () -> standings.counts(register.id()));
        refused(manager, () -> standings.find(register.id(), everything(), Paging.FIRST));
        refused(manager, () -> imports.template());
        refused(leader, () -> imports.begin(ImportKind.STAFF, "x.csv", new ByteArrayInputStream(new byte[] {1})));
        refused(leader, () -> imports.run(staff.id()));
        refused(leader, () -> imports.problems(staff.id(), 1));
        assertThat(as.person(leader, () -> imports.kinds())).containsExactly(ImportKind.REGISTER);
        assertThat(as.person(leader, () -> imports.runs()))
                .extracting(ImportRun::kind)
                .containsOnly(ImportKind.REGISTER);
        assertThat(as.person(leader, () -> imports.run(register.id())).added()).isEqualTo(1);
        as.person(administrator, () -> imports.discard(staff.id()));
        as.person(leader, () -> imports.discard(register.id()));
    }

    @Test
    void the_template_has_no_faults_but_that_nobody_is_called_so() {
        byte[] template = as.person(leader, () -> imports.template());

        ImportRun run = handIn(ImportKind.REGISTER, template);

        assertThat(run.state()).isEqualTo(RunState.CHECKED);
        List<Problem> told = problems(run);
        assertThat(told).hasSize(7).extracting(Problem::fault).containsOnly(Fault.PERSON);
        byte[] ofExcel =
                new String(template, StandardCharsets.UTF_8).substring(1).getBytes(Charset.forName("windows-1252"));
        assertThat(problems(handIn(ImportKind.REGISTER, ofExcel))).isEqualTo(told);
    }

    @Test
    void four_thousand_rows_take_seconds() {
        StringBuilder file = new StringBuilder(HEADER);
        for (int i = 0; i < 1_000; i++) {
            file.append(all(hsaIdOf(scenario.employee(unitId)), scenario.today().minusMonths(i % 30)));
        }
        long began = System.nanoTime();
        ImportRun run = checked(ImportKind.REGISTER, file.toString());
        long shown = System.nanoTime();
        assertThat(run.added()).isEqualTo(4_000);

        assertThat(apply(run).state()).isEqualTo(RunState.APPLIED);

        long done = System.nanoTime();
        assertThat(Duration.ofNanos(shown - began)).isLessThan(Duration.ofSeconds(30));
        assertThat(Duration.ofNanos(done - shown)).isLessThan(Duration.ofSeconds(30));
    }

    private void refused(long person, ThrowingCallable what) {
        assertThatThrownBy(() -> as.person(person, () -> called(what)))
                .satisfies(failure -> assertThat(rootOf(failure)).isInstanceOf(AccessDenied.class));
    }

    private static void called(ThrowingCallable what) throws Exception {
        try {
            what.call();
        } catch (RuntimeException | Error refused) {
            throw refused;
        } catch (Throwable failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Throwable rootOf(Throwable failure) {
        return failure.getCause() == null ? failure : rootOf(failure.getCause());
    }

    private static RegisterStandings.Search everything() {
        return new RegisterStandings.Search(null, null, false);
    }

    private List<RegisterStandings.Row> standingsOf(ImportRun run, boolean lapsing) {
        return as.person(
                        administrator,
                        () -> standings.find(run.id(), new RegisterStandings.Search(null, null, lapsing), Paging.FIRST))
                .rows();
    }

    private List<Shown> shown(ImportRun run) {
        return standingsOf(run, false).stream()
                .map(row -> new Shown(row.person(), row.place(), row.standing(), row.day(), row.stepsLeft()))
                .toList();
    }

    private List<Shown> appointments() {
        return Stream.of(Standing.values())
                .flatMap(standing -> as
                        .person(
                                leader,
                                () -> lists.find(
                                        new AppointmentSearch(
                                                unitId,
                                                null,
                                                standing,
                                                "",
                                                AppointmentSearch.Sort.NAME,
                                                false,
                                                scenario.today()),
                                        Paging.FIRST))
                        .rows()
                        .stream())
                .map((AppointmentRow row) -> new Shown(
                        row.person(),
                        row.place(),
                        row.now().standing(),
                        row.now().day(),
                        row.now().stepsLeft()))
                .toList();
    }

    private boolean noDifferences() {
        return guard.asSystem("test", () -> rebuild.rebuild((at, total) -> {})).noDifferences();
    }

    private static String row(
            String type,
            String hsaId,
            String role,
            String place,
            String units,
            String what,
            String from,
            String through,
            String signed,
            String vouched) {
        return String.join(";", type, hsaId, "", "", "", role, place, units, what, from, through, signed, vouched)
                + "\n";
    }

    private String appointment(String hsaId, String from, String through, String units) {
        return row("uppdrag", hsaId, INSTRUCTOR, unit, units, "", from, through, "", "Kajsa Chef");
    }

    private static String licence(String type, String hsaId, String day) {
        return row(type, hsaId, "", "", "", NURSE, day, "", "", "");
    }

    private String byName(String given, String family) {
        return String.join(
                        ";",
                        "uppdrag",
                        "",
                        given,
                        family,
                        mail(given, family),
                        INSTRUCTOR,
                        unit,
                        "",
                        "",
                        "2022-03-01",
                        "",
                        "",
                        "")
                + "\n";
    }

    /** An appointment with all that it asks. @param trained the last day of the training */
    private String all(String hsaId, LocalDate trained) {
        return appointment(hsaId, "2022-03-01", "", "")
                + row(
                        "utbildning",
                        hsaId,
                        "",
                        "",
                        "",
                        TRAINING,
                        trained.minusDays(1).toString(),
                        trained.toString(),
                        "",
                        "")
                + licence("legitimation", hsaId, "2012-06-08")
                + row("överenskommelse", hsaId, INSTRUCTOR, unit, "", "", "2022-03-15", "", "2022-03-14", "Kajsa Chef");
    }

    private static String mail(String given, String family) {
        return (given + "." + family).toLowerCase(Locale.ROOT) + "@example.se";
    }

    private long named(String given, String family, boolean hidden) {
        long person = scenario.person(given, family, hidden);
        scenario.employment(person, unitId, LocalDate.of(2020, 1, 1), CountyTime.END_OF_DAYS);
        database.execute(handle -> handle.createUpdate("update person set email = :email where id = :id")
                .bind("email", mail(given, family))
                .bind("id", person)
                .execute());
        return person;
    }

    private String hsaIdOf(long person) {
        return text("select min(hsa_id) from employment where person_id = :id", person);
    }

    private String hsaIdOfEmployment(long employment) {
        return text("select hsa_id from employment where id = :id", employment);
    }

    private String text(String sql, long id) {
        return database.query(handle ->
                handle.createQuery(sql).bind("id", id).mapTo(String.class).one());
    }

    private long mergedInto(long person) {
        return Long.parseLong(text("select merged_into from person where id = :id", person));
    }

    private List<String> facts(long person) {
        return database.query(handle -> handle.createQuery(
                        "select concat(kind, ' ', coalesce(code, 'null'), ' ', valid_from, ' ', coalesce(reason, ''))"
                                + " from fact where person_id = :id order by id")
                .bind("id", person)
                .mapTo(String.class)
                .list());
    }

    private List<String> recordedBy(long person) {
        return database.query(handle -> handle.createQuery("select recorded_by from fact where person_id = :id")
                .bind("id", person)
                .mapTo(String.class)
                .list());
    }
}

package se.metodporten.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.metodporten.common.CountyTime;
import se.metodporten.common.DomainException;
import se.metodporten.common.Words;
import se.metodporten.person.NewPerson;
import se.metodporten.person.People;

class StaffImportIT extends ImportFixture {

    /** An employment as the database has it. */
    public record Work(
            long id, long personId, String unit, String title, LocalDate validFrom, LocalDate validThrough) {}

    @Inject
    private People people;

    private String organisation;
    private long unitId;
    private String unit;

    @BeforeEach
    void anOrganisationOfOurOwn() {
        organisation = scenario.organisation("norra");
        unitId = scenario.unit(organisation);
        unit = scenario.hsaIdOf(unitId);
    }

    @Test
    void staff_are_added_and_the_same_file_twice_changes_nothing() {
        String anna = scenario.hsaId();
        String bo = scenario.hsaId();
        String file = STAFF + staff(anna, "Anna", "Berg", scenario.unique("anna") + "@example.se", unit) + bo
                + ";Bo;Ek;;" + unit + ";Undersköterska;2025-02-01;2030-01-31;ja\n";

        ImportRun run = applied(ImportKind.STAFF, file);

        assertThat(run.state()).isEqualTo(RunState.APPLIED);
        assertThat(run.added()).isEqualTo(2);
        assertThat(run.done()).isEqualTo(run.total());
        Work work = work(bo);
        assertThat(work.title()).isEqualTo("Undersköterska");
        assertThat(work.validFrom()).isEqualTo(LocalDate.of(2025, 2, 1));
        assertThat(work.validThrough()).isEqualTo(LocalDate.of(2030, 1, 31));
        assertThat(isProtected(work.personId())).isTrue();
        ImportRun again = checked(ImportKind.STAFF, file);
        assertThat(again.changing()).isFalse();
        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(apply(again).state()).isEqualTo(RunState.APPLIED);
    }

    @Test
    void rows_are_kept_no_longer_than_the_decision_needs_them() {
        ImportRun applied = applied(ImportKind.STAFF, STAFF + staff(scenario.hsaId(), "A", "B", "", unit));
        ImportRun discarded = checked(ImportKind.STAFF, STAFF + staff(scenario.hsaId(), "A", "B", "", unit));
        as.person(administrator, () -> imports.discard(discarded.id()));

        assertThat(kept(applied.id()) + kept(discarded.id())).isZero();
        assertThat(run(discarded.id()).state()).isEqualTo(RunState.DISCARDED);
    }

    @Test
    void a_report_changes_nothing() {
        String anna = scenario.hsaId();

        checked(ImportKind.STAFF, STAFF + staff(anna, "Anna", "Berg", "", unit));

        assertThat(works(anna)).isEmpty();
    }

    @Test
    void name_title_and_protection_follow_the_file() {
        String anna = scenario.hsaId();
        applied(ImportKind.STAFF, STAFF + staff(anna, "Anna", "Berg", "", unit));
        String changed = STAFF + anna + ";Anna;Dal;anna@example.se;" + unit + ";Distriktssköterska;2024-01-01;;ja\n";

        ImportRun run = checked(ImportKind.STAFF, changed);

        assertThat(rows(run, Outcome.CHANGED))
                .singleElement()
                .satisfies(row -> assertThat(row.changes())
                        .extracting(ReportRow.Change::what)
                        .containsExactly("familyName", "mail", "protected", "title"));
        apply(run);
        assertThat(isProtected(work(anna).personId())).isTrue();
        assertThat(work(anna).title()).isEqualTo("Distriktssköterska");
        assertThat(checked(ImportKind.STAFF, changed).changing()).isFalse();
    }

    @Test
    void an_empty_address_does_not_take_the_known_one_away() {
        String anna = scenario.hsaId();
        String address = scenario.unique("anna") + "@example.se";
        applied(ImportKind.STAFF, STAFF + staff(anna, "Anna", "Berg", address, unit));

        assertThat(checked(ImportKind.STAFF, STAFF + staff(anna, "Anna", "Berg", "", unit))
                        .changing())
                .isFalse();
    }

    @Test
    void who_goes_on_in_another_unit_keeps_the_past_in_the_first() {
        String other = scenario.hsaIdOf(scenario.unit(organisation));
        String anna = scenario.hsaId();
        applied(ImportKind.STAFF, STAFF + staff(anna, "Anna", "Berg", "", unit));
        String moved = STAFF + staff(anna, "Anna", "Berg", "", other);

        applied(ImportKind.STAFF, moved);

        List<Work> works = works(anna);
        assertThat(works).extracting(Work::unit).containsExactly(unit, other);
        assertThat(works.get(0).validThrough()).isEqualTo(scenario.today().minusDays(1));
        assertThat(works.get(1).validFrom()).isEqualTo(scenario.today());
        assertThat(works.get(1).personId()).isEqualTo(works.get(0).personId());
        assertThat(checked(ImportKind.STAFF, moved).changing()).isFalse();
    }

    @Test
    void who_is_missing_is_closed_in_the_organisations_of_the_file_only() {
        String stays = scenario.hsaId();
        String leaves = scenario.hsaId();
        applied(
                ImportKind.STAFF,
                STAFF + staff(stays, "Anna", "Stannar", "", unit) + staff(leaves, "Bo", "Slutar", "", unit));
        String elsewhere = scenario.hsaIdOf(scenario.unit(scenario.organisation("sodra")));
        String other = scenario.hsaId();
        applied(ImportKind.STAFF, STAFF + staff(other, "Eva", "Annanstans", "", elsewhere));
        String file = STAFF + staff(stays, "Anna", "Stannar", "", unit);

        ImportRun run = checked(ImportKind.STAFF, file);

        assertThat(rows(run, Outcome.CLOSED)).singleElement().satisfies(row -> {
            assertThat(row.line()).isNull();
            assertThat(row.hsaId()).isEqualTo(leaves);
            assertThat(row.lastDay()).isEqualTo(scenario.today().minusDays(1));
        });
        apply(run);
        assertThat(work(leaves).validThrough()).isEqualTo(scenario.today().minusDays(1));
        assertThat(work(other).validThrough()).isEqualTo(CountyTime.END_OF_DAYS);
        assertThat(checked(ImportKind.STAFF, file).changing()).isFalse();
    }

    @Test
    void who_has_a_faulty_row_is_not_missing() {
        String anna = scenario.hsaId();
        String bo = scenario.hsaId();
        applied(ImportKind.STAFF, STAFF + staff(anna, "Anna", "Berg", "", unit) + staff(bo, "Bo", "Ek", "", unit));

        ImportRun run = checked(
                ImportKind.STAFF,
                STAFF + staff(anna, "Anna", "Berg", "", unit) + staff(bo, "Bo", "Ek", "ingen adress", unit));

        assertThat(run.faulty()).isEqualTo(1);
        assertThat(run.closed()).isZero();
    }

    @Test
    void who_comes_back_works_again() {
        String anna = scenario.hsaId();
        String bo = scenario.hsaId();
        String both = STAFF + staff(anna, "Anna", "Berg", "", unit) + staff(bo, "Bo", "Ek", "", unit);
        applied(ImportKind.STAFF, both);
        applied(ImportKind.STAFF, STAFF + staff(bo, "Bo", "Ek", "", unit));

        applied(ImportKind.STAFF, both);

        assertThat(work(anna).validThrough()).isEqualTo(CountyTime.END_OF_DAYS);
    }

    @Test
    void hostile_cells_are_told_or_kept_as_text() {
        String code = scenario.hsaId();
        String given = "\"O'Brien \"\"x\"\" <script>alert(1)</script>\"";
        ImportRun run = checked(
                ImportKind.STAFF,
                STAFF
                        + staff(code, given, "=1+1 𠮷🙂", "", unit)
                        + staff(scenario.hsaId(), "An\u202Ena", "Berg", "", unit)
                        + staff(scenario.hsaId(), "Anna", "Berg", "", "SE2321000164-FINNSEJ")
                        + staff(scenario.hsaId(), "Anna", "Berg", "", unit).replace("2024-01-01", "1899-12-31")
                        + staff(scenario.hsaId(), "Anna", "Berg", "", unit)
                                .replace("2024-01-01;", "2024-01-01;10000-01-01")
                        + staff("=cmd|'/c calc'!A1", "Anna", "Berg", "", unit));

        assertThat(problems(run))
                .containsExactly(
                        new Problem(3, "givenName", Fault.DIRECTION, "An[U+202E]na"),
                        new Problem(4, "unitHsaId", Fault.UNIT, "SE2321000164-FINNSEJ"),
                        new Problem(5, "validFrom", Fault.DAY_RANGE, "1899-12-31"),
                        new Problem(6, "validThrough", Fault.DAY_RANGE, "10000-01-01"),
                        new Problem(7, "hsaId", Fault.HSA_ID, "=cmd|'/c calc'!A1"));
        ByteArrayOutputStream export = new ByteArrayOutputStream();
        as.person(administrator, () -> imports.writeProblems(run.id(), Words.SWEDISH, export));
        assertThat(export.toString(StandardCharsets.UTF_8)).contains(";'=cmd|").doesNotContain(";=cmd");

        apply(run);
        assertThat(nameOf(work(code).personId())).isEqualTo("O'Brien \"x\" <script>alert(1)</script> =1+1 𠮷🙂");
    }

    @Test
    void faulty_rows_are_left_out_only_when_somebody_says_so() {
        ImportRun run = checked(ImportKind.STAFF, STAFF + staff(scenario.hsaId(), "", "Berg", "", unit));

        assertThatThrownBy(() -> as.person(administrator, () -> imports.apply(run.id(), false)))
                .isInstanceOf(DomainException.class)
                .hasMessage("directory.refused.faulty");
        assertThat(run(run.id()).state()).isEqualTo(RunState.CHECKED);
    }

    @Test
    void a_second_employment_of_someone_known_is_proposed_and_a_person_decides() {
        String address = scenario.unique("anna") + "@example.se";
        String first = scenario.hsaId();
        String same = scenario.hsaId();
        applied(ImportKind.STAFF, STAFF + staff(first, "Anna", "Berg", address, unit));
        String file = STAFF + staff(first, "Anna", "Berg", address, unit) + staff(same, "Anna", "Berg", address, unit);

        ImportRun run = checked(ImportKind.STAFF, file);

        assertThat(as.person(administrator, () -> imports.proposals(run.id(), 1))
                        .rows())
                .singleElement()
                .satisfies(proposal -> {
                    assertThat(proposal.line()).isEqualTo(3);
                    assertThat(proposal.likePerson()).isEqualTo(work(first).personId());
                    assertThat(proposal.same()).isNull();
                });
        assertThatThrownBy(() -> as.person(administrator, () -> imports.apply(run.id(), false)))
                .isInstanceOf(DomainException.class)
                .hasMessage("directory.refused.undecided");
        as.person(administrator, () -> imports.decide(run.id(), 3, true));
        assertThat(apply(run).state()).isEqualTo(RunState.APPLIED);
        assertThat(work(same).personId()).isEqualTo(work(first).personId());
        assertThat(checked(ImportKind.STAFF, file).changing()).isFalse();
    }

    @Test
    void decided_to_be_someone_else_they_stay_two_and_are_not_proposed_again() {
        String address = scenario.unique("anna") + "@example.se";
        String one = scenario.hsaId();
        String two = scenario.hsaId();
        String file = STAFF + staff(one, "Anna", "Berg", address, unit) + staff(two, "Anna", "Berg", address, unit);
        ImportRun run = checked(ImportKind.STAFF, file);
        assertThat(as.person(administrator, () -> imports.undecided(run.id()))).isEqualTo(1);

        as.person(administrator, () -> imports.decideAll(run.id(), false));
        apply(run);

        assertThat(work(two).personId()).isNotEqualTo(work(one).personId());
        ImportRun again = checked(ImportKind.STAFF, file);
        assertThat(again.changing()).isFalse();
        assertThat(as.person(administrator, () -> imports.undecided(again.id())))
                .isZero();
    }

    @Test
    void two_new_rows_of_one_person_become_one_person_when_decided() {
        String address = scenario.unique("anna") + "@example.se";
        String one = scenario.hsaId();
        String two = scenario.hsaId();
        ImportRun run = checked(
                ImportKind.STAFF,
                STAFF + staff(one, "Anna", "Berg", address, unit) + staff(two, "Anna", "Berg", address, unit));

        as.person(administrator, () -> imports.decideAll(run.id(), true));
        apply(run);

        assertThat(work(two).personId()).isEqualTo(work(one).personId());
    }

    @Test
    void someone_added_on_the_spot_goes_on_under_the_hsa_id_of_the_directory() {
        long manager = scenario.manager(unitId);
        long added = as.person(
                manager,
                () -> people.add(
                        new NewPerson(UUID.randomUUID().toString(), "Bo", "Vikarie", "", "Sjuksköterska", unitId)));
        String code = scenario.hsaId();
        ImportRun run = checked(ImportKind.STAFF, STAFF + staff(code, "Bo", "Vikarie", "bo@example.se", unit));

        as.person(administrator, () -> imports.decide(run.id(), 2, true));
        apply(run);

        assertThat(work(code).personId()).isEqualTo(added);
        assertThat(as.person(manager, () -> people.person(added)).work()).hasSize(1);
    }

    @Test
    void what_changed_since_the_report_must_be_decided_anew() {
        String anna = scenario.hsaId();
        String file = STAFF + staff(anna, "Anna", "Berg", "", unit);
        ImportRun run = checked(ImportKind.STAFF, file);
        long person = scenario.person();
        database.execute(handle -> handle.createUpdate("""
                        insert into employment (person_id, unit_id, hsa_id, title, valid_from, created_at, created_by)
                        values (:person, :unit, :hsaId, 'Sjuksköterska', '2024-01-01', '2024-01-01', 'system:test')""")
                .bind("person", person)
                .bind("unit", unitId)
                .bind("hsaId", anna)
                .execute());

        ImportRun after = apply(run);

        assertThat(after.state()).isEqualTo(RunState.CHECKED);
        assertThat(after.refusal()).isEqualTo(Refusal.CHANGED_MEANWHILE);
        assertThat(after.added()).isZero();
        assertThat(after.changed()).isEqualTo(1);
        assertThat(works(anna)).hasSize(1);
    }

    @Test
    void a_fault_in_the_middle_leaves_nothing_behind_and_it_can_be_tried_again() {
        String anna = scenario.hsaId();
        ImportRun run = checked(
                ImportKind.STAFF,
                STAFF + staff(anna, "Anna", "Berg", "", unit) + staff(scenario.hsaId(), "Bo", "Ek", "", unit));
        long inTheWay = scenario.person();
        String token = "import:" + run.id() + ":3";
        addedAs(inTheWay, token);

        assertThat(apply(run).state()).isEqualTo(RunState.FAILED);
        assertThat(works(anna)).isEmpty();

        addedAs(inTheWay, null);
        assertThat(apply(run).state()).isEqualTo(RunState.APPLIED);
        assertThat(works(anna)).hasSize(1);
    }

    @Test
    void who_was_killed_in_the_middle_left_nothing_and_after_a_while_it_can_be_tried_again() {
        String anna = scenario.hsaId();
        ImportRun run = checked(ImportKind.STAFF, STAFF + staff(anna, "Anna", "Berg", "", unit));
        leftApplyingSince(run, Duration.ofMinutes(5));
        as.person(administrator, () -> imports.apply(run.id(), true));
        assertThat(run(run.id()).state())
                .as("perhaps somebody still works on it")
                .isEqualTo(RunState.APPLYING);
        assertThat(works(anna)).isEmpty();

        leftApplyingSince(run, Duration.ofMinutes(11));
        assertThat(apply(run).state()).isEqualTo(RunState.APPLIED);
        assertThat(works(anna)).hasSize(1);
    }

    /** As a portal that is killed leaves it: what it did is rolled back, that it had begun is kept. */
    private void leftApplyingSince(ImportRun run, Duration ago) {
        database.execute(handle -> handle.createUpdate(
                        "update import_run set state = 'APPLYING', progressed_at = :then where id = :run")
                .bind("then", Instant.now().minus(ago))
                .bind("run", run.id())
                .execute());
    }

    @Test
    void a_second_click_applies_nothing_twice() {
        String anna = scenario.hsaId();
        ImportRun run = checked(ImportKind.STAFF, STAFF + staff(anna, "Anna", "Berg", "", unit));

        as.person(administrator, () -> imports.apply(run.id(), false));
        as.person(administrator, () -> imports.apply(run.id(), false));

        assertThat(settled(run.id()).state()).isEqualTo(RunState.APPLIED);
        assertThat(apply(run).state()).isEqualTo(RunState.APPLIED);
        assertThat(works(anna)).hasSize(1);
    }

    @Test
    void two_hundred_thousand_rows_go_through() {
        int rows = 200_000;
        StringBuilder file = new StringBuilder(rows * 120).append(STAFF);
        String prefix = scenario.hsaId();
        for (int i = 0; i < rows; i++) {
            file.append(
                    staff(prefix + i, "Förnamn" + i, "Efternamn" + i, "p" + i + "@" + prefix + ".example.se", unit));
        }
        byte[] bytes = file.toString().getBytes(StandardCharsets.UTF_8);

        ImportRun run = apply(handIn(ImportKind.STAFF, bytes));

        assertThat(run.state()).isEqualTo(RunState.APPLIED);
        assertThat(run.added()).isEqualTo(rows);
    }

    private Work work(String hsaId) {
        List<Work> works = works(hsaId);
        return works.get(works.size() - 1);
    }

    private List<Work> works(String hsaId) {
        return database.query(handle -> handle.createQuery("""
                        select e.id, e.person_id, p.code unit, e.title, e.valid_from, e.valid_through
                        from employment e join place p on p.id = e.unit_id
                        where e.hsa_id = :id order by e.valid_from""")
                .bind("id", hsaId)
                .map((row, context) -> new Work(
                        row.getLong("id"),
                        row.getLong("person_id"),
                        row.getString("unit"),
                        row.getString("title"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_through", LocalDate.class)))
                .list());
    }

    private boolean isProtected(long person) {
        return database.query(handle -> handle.createQuery("select protected from person where id = :id")
                .bind("id", person)
                .mapTo(boolean.class)
                .one());
    }

    private String nameOf(long person) {
        return database.query(
                handle -> handle.createQuery("select concat(given_name, ' ', family_name) from person where id = :id")
                        .bind("id", person)
                        .mapTo(String.class)
                        .one());
    }

    private void addedAs(long person, String token) {
        database.execute(handle -> handle.createUpdate("update person set added_as = :token where id = :id")
                .bind("token", token)
                .bind("id", person)
                .execute());
    }

    private int kept(long run) {
        return database.query(handle ->
                handle.createQuery("""
                        select (select count(*) from import_staff where run_id = :run)
                             + (select count(*) from import_problem where run_id = :run)""").bind("run", run).mapTo(int.class).one());
    }
}

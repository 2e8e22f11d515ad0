package se.metodporten.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.metodporten.access.AccessDenied;
import se.metodporten.access.Action;
import se.metodporten.organisation.Places;
import se.metodporten.organisation.Unit;
import se.metodporten.organisation.UnitPeriod;

class UnitImportIT extends ImportFixture {

    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);

    @Inject
    private Places places;

    @Test
    void units_are_added_with_their_place_in_the_county() {
        String municipal = scenario.hsaId();
        String countyWide = scenario.hsaId();

        ImportRun run = applied(
                ImportKind.UNITS,
                UNITS + municipal + ";Ängens hemsjukvård;home-health-care;Hällefors kommun;;;2024-01-01;\n" + countyWide
                        + ";Akuten;Akutmottagning;region-orebro-lan;;;2024-01-01;\n");

        assertThat(run.state()).isEqualTo(RunState.APPLIED);
        assertThat(run.added()).isEqualTo(2);
        Unit unit = unit(municipal);
        assertThat(unit.name()).isEqualTo("Ängens hemsjukvård");
        assertThat(unit.organisation()).isEqualTo("Hällefors kommun");
        assertThat(unit.district()).isEqualTo("Norra länsdelen");
        assertThat(unit.validFrom()).isEqualTo(FIRST_DAY);
        assertThat(unit(countyWide).countyWide()).isTrue();
        assertThat(guard.asSystem("test", () -> places.trail(unit.id()))).hasSize(4);
    }

    @Test
    void the_same_file_twice_changes_nothing() {
        String file = UNITS
                + line(scenario.hsaId(), "Ett", "hallefors", "")
                + line(scenario.hsaId(), "Två", "nora", "2030-12-31");
        applied(ImportKind.UNITS, file);

        ImportRun again = checked(ImportKind.UNITS, file);

        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(again.changing()).isFalse();
    }

    @Test
    void what_differs_holds_from_today_and_the_past_stays() {
        String code = scenario.hsaId();
        applied(ImportKind.UNITS, UNITS + line(code, "Före", "hallefors", ""));
        String moved = UNITS + line(code, "Efter", "kumla", "");

        ImportRun run = checked(ImportKind.UNITS, moved);
        assertThat(rows(run, Outcome.CHANGED)).singleElement().satisfies(row -> {
            assertThat(row.validFrom()).isEqualTo(scenario.today());
            assertThat(row.changes())
                    .extracting(ReportRow.Change::what)
                    .containsExactly("name", "organisation", "district");
        });
        apply(run);

        Unit unit = unit(code);
        assertThat(unit.organisation()).isEqualTo("Kumla kommun");
        List<UnitPeriod> history = guard.asSystem("test", () -> places.history(unit.id()));
        assertThat(history).extracting(UnitPeriod::name).containsExactly("Efter", "Före");
        assertThat(history.get(1).validThrough()).isEqualTo(scenario.today().minusDays(1));
        assertThat(places(unit.id(), scenario.today()))
                .contains(scenario.place("kumla"))
                .doesNotContain(scenario.place("norra"));
        assertThat(places(unit.id(), scenario.today().minusDays(1))).contains(scenario.place("norra"));
        assertThat(checked(ImportKind.UNITS, moved).changing()).isFalse();
    }

    @Test
    void a_later_first_day_in_the_file_is_the_day_of_the_change() {
        String code = scenario.hsaId();
        applied(ImportKind.UNITS, UNITS + line(code, "Före", "hallefors", ""));
        String renamed = UNITS + line(code, "Efter", "hallefors", "").replace("2024-01-01", "2025-07-01");

        applied(ImportKind.UNITS, renamed);

        List<UnitPeriod> history =
                guard.asSystem("test", () -> places.history(unit(code).id()));
        assertThat(history.get(0).validFrom()).isEqualTo(LocalDate.of(2025, 7, 1));
        assertThat(checked(ImportKind.UNITS, renamed).changing()).isFalse();
    }

    @Test
    void a_last_day_closes_and_a_later_one_opens_again() {
        String code = scenario.hsaId();
        String open = UNITS + line(code, "Enhet", "hallefors", "");
        String closed = UNITS + line(code, "Enhet", "hallefors", "2025-12-31");
        applied(ImportKind.UNITS, open);

        ImportRun run = checked(ImportKind.UNITS, closed);
        assertThat(run.closed()).isEqualTo(1);
        assertThat(rows(run, Outcome.CLOSED).get(0).lastDay()).isEqualTo(LocalDate.of(2025, 12, 31));
        apply(run);
        assertThat(unit(code).validThrough()).isEqualTo(LocalDate.of(2025, 12, 31));
        assertThat(checked(ImportKind.UNITS, closed).changing()).isFalse();

        applied(ImportKind.UNITS, open);
        assertThat(unit(code).ending()).isFalse();
        assertThat(unit(code).validFrom()).isEqualTo(scenario.today());
        assertThat(checked(ImportKind.UNITS, open).changing()).isFalse();
    }

    @Test
    void each_faulty_row_is_told_with_line_column_and_reason_and_the_others_are_applied() {
        String good = scenario.hsaId();
        String twice = scenario.hsaId();
        ImportRun run = checked(
                ImportKind.UNITS,
                UNITS + line(good, "Bra", "hallefors", "")
                        + line(scenario.hsaId(), "Kommun", "Atlantis kommun", "")
                        + scenario.hsaId() + ";Slag;rymdstation;hallefors;;;2024-01-01;\n"
                        + scenario.hsaId() + ";Länsdel;home-care;hallefors;sodra;;2024-01-01;\n"
                        + scenario.hsaId() + ";Länsdel;home-care;region-orebro-lan;mellersta;;2024-01-01;\n"
                        + line(twice, "Ett", "nora", "")
                        + line(twice, "Två", "nora", "")
                        + scenario.hsaId() + ";;home-care;nora;;chef;1899-12-31;\n");

        assertThat(problems(run))
                .containsExactly(
                        new Problem(3, "organisation", Fault.ORGANISATION, "Atlantis kommun"),
                        new Problem(4, "kind", Fault.KIND, "rymdstation"),
                        new Problem(5, "district", Fault.OTHER_DISTRICT, "sodra / Hällefors kommun"),
                        new Problem(6, "district", Fault.DISTRICT, "mellersta"),
                        new Problem(7, "hsaId", Fault.DUPLICATE, "7, 8"),
                        new Problem(8, "hsaId", Fault.DUPLICATE, "7, 8"),
                        new Problem(9, "managerHsaId", Fault.HSA_ID, "chef"),
                        new Problem(9, "name", Fault.EMPTY, ""),
                        new Problem(9, "validFrom", Fault.DAY_RANGE, "1899-12-31"));
        assertThat(run.faulty()).isEqualTo(7);
        assertThat(apply(run).state()).isEqualTo(RunState.APPLIED);
        assertThat(unit(good).name()).isEqualTo("Bra");
        assertThat(exists(twice)).isFalse();
    }

    @Test
    void a_wrong_header_or_encoding_refuses_the_whole_file() {
        assertThat(checked(ImportKind.UNITS, "id;namn\n1;2\n"))
                .extracting(ImportRun::state, ImportRun::refusal)
                .containsExactly(RunState.REFUSED, Refusal.COLUMNS_MISSING);
        assertThat(handIn(ImportKind.UNITS, (UNITS + "x").getBytes(StandardCharsets.UTF_16)))
                .extracting(ImportRun::state, ImportRun::refusal)
                .containsExactly(RunState.REFUSED, Refusal.UTF_16);
    }

    @Test
    void the_manager_of_the_directory_gets_the_office_when_known_and_loses_it_to_the_next() {
        String unit = scenario.hsaId();
        String organisation = scenario.organisation("norra");
        String first = scenario.hsaId();
        String second = scenario.hsaId();
        applied(ImportKind.UNITS, UNITS + managed(unit, organisation, first));
        String staff = STAFF
                + staff(first, "Chef", scenario.unique("Ett"), "", unit)
                + staff(second, "Chef", scenario.unique("Två"), "", unit);

        applied(ImportKind.STAFF, staff);

        long unitId = unit(unit).id();
        assertThat(mayAppoint(personWith(first), unitId)).isTrue();
        assertThat(mayAppoint(personWith(second), unitId)).isFalse();

        ImportRun run = checked(ImportKind.UNITS, UNITS + managed(unit, organisation, second));
        assertThat(rows(run, Outcome.CHANGED).get(0).changes())
                .containsExactly(new ReportRow.Change("managerHsaId", first, second));
        apply(run);
        assertThat(mayAppoint(personWith(first), unitId)).isFalse();
        assertThat(mayAppoint(personWith(second), unitId)).isTrue();

        applied(ImportKind.STAFF, STAFF + staff(first, "Chef", "Ett", "", unit));
        assertThat(mayAppoint(personWith(second), unitId)).isFalse();
    }

    @Test
    void only_an_administrator_imports() {
        long manager = scenario.manager(scenario.unit("nora"));
        long run = checked(ImportKind.UNITS, UNITS + line(scenario.hsaId(), "Enhet", "nora", ""))
                .id();

        assertThatThrownBy(() -> as.person(
                        manager, () -> imports.begin(ImportKind.UNITS, "x.csv", new ByteArrayInputStream(new byte[0]))))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> as.person(manager, () -> imports.run(run))).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> as.person(manager, () -> imports.rows(run, Outcome.ADDED, 1)))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> as.person(manager, () -> imports.apply(run, true)))
                .isInstanceOf(AccessDenied.class);
    }

    private static String line(String code, String name, String organisation, String lastDay) {
        return code + ";" + name + ";home-health-care;" + organisation + ";;;2024-01-01;" + lastDay + "\n";
    }

    private static String managed(String code, String organisation, String manager) {
        return code + ";Enhet;home-health-care;" + organisation + ";;" + manager + ";2024-01-01;\n";
    }

    private Unit unit(String code) {
        long id = scenario.place(code);
        return guard.asSystem("test", () -> places.unit(id, scenario.today()));
    }

    private boolean exists(String code) {
        return database.query(handle -> handle.createQuery("select count(*) from place where code = :code")
                        .bind("code", code)
                        .mapTo(int.class)
                        .one())
                > 0;
    }

    private List<Long> places(long unit, LocalDate day) {
        return database.query(handle -> handle.createQuery("""
                        select ancestor_id from place_ancestor
                        where place_id = :unit and known_until = '9999-12-31 23:59:59' and :day between valid_from and valid_through""")
                .bind("unit", unit)
                .bind("day", day)
                .mapTo(Long.class)
                .list());
    }

    private long personWith(String hsaId) {
        return database.query(handle -> handle.createQuery("select person_id from employment where hsa_id = :id")
                .bind("id", hsaId)
                .mapTo(long.class)
                .one());
    }

    private boolean mayAppoint(long person, long unit) {
        return as.person(person, () -> guard.may(Action.APPOINT, unit));
    }
}

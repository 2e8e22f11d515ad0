package se.metodporten.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import se.metodporten.access.AccessDenied;
import se.metodporten.access.Office;
import se.metodporten.common.CountyTime;
import se.metodporten.common.DomainException;
import se.metodporten.common.Page;
import se.metodporten.common.Paging;
import se.metodporten.harness.InPortal;
import se.metodporten.harness.Scenario;

class PlacesIT extends InPortal {

    private static final LocalDate MOVE = LocalDate.of(2024, 7, 1);
    private static final LocalDate DAY_BEFORE = MOVE.minusDays(1);

    @Inject
    private Places places;

    @Test
    void a_units_trail_goes_from_the_county_down() {
        long unit = scenario.unit("hallefors");

        List<PlaceName> trail = system(() -> places.trail(unit));

        assertThat(trail)
                .extracting(PlaceName::name)
                .startsWith("Örebro län", "Norra länsdelen", "Hällefors kommun")
                .hasSize(4);
        assertThat(trail.get(3).id()).isEqualTo(unit);
    }

    @Test
    void a_municipal_unit_lies_in_the_municipalitys_district_and_nowhere_else() {
        long unit = scenario.unit("kumla");

        assertThat(unit(unit, Scenario.FIRST_DAY).district()).isEqualTo("Södra länsdelen");
        assertThatThrownBy(() -> scenario.unit("kumla", "home-care", "norra"))
                .isInstanceOfSatisfying(DomainException.class, refused -> {
                    assertThat(refused.key()).isEqualTo("organisation.refused.otherDistrict");
                    assertThat(refused.field()).isEqualTo("district");
                });
    }

    @Test
    void a_regions_unit_chooses_a_district_or_is_county_wide() {
        long inNorth = scenario.unit("region-orebro-lan", "health-centre", "norra");
        long countyWide = scenario.unit("region-orebro-lan", "hospital-ward", null);

        assertThat(unit(inNorth, scenario.today()).countyWide()).isFalse();
        assertThat(unit(countyWide, scenario.today()).countyWide()).isTrue();
        assertThat(system(() -> places.trail(countyWide)))
                .extracting(PlaceName::kind)
                .containsExactly(PlaceKind.COUNTY, PlaceKind.ORGANISATION, PlaceKind.UNIT);
    }

    @Test
    void a_unit_that_moves_keeps_its_past() {
        long unit = scenario.unit("hallefors");
        Unit before = unit(unit, DAY_BEFORE);

        change(unit, new UnitDetails("Ny enhet", before.kindId(), scenario.place("kumla"), null), MOVE);

        assertThat(unit(unit, DAY_BEFORE).organisation()).isEqualTo("Hällefors kommun");
        assertThat(unit(unit, DAY_BEFORE).name()).isEqualTo(before.name());
        assertThat(unit(unit, MOVE).organisation()).isEqualTo("Kumla kommun");
        assertThat(unit(unit, MOVE).district()).isEqualTo("Södra länsdelen");
        assertThat(ancestors(unit, DAY_BEFORE)).contains(scenario.place("norra"), scenario.place("hallefors"));
        assertThat(ancestors(unit, MOVE))
                .contains(scenario.place("sodra"), scenario.place("kumla"), scenario.county(), unit)
                .doesNotContain(scenario.place("norra"));
        assertThat(system(() -> places.history(unit)))
                .extracting(UnitPeriod::organisation)
                .containsExactly("Kumla kommun", "Hällefors kommun");
    }

    @Test
    void what_was_known_before_a_change_can_still_be_told() {
        long unit = scenario.unit("hallefors");
        Unit before = unit(unit, MOVE);

        change(unit, new UnitDetails("Rättat namn", before.kindId(), before.organisationId(), null), MOVE);

        List<String> forgotten = database.query(handle -> handle.createQuery("""
                        select name from place_version where place_id = :unit and known_until < :stillKnown""")
                .bind("unit", unit)
                .bind("stillKnown", CountyTime.STILL_KNOWN)
                .mapTo(String.class)
                .list());
        assertThat(forgotten).containsExactly(before.name());
    }

    @Test
    void the_closure_follows_every_version_row_by_row() {
        long unit = scenario.unit("lindesberg");
        Unit details = unit(unit, MOVE);
        change(unit, new UnitDetails("Två", details.kindId(), scenario.place("nora"), null), MOVE);
        change(unit, new UnitDetails("Tre", details.kindId(), scenario.place("laxa"), null), MOVE.minusYears(1));
        system(() -> {
            places.close(unit, MOVE.plusYears(1));
            return true;
        });

        int astray = database.query(handle -> handle.createQuery("""
                        select (select count(*) from place_version v
                                where v.place_id = :unit and (
                                  select count(*) from place_ancestor pa
                                  where pa.place_id = v.place_id and pa.valid_from = v.valid_from
                                    and pa.valid_through = v.valid_through and pa.known_from = v.known_from
                                    and pa.known_until = v.known_until
                                    and pa.ancestor_id in (v.place_id, v.organisation_id, v.district_id, :county)) <> 4)
                             + (select abs(4 * (select count(*) from place_version where place_id = :unit)
                                         - (select count(*) from place_ancestor where place_id = :unit)))""")
                .bind("unit", unit)
                .bind("county", scenario.county())
                .mapTo(int.class)
                .one());
        assertThat(astray).isZero();
        assertThat(unit(unit, scenario.today()).name()).isEqualTo("Tre");
        assertThat(unit(unit, scenario.today()).validThrough()).isEqualTo(MOVE.plusYears(1));
    }

    @Test
    void a_closed_unit_leaves_the_list_of_open_ones_and_keeps_its_page() {
        long unit = scenario.unit("laxa");
        String name = unit(unit, scenario.today()).name();
        system(() -> {
            places.close(unit, LocalDate.of(2025, 12, 31));
            return true;
        });

        assertThat(found(search(name, false)).rows()).isEmpty();
        assertThat(found(search(name, true)).rows()).extracting(Unit::id).containsExactly(unit);
        assertThat(unit(unit, scenario.today()).organisation()).isEqualTo("Laxå kommun");
        assertThat(ancestors(unit, LocalDate.of(2025, 12, 31))).contains(scenario.place("laxa"));
        assertThat(ancestors(unit, LocalDate.of(2026, 1, 1))).isEmpty();
    }

    @Test
    void a_change_outside_the_units_life_is_refused() {
        long unit = scenario.unit("askersund");
        UnitDetails details = new UnitDetails("X", unit(unit, MOVE).kindId(), scenario.place("askersund"), null);

        assertThatThrownBy(() -> change(unit, details, Scenario.FIRST_DAY.minusDays(1)))
                .isInstanceOf(DomainException.class)
                .hasMessage("organisation.refused.outsideLife");
    }

    @Test
    void an_hsa_id_belongs_to_one_unit() {
        String code = scenario.hsaId();
        UnitDetails details = new UnitDetails(scenario.unique("Enhet"), 1, scenario.place("nora"), null);
        system(() -> places.open(code, details, Scenario.FIRST_DAY));

        assertThatThrownBy(() -> system(() -> places.open(code.toLowerCase(Locale.ROOT), details, Scenario.FIRST_DAY)))
                .isInstanceOf(DomainException.class)
                .hasMessage("organisation.refused.codeTaken");
    }

    @Test
    void the_list_is_filtered_sorted_and_paged_by_the_database() {
        String word = scenario.unique("Sökord");
        for (int i = 0; i < Page.SIZE + 2; i++) {
            UnitDetails details =
                    new UnitDetails(word + String.format(Locale.ROOT, " %02d", i), 1, scenario.place("nora"), null);
            system(() -> places.open(scenario.hsaId(), details, Scenario.FIRST_DAY));
        }

        Page<Unit> second = system(() -> places.units(search(word, false), Paging.page(2)));

        assertThat(second.total()).isEqualTo(Page.SIZE + 2);
        assertThat(second.rows()).extracting(Unit::name).containsExactly(word + " 25", word + " 26");
    }

    @Test
    void a_percent_sign_in_the_search_is_only_a_percent_sign() {
        scenario.unit("nora");

        assertThat(found(search("%", false)).rows()).isEmpty();
        assertThat(found(search("_nhe_", false)).rows()).isEmpty();
    }

    @Test
    void a_reader_lists_and_opens_the_units_of_the_own_places_only() {
        long own = scenario.unit("nora");
        long neighbours = scenario.unit("nora");
        long elsewhere = scenario.unit("kumla");
        String word = unit(own, scenario.today()).name();
        long manager = scenario.manager(own);
        long coordinator = scenario.official(Office.COORDINATOR, scenario.place("norra"));
        long employee = scenario.employee(own);

        assertThat(as.person(manager, () -> places.units(UnitSearch.ALL, Paging.FIRST))
                        .rows())
                .extracting(Unit::id)
                .containsExactly(own);
        assertThat(as.person(manager, () -> places.unit(own, scenario.today())).name())
                .isEqualTo(word);
        assertThatThrownBy(() -> as.person(manager, () -> places.unit(neighbours, scenario.today())))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> as.person(manager, () -> places.history(neighbours)))
                .isInstanceOf(AccessDenied.class);
        assertThat(as.person(coordinator, () -> places.unit(neighbours, scenario.today()))
                        .id())
                .isEqualTo(neighbours);
        assertThatThrownBy(() -> as.person(coordinator, () -> places.unit(elsewhere, scenario.today())))
                .isInstanceOf(AccessDenied.class);
        assertThat(as.person(
                                coordinator,
                                () -> places.units(
                                        new UnitSearch(
                                                "",
                                                null,
                                                scenario.place("kumla"),
                                                null,
                                                false,
                                                false,
                                                UnitSearch.Sort.DISTRICT,
                                                false),
                                        Paging.FIRST))
                        .rows())
                .isEmpty();
        assertThat(as.person(employee, () -> places.units(UnitSearch.ALL, Paging.FIRST))
                        .rows())
                .isEmpty();
    }

    @Test
    void only_an_administrator_opens_changes_and_closes_units() {
        long unit = scenario.unit("nora");
        long manager = scenario.manager(unit);
        UnitDetails details = new UnitDetails("X", 1, scenario.place("nora"), null);

        assertThatThrownBy(() -> as.person(manager, () -> places.open(scenario.hsaId(), details, MOVE)))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> as.person(manager, () -> places.change(unit, details, MOVE)))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> as.person(manager, () -> places.close(unit, MOVE)))
                .isInstanceOf(AccessDenied.class);
    }

    private static UnitSearch search(String text, boolean closed) {
        return new UnitSearch(text, null, null, null, false, closed, UnitSearch.Sort.NAME, false);
    }

    private Page<Unit> found(UnitSearch search) {
        return system(() -> places.units(search, Paging.FIRST));
    }

    private Unit unit(long id, LocalDate asOf) {
        return system(() -> places.unit(id, asOf));
    }

    private void change(long unit, UnitDetails details, LocalDate from) {
        system(() -> {
            places.change(unit, details, from);
            return true;
        });
    }

    private <T> T system(Supplier<T> work) {
        return guard.asSystem("test", work);
    }

    private List<Long> ancestors(long unit, LocalDate day) {
        return database.query(handle -> handle.createQuery("""
                        select ancestor_id from place_ancestor
                        where place_id = :unit and known_until = :stillKnown and :day between valid_from and valid_through""")
                .bind("unit", unit)
                .bind("stillKnown", CountyTime.STILL_KNOWN)
                .bind("day", day)
                .mapTo(Long.class)
                .list());
    }
}

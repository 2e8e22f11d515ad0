package se.metodporten.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.metodporten.coverage.CoveredCounty.INSTRUCTOR;
import static se.metodporten.coverage.CoveredCounty.LEADER;
import static se.metodporten.coverage.CoveredCounty.SUPERVISOR;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import se.metodporten.access.AccessDenied;
import se.metodporten.access.Office;
import se.metodporten.certification.rules.Standing;
import se.metodporten.common.Page;
import se.metodporten.common.Paging;
import se.metodporten.harness.InPortal;
import se.metodporten.organisation.OrganisationKind;
import se.metodporten.organisation.Places;
import se.metodporten.organisation.UnitDetails;

class CoverageIT extends InPortal {

    private static final LocalDate START = LocalDate.of(2023, 3, 1);
    private static final int SEED = 7;

    @Inject
    private Coverage coverage;

    @Inject
    private CoveredCounty county;

    @Inject
    private CountedByHand hand;

    @Inject
    private Places places;

    @Inject
    private Clock clock;

    /** Who asks, the places below which figures are seen, and those below which people are. */
    private record Asker(String name, long person, Set<Long> coverage, Set<Long> people, boolean manager) {}

    @Test
    void every_figure_is_what_one_counts_by_hand_and_its_list_is_as_long() {
        List<Asker> askers = seedCounty();
        hand.read();
        LocalDate today = county.today();
        List<LocalDate> days = List.of(
                LocalDate.of(2021, 6, 30),
                LocalDate.of(2023, 5, 31),
                LocalDate.of(2024, 10, 15),
                today,
                today.plusMonths(10));

        for (Asker asker : askers) {
            for (String role : List.of(SUPERVISOR, INSTRUCTOR, LEADER)) {
                for (LocalDate day : days) {
                    CoverageQuestion question = CoverageQuestion.of(role, day);
                    as.person(asker.person, () -> {
                        compareUnits(asker, question);
                        comparePeople(asker, question);
                    });
                }
                as.person(asker.person, () -> compareAhead(CoverageQuestion.of(role, today), days));
            }
        }
    }

    private void compareUnits(Asker asker, CoverageQuestion question) {
        List<CountedByHand.InNeed> counted =
                hand.inNeed(question.role(), question.asOf(), asker.coverage, scenario.county());
        boolean district = asker.coverage.contains(scenario.place("norra"));
        for (Level level : List.of(Level.DISTRICT, Level.ORGANISATION, Level.KIND)) {
            List<CoverageFigure> figures = coverage.figures(question, level);
            for (CoverageFigure figure : figures) {
                for (CoverageState state : CoverageState.values()) {
                    long expected = counted.stream()
                            .filter(unit -> unit.inside() != figure.beside())
                            .filter(unit -> Objects.equals(unit.group(level), figure.groupId()))
                            .filter(unit -> level != Level.KIND
                                    || Objects.equals(
                                            unit.ownKind(),
                                            figure.ownKind() == null
                                                    ? null
                                                    : figure.ownKind().name()))
                            .filter(unit -> unit.state() == state)
                            .count();
                    assertThat(figure.count(state))
                            .as("%s %s %s %s", asker.name, question, figure, state)
                            .isEqualTo((int) expected);
                    if (expected > 0) {
                        assertList(question, UnitFilter.ALL.group(level, figure).in(state), (int) expected);
                    }
                }
                assertList(question, UnitFilter.ALL.group(level, figure), figure.inNeed());
            }
            long inside = counted.stream().filter(CountedByHand.InNeed::inside).count();
            assertThat(CoverageFigure.sum(figures).inNeed())
                    .as("%s %s %s", asker.name, question, level)
                    .isEqualTo((int) inside);
            long beside = district && level == Level.DISTRICT
                    ? counted.stream()
                            .filter(unit -> !unit.inside() && unit.district() == null)
                            .count()
                    : 0;
            assertThat(figures.stream()
                            .filter(CoverageFigure::beside)
                            .mapToInt(CoverageFigure::inNeed)
                            .sum())
                    .as("%s %s beside", asker.name, question)
                    .isEqualTo((int) beside);
        }
        CoverageFigure total = coverage.total(question);
        assertThat(coverage.tiles(question, question.asOf().minusMonths(3)).stream()
                        .mapToInt(CoverageTile::covered)
                        .sum())
                .isEqualTo(total.covered());
    }

    private void assertList(CoverageQuestion question, UnitFilter filter, int length) {
        Page<CoveredUnit> page = coverage.units(question, filter);
        assertThat(page.total()).as("%s %s", question, filter).isEqualTo(length);
        assertThat(page.rows()).hasSize(Math.min(length, Page.SIZE));
    }

    private void comparePeople(Asker asker, CoverageQuestion question) {
        if (asker.people.isEmpty()) {
            assertThat(coverage.appointmentTotal(question)).isNull();
            assertThatThrownBy(() -> coverage.appointmentFigures(question, Level.DISTRICT))
                    .isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> coverage.appointments(question, AppointmentFilter.ALL))
                    .isInstanceOf(AccessDenied.class);
            return;
        }
        List<CountedByHand.Counted> counted = hand.appointments(
                question.role(),
                question.asOf(),
                county.today(),
                asker.people,
                scenario.county(),
                one -> asker.manager || !one.protectedPerson());
        for (AppointmentFigure figure : coverage.appointmentFigures(question, Level.DISTRICT)) {
            AppointmentFilter group = AppointmentFilter.ALL.group(Level.DISTRICT, figure.groupId());
            List<CountedByHand.Counted> there = counted.stream()
                    .filter(one -> Objects.equals(one.district(), figure.groupId()))
                    .toList();
            for (Standing standing : Standing.values()) {
                long expected =
                        there.stream().filter(one -> one.standing() == standing).count();
                assertThat(figure.count(standing))
                        .as("%s %s %s", asker.name, question, standing)
                        .isEqualTo((int) expected);
                assertThat(coverage.appointments(question, group.in(standing)).total())
                        .as("%s %s list of %s", asker.name, question, standing)
                        .isEqualTo((int) expected);
            }
            for (DueWithin within : DueWithin.values()) {
                LocalDate last = within.lastDay(question.asOf());
                long expected = there.stream()
                        .filter(one -> falls(one, question.asOf(), last))
                        .count();
                assertThat(within == DueWithin.SOON ? figure.dueSoon() : figure.dueYear())
                        .isEqualTo((int) expected);
                assertThat(coverage.appointments(question, group.dueBy(last)).total())
                        .isEqualTo((int) expected);
            }
        }
        assertThat(coverage.appointments(question, AppointmentFilter.ALL).total())
                .as("%s %s", asker.name, question)
                .isEqualTo(counted.size());
    }

    private static boolean falls(CountedByHand.Counted one, LocalDate from, LocalDate through) {
        return (one.standing() == Standing.CERTIFIED || one.standing() == Standing.REFRESHER_DUE)
                && one.due() != null
                && !one.due().isBefore(from)
                && !one.due().isAfter(through);
    }

    private void compareAhead(CoverageQuestion question, List<LocalDate> days) {
        List<CoverageOnDay> ahead = coverage.ahead(question, days);
        assertThat(ahead).extracting(CoverageOnDay::day).isEqualTo(days);
        for (CoverageOnDay on : ahead) {
            CoverageFigure total = coverage.total(CoverageQuestion.of(question.role(), on.day()));
            assertThat(List.of(on.inNeed(), on.covered())).isEqualTo(List.of(total.inNeed(), total.covered()));
        }
    }

    /** Units of every sort, people of every standing, one of each kind of reader. */
    private List<Asker> seedCounty() {
        Random random = new Random(SEED);
        List<Long> units = new ArrayList<>();
        for (String kind : List.of("home-health-care", "nursing-home", "home-care", "nursing-home")) {
            units.add(scenario.unit("hallefors", kind));
            units.add(scenario.unit("kumla", kind));
        }
        long moved = scenario.unit("region-orebro-lan", "health-centre", "norra");
        move(moved, "sodra", LocalDate.of(2023, 6, 1));
        units.add(moved);
        units.add(scenario.unit("region-orebro-lan", "health-centre", "norra"));
        units.add(scenario.unit("region-orebro-lan", "hospital-ward"));
        units.add(scenario.unit("region-orebro-lan", "emergency"));
        long closed = scenario.unit("kumla", "nursing-home");
        units.add(closed);
        county.need(SUPERVISOR, units.get(0), 2, LocalDate.of(2022, 1, 1));
        county.need(SUPERVISOR, units.get(1), 0, LocalDate.of(2022, 1, 1));
        county.need(INSTRUCTOR, moved, 1, LocalDate.of(2021, 1, 1));
        String provider = scenario.organisation("norra");
        units.add(scenario.unit(provider, "nursing-home"));
        county.need(LEADER, scenario.place(provider), 1, LocalDate.of(2022, 1, 1));
        for (String organisation : List.of(provider, "hallefors", "kumla")) {
            long place = scenario.place(organisation);
            appointAs(LEADER, scenario.employee(units.get(0)), place, random);
        }
        for (long unit : units) {
            int people = random.nextInt(3);
            for (int i = 0; i < people; i++) {
                appoint(scenario.employee(unit), unit, random);
            }
        }
        appoint(scenario.protectedEmployee(units.get(0)), units.get(0), random);
        long known = scenario.employee(units.get(2));
        appoint(known, units.get(2), random);
        appoint(county.mergedInto(known), units.get(2), random);
        guard.asSystem("test", () -> {
            places.close(closed, LocalDate.of(2025, 1, 31));
            return true;
        });
        long norra = scenario.place("norra");
        long hallefors = scenario.place("hallefors");
        long manager = scenario.manager(units.get(0));
        return List.of(
                asker("process leader", Office.PROCESS_LEADER, scenario.county(), true),
                asker("coordinator", Office.COORDINATOR, norra, true),
                asker("MAS", Office.MAS, hallefors, false),
                new Asker("manager", manager, Set.of(units.get(0)), Set.of(units.get(0)), true));
    }

    private Asker asker(String name, Office office, long place, boolean people) {
        return new Asker(
                name, scenario.official(office, place), Set.of(place), people ? Set.of(place) : Set.of(), false);
    }

    private void appoint(long person, long unit, Random random) {
        for (String role : List.of(SUPERVISOR, INSTRUCTOR)) {
            appointAs(role, person, unit, random);
        }
    }

    private void appointAs(String role, long person, long place, Random random) {
        LocalDate from = LocalDate.of(2020, 6, 1).plusDays(random.nextInt(1500));
        long appointment = county.appointed(person, role, place, from);
        if (random.nextInt(4) > 0) {
            county.certify(person, role, appointment, from.plusDays(random.nextInt(200)));
        }
        if (random.nextInt(5) == 0) {
            county.end(person, appointment, from.plusDays(600));
        }
    }

    @Test
    void an_organisation_is_covered_by_who_holds_the_role_there_and_a_unit_of_it_by_nobody_of_them() {
        long organisation = scenario.place(scenario.organisation("norra"));
        county.need(LEADER, organisation, 1, START);
        long person = scenario.employee(scenario.unit("hallefors"));
        assertThat(leaderRow(organisation, START).state()).isEqualTo(CoverageState.VACANT);

        long appointment = county.appointed(person, LEADER, organisation, START);
        assertThat(leaderRow(organisation, START).state()).isEqualTo(CoverageState.NOT_COVERED);

        county.certify(person, LEADER, appointment, START.plusDays(5));
        CoveredUnit covered = leaderRow(organisation, START.plusDays(5));
        assertThat(covered.state()).isEqualTo(CoverageState.COVERED);
        assertThat(covered.organisationId()).as("it lies in itself").isEqualTo(organisation);
        assertThat(covered.ownKind()).isEqualTo(OrganisationKind.PRIVATE);

        county.end(person, appointment, START.plusDays(9));
        assertThat(leaderRow(organisation, START.plusDays(10)).state()).isEqualTo(CoverageState.VACANT);
    }

    private CoveredUnit leaderRow(long organisation, LocalDate day) {
        return guard.asSystem("test", () -> only(CoverageQuestion.of(LEADER, day), organisation));
    }

    @Test
    void a_place_is_vacant_not_covered_partly_or_covered_by_how_many_different_certified_persons_serve_it() {
        long unit = scenario.unit("nora");
        county.need(SUPERVISOR, unit, 2, START);
        assertThat(row(unit, START).state()).isEqualTo(CoverageState.VACANT);

        long anna = scenario.employee(unit);
        long first = county.appointed(anna, SUPERVISOR, unit, START);
        assertThat(row(unit, START).state()).isEqualTo(CoverageState.NOT_COVERED);

        county.certify(anna, SUPERVISOR, first, START);
        assertThat(row(unit, START).state()).isEqualTo(CoverageState.PARTLY);

        county.certified(county.mergedInto(anna), SUPERVISOR, unit, START, START);
        CoveredUnit twice = row(unit, START);
        assertThat(twice.state()).as("the same person, known twice").isEqualTo(CoverageState.PARTLY);
        assertThat(twice.certified()).isEqualTo(1);

        county.certified(scenario.employee(unit), SUPERVISOR, unit, START, START.plusDays(1));
        assertThat(row(unit, START).state()).isEqualTo(CoverageState.PARTLY);
        assertThat(row(unit, START.plusDays(1)).state()).isEqualTo(CoverageState.COVERED);
    }

    @Test
    void the_last_day_of_an_appointment_still_covers_and_the_day_after_is_vacant() {
        long unit = scenario.unit("nora");
        long person = scenario.employee(unit);
        LocalDate lastDay = START.plusMonths(6);
        county.end(person, county.certified(person, SUPERVISOR, unit, START, START), lastDay);

        assertThat(row(unit, START.minusDays(1)).state()).isEqualTo(CoverageState.VACANT);
        assertThat(row(unit, lastDay).state()).isEqualTo(CoverageState.COVERED);
        assertThat(row(unit, lastDay.plusDays(1)).state()).isEqualTo(CoverageState.VACANT);
    }

    @Test
    void a_covered_place_tells_until_when_it_is_if_nobody_acts_also_as_known_then() {
        long unit = scenario.unit("nora");
        long anna = scenario.employee(unit);
        long appointment = county.certified(anna, SUPERVISOR, unit, START, START);
        Instant before = clock.instant();
        assertThat(row(unit, START).coveredThrough()).isNull();

        LocalDate lastDay = START.plusMonths(6);
        county.end(anna, appointment, lastDay);

        assertThat(row(unit, START).coveredThrough()).isEqualTo(lastDay);
        assertThat(row(unit, lastDay).coveredThrough()).isEqualTo(lastDay);
        assertThat(row(unit, lastDay.plusDays(1)).coveredThrough()).isNull();
        assertThat(rowKnownAt(unit, START, before).coveredThrough()).isNull();

        county.certified(scenario.employee(unit), SUPERVISOR, unit, START, lastDay.plusDays(1));
        assertThat(row(unit, START).coveredThrough())
                .as("taken over without a gap")
                .isNull();
    }

    @Test
    void someone_who_serves_several_units_covers_each() {
        long one = scenario.unit("nora");
        long other = scenario.unit("nora");
        long appointment = county.certified(scenario.employee(one), SUPERVISOR, one, START, START);
        county.serves(appointment, other, START.plusDays(10));

        assertThat(row(other, START.plusDays(9)).state()).isEqualTo(CoverageState.VACANT);
        assertThat(row(other, START.plusDays(10)).state()).isEqualTo(CoverageState.COVERED);
        assertThat(row(one, START.plusDays(10)).state()).isEqualTo(CoverageState.COVERED);
    }

    @Test
    void what_was_known_on_an_earlier_day_is_told_as_it_was() {
        long unit = scenario.unit("nora");
        long person = scenario.employee(unit);
        long appointment = county.appointed(person, SUPERVISOR, unit, START);
        long course = county.certify(person, SUPERVISOR, appointment, START).get(0);
        Instant before = clock.instant();
        county.withdraw(course);

        assertThat(rowKnownAt(unit, START, before).state()).isEqualTo(CoverageState.COVERED);
        assertThat(row(unit, START).state()).isEqualTo(CoverageState.NOT_COVERED);
    }

    @Test
    void a_moved_unit_counts_where_it_lay_on_the_date() {
        LocalDate moves = LocalDate.of(2024, 1, 1);
        long unit = scenario.unit("region-orebro-lan", "health-centre", "vastra");
        move(unit, "norra", moves);

        assertThat(row(unit, moves.minusDays(1)).districtName()).isEqualTo("Västra länsdelen");
        assertThat(row(unit, moves).districtName()).isEqualTo("Norra länsdelen");
    }

    @Test
    void a_coordinator_finds_nothing_of_another_district_by_any_filter_or_sort() {
        long theirs = scenario.unit("kumla");
        county.certified(scenario.employee(theirs), SUPERVISOR, theirs, START, START);
        long coordinator = scenario.official(Office.COORDINATOR, scenario.place("norra"));
        CoverageQuestion question = CoverageQuestion.of(SUPERVISOR, county.today());
        UnitFilter unit = new UnitFilter(
                null, false, null, Within.ALL.only(theirs), false, null, UnitFilter.Sort.STATE, true, Paging.FIRST);
        long sodra = scenario.place("sodra");
        UnitFilter district = new UnitFilter(
                null,
                false,
                null,
                new Within(sodra, false, null, null, null),
                true,
                null,
                UnitFilter.Sort.KIND,
                true,
                Paging.FIRST);

        as.person(coordinator, () -> {
            assertThat(coverage.units(question, unit).rows()).isEmpty();
            assertThat(coverage.units(question, district).total()).isZero();
            for (AppointmentFilter.Sort sort : AppointmentFilter.Sort.values()) {
                AppointmentFilter filter =
                        new AppointmentFilter(null, null, Within.ALL.only(theirs), sort, true, Paging.FIRST);
                assertThat(coverage.appointments(question, filter).rows()).isEmpty();
            }
        });
    }

    @Test
    void who_may_not_see_people_is_not_told_how_many_are_appointed_in_a_unit() {
        long unit = scenario.unit("nora");
        county.certified(scenario.employee(unit), SUPERVISOR, unit, START, START);
        long mas = scenario.official(Office.MAS, scenario.place("nora"));

        as.person(mas, () -> {
            CoveredUnit seen = rowNow(unit, START);
            assertThat(seen.state()).isEqualTo(CoverageState.COVERED);
            assertThat(seen.certified()).isNull();
            assertThat(seen.appointed()).isNull();
        });
    }

    @Test
    void who_has_no_office_is_refused() {
        long nobody = scenario.person();
        CoverageQuestion question = CoverageQuestion.of(SUPERVISOR, county.today());
        Map<String, Supplier<Object>> questions = Map.of(
                "figures", () -> coverage.figures(question, Level.DISTRICT),
                "units", () -> coverage.units(question, UnitFilter.ALL),
                "tiles", () -> coverage.tiles(question, county.today()),
                "ahead", () -> coverage.ahead(question, List.of(county.today())),
                "appointments", () -> coverage.appointments(question, AppointmentFilter.ALL));

        questions.forEach((name, asked) ->
                as.person(nobody, () -> assertThatThrownBy(asked::get).as(name).isInstanceOf(AccessDenied.class)));
    }

    private void move(long unit, String district, LocalDate from) {
        guard.asSystem("test", () -> {
            long kind = places.kinds().stream()
                    .filter(one -> one.code().equals("health-centre"))
                    .findFirst()
                    .orElseThrow()
                    .id();
            UnitDetails details = new UnitDetails(
                    scenario.unique("Flyttad"), kind, scenario.place("region-orebro-lan"), scenario.place(district));
            places.change(unit, details, from);
            return true;
        });
    }

    private CoveredUnit row(long unit, LocalDate day) {
        return guard.asSystem("test", () -> rowNow(unit, day));
    }

    private CoveredUnit rowNow(long unit, LocalDate day) {
        return only(CoverageQuestion.of(SUPERVISOR, day), unit);
    }

    private CoveredUnit rowKnownAt(long unit, LocalDate day, Instant knownAt) {
        return guard.asSystem("test", () -> only(new CoverageQuestion(SUPERVISOR, day, knownAt, false), unit));
    }

    private CoveredUnit only(CoverageQuestion question, long unit) {
        List<CoveredUnit> rows =
                coverage.units(question, UnitFilter.ALL.only(unit)).rows();
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }
}

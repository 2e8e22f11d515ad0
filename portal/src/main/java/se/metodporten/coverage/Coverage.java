package se.metodporten.coverage;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Scope;
import se.metodporten.access.Service;
import se.metodporten.certification.rules.Standing;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.common.Page;
import se.metodporten.common.Paging;
import se.metodporten.coverage.rules.SmallNumbers;
import se.metodporten.person.NameScope;
import se.metodporten.person.Names;

/**
 * Figures of coverage and the lists behind them. Counts of units are for whoever may see some place's coverage; a
 * coordinator of a district also sees the county-wide units, beside the own ones. Counts of appointments are about people
 * and only for who may see those by name, so that no figure about a few people tells who they are.
 */
@Service
public class Coverage {

    @Inject
    private Guard guard;

    @Inject
    private Database database;

    @Inject
    private Names names;

    @Inject
    private PlannedStandings planned;

    @Inject
    private Clock clock;

    /** Figures by group, in order of name, the county-wide units last; groups without need are left out. */
    public List<CoverageFigure> figures(CoverageQuestion question, Level level) {
        guard.requireAnywhere(Action.VIEW_COVERAGE);
        return of(question).figures(level);
    }

    /** One page of them, in the same order. */
    public Page<CoverageFigure> figures(CoverageQuestion question, Level level, Paging paging) {
        guard.requireAnywhere(Action.VIEW_COVERAGE);
        return of(question).figures(level, paging);
    }

    /** The sum of all in the reader's places; each unit counts once. */
    public CoverageFigure total(CoverageQuestion question) {
        return CoverageFigure.sum(figures(question, Level.DISTRICT));
    }

    /** The organisations for the map, compared with an earlier day. */
    public List<CoverageTile> tiles(CoverageQuestion question, LocalDate before) {
        guard.requireAnywhere(Action.VIEW_COVERAGE);
        return of(question).tiles(before);
    }

    /**
     * The sum on each of these days, in their order: if nobody acts, and if planned trainings are taken. One statement
     * for each of the two, however many days.
     */
    public List<CoverageOnDay> ahead(CoverageQuestion question, List<LocalDate> days) {
        guard.requireAnywhere(Action.VIEW_COVERAGE);
        List<CoverageOnDay> ifNobodyActs = of(question.ifNobodyActs()).ahead(days);
        CoverageSql planned = of(question.ifPlannedTrainingsAreTaken());
        if (!planned.assumes()) {
            return ifNobodyActs;
        }
        List<CoverageOnDay> ifPlanned = planned.ahead(days);
        return IntStream.range(0, days.size())
                .mapToObj(i -> ifNobodyActs.get(i).ifPlanned(ifPlanned.get(i)))
                .toList();
    }

    /** The units behind a figure: as many as the figure says. */
    public Page<CoveredUnit> units(CoverageQuestion question, UnitFilter filter) {
        guard.requireAnywhere(Action.VIEW_COVERAGE);
        CoverageRows rows = rows(
                question,
                filter.within().unitId() == null
                        ? List.of()
                        : List.of(filter.within().unitId()));
        Page<CoveredUnit> page =
                new CoverageSql(database, rows).units(filter, guard.scope(Action.VIEW_PEOPLE), CountyTime.today(clock));
        return withEnds(page, question, rows.assumed(), filter.lostBy() != null);
    }

    /** Of places that are about to be lost also what planned trainings make of it. */
    private Page<CoveredUnit> withEnds(
            Page<CoveredUnit> page, CoverageQuestion question, @Nullable String assumed, boolean lost) {
        Map<Long, LocalDate> ends = new CoverEnds(database, question, assumed).of(page.rows());
        String ifPlanned = !lost || ends.isEmpty() ? null : assumed(question.ifPlannedTrainingsAreTaken());
        Map<Long, LocalDate> planned =
                ifPlanned == null ? ends : new CoverEnds(database, question, ifPlanned).of(page.rows());
        return page.map(unit -> {
            LocalDate end = ends.get(unit.unitId());
            LocalDate then = planned.getOrDefault(unit.unitId(), CountyTime.END_OF_DAYS);
            return unit.lostOn(end, end == null || then.equals(end) ? null : then);
        });
    }

    /**
     * For each role that some of the reader's places needs today, in order of their ids: how it stands, and how on that later
     * day if nobody acts. By two statements, however many roles there are.
     *
     * @param named places of each list
     */
    public List<RoleInSight> inSight(LocalDate soon, int named) {
        guard.requireAnywhere(Action.VIEW_COVERAGE);
        LocalDate today = CountyTime.today(clock);
        CoverageQuestion question = CoverageQuestion.ofEveryRole(today);
        List<RoleInSight> roles = new RolesInSight(database, rows(question, List.of()))
                .on(soon, named, guard.scope(Action.VIEW_PEOPLE), today);
        Map<Long, Map<Long, LocalDate>> ends = new CoverEnds(database, question, null)
                .ofRoles(roles.stream().collect(Collectors.toMap(RoleInSight::roleId, RoleInSight::losingFirst)));
        return roles.stream()
                .map(role -> role.lostOn(ends.getOrDefault(role.roleId(), Map.of())))
                .toList();
    }

    /** Of some places those that need the role today, by name; only such as the reader may see. */
    public List<CoveredUnit> placesToday(String role, Collection<Long> places) {
        guard.requireAnywhere(Action.VIEW_COVERAGE);
        if (places.isEmpty()) {
            return List.of();
        }
        LocalDate today = CountyTime.today(clock);
        CoverageRows rows = rows(CoverageQuestion.of(role, today), List.copyOf(places));
        return new CoverageSql(database, rows).inside(guard.scope(Action.VIEW_PEOPLE), today);
    }

    /** Roles that some place needs on the day. */
    public List<NeededRole> roles(LocalDate asOf) {
        guard.requireAnywhere(Action.VIEW_COVERAGE);
        return CoverageSql.roles(database, asOf);
    }

    /** Appointments by standing, by group in order of name. */
    public List<AppointmentFigure> appointmentFigures(CoverageQuestion question, Level level) {
        guard.requireAnywhere(Action.VIEW_PEOPLE);
        return appointments(question).figures(level);
    }

    /** One page of them, in the same order. */
    public Page<AppointmentFigure> appointmentFigures(CoverageQuestion question, Level level, Paging paging) {
        guard.requireAnywhere(Action.VIEW_PEOPLE);
        return appointments(question).figures(level, paging);
    }

    /** All that the reader may see, by standing; null for a reader who sees no people at all. */
    public @Nullable AppointmentFigure appointmentTotal(CoverageQuestion question) {
        guard.requireAnywhere(Action.VIEW_COVERAGE);
        return guard.mayAnywhere(Action.VIEW_PEOPLE)
                ? AppointmentFigure.sum(appointments(question).figures(Level.DISTRICT))
                : null;
    }

    /**
     * For a reader of figures who sees no people: the own places' appointments by standing, in the order of the enum, on the
     * first day of the month, so that two days do not tell who changed between them; null for who sees people.
     */
    public @Nullable SmallNumbers standingsWithoutNames(String role, LocalDate day) {
        guard.requireAnywhere(Action.VIEW_COVERAGE);
        if (guard.mayAnywhere(Action.VIEW_PEOPLE)) {
            return null;
        }
        LocalDate today = CountyTime.today(clock);
        CoverageQuestion question = CoverageQuestion.of(role, day.withDayOfMonth(1));
        NameScope everybody = new NameScope(true, 0, new Scope(Set.of()), today);
        AppointmentFigure all = AppointmentFigure.sum(
                new AppointmentSql(database, question, guard.scope(Action.VIEW_COVERAGE), everybody, today)
                        .figures(Level.DISTRICT));
        return SmallNumbers.of(Arrays.stream(Standing.values())
                .filter(standing -> standing != Standing.ENDED)
                .map(all::count)
                .toList());
    }

    /** The appointments behind a figure: as many as the figure says. */
    public Page<AppointmentOnDay> appointments(CoverageQuestion question, AppointmentFilter filter) {
        guard.requireAnywhere(Action.VIEW_PEOPLE);
        return appointments(question).list(filter);
    }

    private CoverageSql of(CoverageQuestion question) {
        return new CoverageSql(database, rows(question, List.of()));
    }

    private CoverageRows rows(CoverageQuestion question, List<Long> only) {
        return new CoverageRows(question, guard.scope(Action.VIEW_COVERAGE), assumed(question), only);
    }

    private @Nullable String assumed(CoverageQuestion question) {
        LocalDate today = CountyTime.today(clock);
        return question.planned() && !question.asOf().isBefore(today)
                ? question.once().get(() -> planned.of(question.role(), today))
                : null;
    }

    private AppointmentSql appointments(CoverageQuestion question) {
        return new AppointmentSql(
                database, question, guard.scope(Action.VIEW_PEOPLE), names.forReader(), CountyTime.today(clock));
    }
}

package se.metodporten.coverage;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Scope;
import se.metodporten.access.Service;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.person.Names;
import se.metodporten.role.Requirement;
import se.metodporten.role.RoleBook;
import se.metodporten.role.RoleVersion;

/**
 * Whether there are refreshers for those who need one: seats planned against refreshers falling due, and who was never
 * offered any. About people: for whoever may see them by name.
 */
@Service
public class Refreshers {

    private static final int QUARTERS = 4;
    private static final int MONTHS = 3;

    @Inject
    private Guard guard;

    @Inject
    private Database database;

    @Inject
    private Names names;

    @Inject
    private RoleBook roles;

    @Inject
    private Clock clock;

    /** The training that a role asks for again and again. */
    private record Asked(String kind, int windowMonths) {}

    private record Line(@Nullable Long districtId, @Nullable String districtName) {}

    /** The coming four quarters, this one included, by district, the county's own last; none where nothing is renewed. */
    public List<RefresherQuarter> quarters(String role) {
        guard.requireAnywhere(Action.VIEW_PEOPLE);
        Optional<Asked> asked = asked(role);
        if (asked.isEmpty()) {
            return List.of();
        }
        LocalDate today = CountyTime.today(clock);
        Scope people = guard.scope(Action.VIEW_PEOPLE);
        List<RefresherQuarter> quarters = new ArrayList<>();
        LocalDate from = today;
        for (int i = 0; i < QUARTERS; i++) {
            LocalDate through = lastDayOfQuarter(from);
            List<RefresherSql.Due> due = new RefresherSql(database, of(role, from, people, today))
                    .due(asked.get().kind(), through);
            List<RefresherSql.Planned> planned =
                    RefresherSql.planned(database, asked.get().kind(), from, through, people);
            quarters.addAll(lines(due, planned, from, through));
            from = through.plusDays(1);
        }
        return quarters;
    }

    /** Who is due or lapsed although no refresher was open to them, by name. */
    public List<AppointmentOnDay> neverOffered(String role) {
        guard.requireAnywhere(Action.VIEW_PEOPLE);
        LocalDate today = CountyTime.today(clock);
        AppointmentSql appointments = of(role, today, guard.scope(Action.VIEW_PEOPLE), today);
        return asked(role)
                .map(one -> new RefresherSql(database, appointments).neverOffered(one.kind(), one.windowMonths()))
                .orElse(List.of());
    }

    private static List<RefresherQuarter> lines(
            List<RefresherSql.Due> due, List<RefresherSql.Planned> planned, LocalDate from, LocalDate through) {
        Map<Line, RefresherQuarter> lines = new LinkedHashMap<>();
        due.forEach(one -> lines.merge(
                new Line(one.districtId(), one.districtName()),
                new RefresherQuarter(one.districtId(), one.districtName(), from, through, one.due(), one.seated(), 0),
                Refreshers::sum));
        planned.forEach(one -> lines.merge(
                new Line(one.districtId(), one.districtName()),
                new RefresherQuarter(one.districtId(), one.districtName(), from, through, 0, 0, one.seats()),
                Refreshers::sum));
        return lines.values().stream()
                .sorted(Comparator.comparing((RefresherQuarter one) -> one.districtId() == null)
                        .thenComparing(one -> Objects.requireNonNullElse(one.districtName(), "")))
                .toList();
    }

    private static RefresherQuarter sum(RefresherQuarter one, RefresherQuarter other) {
        return new RefresherQuarter(
                one.districtId(),
                one.districtName(),
                one.from(),
                one.through(),
                one.due() + other.due(),
                one.seated() + other.seated(),
                one.seats() + other.seats());
    }

    private AppointmentSql of(String role, LocalDate day, Scope people, LocalDate today) {
        return new AppointmentSql(database, CoverageQuestion.of(role, day), people, names.forReader(), today);
    }

    /** By the version of the role that was decided last of those that apply. */
    private Optional<Asked> asked(String role) {
        LocalDate today = CountyTime.today(clock);
        return roles.roles().stream()
                .filter(one -> one.code().equals(role))
                .findFirst()
                .flatMap(one -> roles.versions().stream()
                        .filter(version -> version.roleId() == one.id()
                                && !version.validFrom().isAfter(today))
                        .reduce((earlier, later) -> later))
                .flatMap(Refreshers::refresher);
    }

    private static Optional<Asked> refresher(RoleVersion version) {
        return version.ofKind(Requirement.Kind.REFRESHER).stream()
                .findFirst()
                .map(requirement -> new Asked(requirement.code(), version.windowMonths()));
    }

    private static LocalDate lastDayOfQuarter(LocalDate day) {
        int lastMonth = (day.getMonthValue() - 1) / MONTHS * MONTHS + MONTHS;
        return LocalDate.of(day.getYear(), lastMonth, 1).plusMonths(1).minusDays(1);
    }
}

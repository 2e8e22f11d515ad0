package se.metodporten.coverage;

import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.spi.JsonProvider;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Service;
import se.metodporten.appointment.Beginning;
import se.metodporten.appointment.Plan;
import se.metodporten.appointment.ServedUnits;
import se.metodporten.certification.Projections.Projected;
import se.metodporten.certification.rules.Standing;
import se.metodporten.certification.rules.StandingPeriod;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.role.Role;
import se.metodporten.role.RoleBook;

/**
 * What becomes of coverage if a plan is carried out: the same aggregate as everywhere, with the timelines that would be
 * known instead of those that are. In a few statements for each role that the plan is about.
 */
@Service
public class IfDone {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final int MONTHS_AHEAD = 24;

    @Inject
    private Guard guard;

    @Inject
    private ServedUnits served;

    @Inject
    private RoleBook roles;

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    /** Days and places are those of the plan's appointments; only places whose coverage the reader may see. */
    public List<PlaceChange> places(Plan plan, List<Projected> projected) {
        guard.requireAnywhere(Action.VIEW_COVERAGE);
        List<Projected> changed = projected.stream()
                .filter(one -> one.changes() || one.appointmentId() == plan.appointmentId())
                .toList();
        List<PlaceChange> changes = new ArrayList<>();
        byRole(changed).forEach((role, inRole) -> {
            Set<Long> ids = ids(inRole);
            List<ServedUnits.Span> spans =
                    role.heldAt() == Role.HeldAt.UNIT ? served.spansIf(plan, ids) : held(plan, ids);
            changes.addAll(inRole(role, spans, inRole));
        });
        return changes;
    }

    /** The same of several appointments that would begin together. */
    public List<PlaceChange> places(List<Beginning> beginnings, List<Projected> projected) {
        guard.requireAnywhere(Action.VIEW_COVERAGE);
        List<Projected> changed = projected.stream().filter(Projected::changes).toList();
        List<PlaceChange> changes = new ArrayList<>();
        byRole(changed).forEach((role, inRole) -> {
            Set<Long> ids = ids(inRole);
            List<ServedUnits.Span> spans =
                    new ArrayList<>(role.heldAt() == Role.HeldAt.UNIT ? served.spans(ids) : held(ids));
            beginnings.forEach(one -> spans.addAll(one.spans()));
            changes.addAll(inRole(role, spans, inRole));
        });
        return changes;
    }

    private Map<Role, List<Projected>> byRole(List<Projected> changed) {
        Map<Role, List<Projected>> byRole = new LinkedHashMap<>();
        changed.forEach(one -> byRole.computeIfAbsent(roles.role(one.roleId()), role -> new ArrayList<>())
                .add(one));
        return byRole;
    }

    private static Set<Long> ids(List<Projected> changed) {
        return changed.stream().map(Projected::appointmentId).collect(Collectors.toSet());
    }

    private List<PlaceChange> inRole(Role role, List<ServedUnits.Span> known, List<Projected> changed) {
        Set<Long> ids = ids(changed);
        List<ServedUnits.Span> spans = known.stream()
                .filter(span -> ids.contains(span.appointmentId()))
                .toList();
        Set<Long> places = new TreeSet<>(placesNow(ids));
        spans.forEach(span -> places.add(span.unitId()));
        List<LocalDate> days = days(changed, spans, places, role);
        String assumed = assumed(changed, spans);
        LocalDate today = CountyTime.today(clock);
        List<PlaceOnDay> before = rows(role, today, null, places).onDays(days);
        List<PlaceOnDay> after = rows(role, today, assumed, places).onDays(days);
        return compare(role, before, after, days);
    }

    private CoverageSql rows(Role role, LocalDate today, @Nullable String assumed, Set<Long> places) {
        return new CoverageSql(
                database,
                new CoverageRows(
                        CoverageQuestion.of(role.code(), today),
                        guard.scope(Action.VIEW_COVERAGE),
                        assumed,
                        List.copyOf(places)));
    }

    /** A role of an organisation serves the place where it is held. */
    private List<ServedUnits.Span> held(Plan plan, Set<Long> ids) {
        List<ServedUnits.Span> spans = held(ids);
        Plan.Begun begun = plan.begun();
        if (begun != null) {
            spans.add(new ServedUnits.Span(
                    Plan.NOT_YET, begun.asked().placeId(), begun.asked().from(), CountyTime.END_OF_DAYS));
        }
        return spans;
    }

    private List<ServedUnits.Span> held(Set<Long> ids) {
        List<ServedUnits.Span> spans = new ArrayList<>();
        places(ids, "select id appointment_id, place_id from appointment where id in (<ids>)")
                .forEach((id, place) ->
                        spans.add(new ServedUnits.Span(id, place, CountyTime.FIRST_DAY, CountyTime.END_OF_DAYS)));
        return spans;
    }

    private Map<Long, Long> places(Collection<Long> ids, String sql) {
        return database.query(handle -> handle.createQuery(sql)
                .bindList("ids", List.copyOf(ids))
                .map((row, context) -> Map.entry(row.getLong("appointment_id"), row.getLong("place_id")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private Set<Long> placesNow(Set<Long> ids) {
        return database.query(handle -> handle.createQuery("""
                        select unit_id from appointment_unit
                        where appointment_id in (<ids>) and known_until = '9999-12-31 23:59:59'""")
                .bindList("ids", List.copyOf(ids))
                .mapTo(Long.class)
                .set());
    }

    /** Today and every later day on which the coverage of one of the places may begin to be another, two years ahead. */
    private List<LocalDate> days(List<Projected> changed, List<ServedUnits.Span> spans, Set<Long> places, Role role) {
        LocalDate today = CountyTime.today(clock);
        Set<LocalDate> days = new TreeSet<>();
        days.add(today);
        for (Projected one : changed) {
            one.before().periods().forEach(period -> days.add(period.from()));
            one.after().periods().forEach(period -> days.add(period.from()));
        }
        spans.forEach(span -> {
            days.add(span.from());
            days.add(next(span.through()));
        });
        days.addAll(database.query(handle -> handle.createQuery("""
                        select s.valid_from day from standing_period s
                        join appointment a on a.id = s.appointment_id and a.role_id = :role
                        where s.known_until = :stillKnown and s.valid_from between :today and :last
                          and (a.place_id in (<places>) or exists (
                            select 1 from appointment_unit u where u.appointment_id = a.id and u.unit_id in (<places>)
                              and u.known_until = :stillKnown))
                        union
                        select u.valid_from from appointment_unit u
                        where u.unit_id in (<places>) and u.known_until = :stillKnown
                        union
                        select u.valid_through + interval 1 day from appointment_unit u
                        where u.unit_id in (<places>) and u.known_until = :stillKnown and u.valid_through < :last
                        union
                        select n.valid_from from need n where n.role_id = :role and n.known_until = :stillKnown
                        union
                        select n.valid_through + interval 1 day from need n
                        where n.role_id = :role and n.known_until = :stillKnown and n.valid_through < :last""")
                .bind("role", role.id())
                .bind("today", today)
                .bind("last", today.plusMonths(MONTHS_AHEAD))
                .bind("stillKnown", CountyTime.STILL_KNOWN)
                .bindList("places", List.copyOf(places))
                .mapTo(LocalDate.class)
                .list()));
        days.removeIf(day -> day.isBefore(today) || day.isAfter(today.plusMonths(MONTHS_AHEAD)));
        return List.copyOf(days);
    }

    /** A row for each stretch of days on which a place is served in one standing. */
    private static String assumed(List<Projected> changed, List<ServedUnits.Span> spans) {
        JsonArrayBuilder all = JSON.createArrayBuilder();
        for (Projected one : changed) {
            // Takes the place of what is known of the appointment also where nothing is left of it.
            all.add(row(one, CountyTime.FIRST_DAY, CountyTime.FIRST_DAY, false)
                    .add(one.personId())
                    .add(-1));
            for (StandingPeriod period : one.after().periods()) {
                if (period.standing() != Standing.ENDED) {
                    spans.stream()
                            .filter(span -> span.appointmentId() == one.appointmentId())
                            .forEach(span -> {
                                LocalDate from = later(period.from(), span.from());
                                LocalDate through = earlier(period.through(), span.through());
                                if (!through.isBefore(from)) {
                                    all.add(row(
                                                    one,
                                                    from,
                                                    through,
                                                    period.standing().isCertified())
                                            .add(one.personId())
                                            .add(span.unitId()));
                                }
                            });
                }
            }
        }
        return all.build().toString();
    }

    private static JsonArrayBuilder row(Projected one, LocalDate from, LocalDate through, boolean certified) {
        return JSON.createArrayBuilder()
                .add(one.appointmentId())
                .add(from.toString())
                .add(through.toString())
                .add(certified ? 1 : 0);
    }

    private static List<PlaceChange> compare(
            Role role, List<PlaceOnDay> before, List<PlaceOnDay> after, List<LocalDate> days) {
        Map<Long, Map<LocalDate, PlaceOnDay>> then = new HashMap<>();
        after.forEach(one ->
                then.computeIfAbsent(one.placeId(), place -> new HashMap<>()).put(one.day(), one));
        Map<Long, List<PlaceOnDay>> byPlace = new LinkedHashMap<>();
        before.forEach(one -> byPlace.computeIfAbsent(one.placeId(), place -> new ArrayList<>())
                .add(one));
        List<PlaceChange> changes = new ArrayList<>();
        byPlace.forEach((place, now) -> changes.add(new PlaceChange(
                place, now.get(0).name(), role.code(), spans(now, then.getOrDefault(place, Map.of()), days))));
        return changes;
    }

    private static List<PlaceChange.Span> spans(
            List<PlaceOnDay> now, Map<LocalDate, PlaceOnDay> then, List<LocalDate> days) {
        List<PlaceChange.Span> spans = new ArrayList<>();
        for (PlaceOnDay one : now) {
            PlaceOnDay other = then.get(one.day());
            LocalDate last = lastOf(one.day(), days);
            if (other != null) {
                int at = spans.size() - 1;
                PlaceChange.Span before = at < 0 ? null : spans.get(at);
                if (before != null
                        && before.before() == one.state()
                        && before.after() == other.state()
                        && next(before.through()).equals(one.day())) {
                    spans.set(at, new PlaceChange.Span(before.from(), last, one.state(), other.state()));
                } else {
                    spans.add(new PlaceChange.Span(one.day(), last, one.state(), other.state()));
                }
            }
        }
        return spans;
    }

    private static LocalDate lastOf(LocalDate day, List<LocalDate> days) {
        int at = days.indexOf(day);
        return at + 1 < days.size() ? days.get(at + 1).minusDays(1) : CountyTime.END_OF_DAYS;
    }

    private static LocalDate next(LocalDate day) {
        return day.equals(CountyTime.END_OF_DAYS) ? day : day.plusDays(1);
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}

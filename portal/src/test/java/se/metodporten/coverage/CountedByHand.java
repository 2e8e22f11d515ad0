package se.metodporten.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.metodporten.certification.rules.Standing;
import se.metodporten.common.Database;

/** Coverage counted row by row in Java: slow, and written without looking at the statements it checks. */
@ApplicationScoped
public class CountedByHand {

    /**
     * A place in need on a day.
     *
     * @param kind of the unit; null of an organisation
     * @param ownKind of the organisation; null of a unit
     */
    record InNeed(
            long unit,
            @Nullable Long district,
            long organisation,
            @Nullable Long kind,
            @Nullable String ownKind,
            CoverageState state,
            boolean inside) {

        @Nullable
        Long group(Level level) {
            return switch (level) {
                case DISTRICT -> district;
                case ORGANISATION -> organisation;
                case KIND -> kind;
                case UNIT -> unit;
            };
        }
    }

    /** An appointment on a day. */
    record Counted(
            long appointment,
            long unit,
            @Nullable Long district,
            long organisation,
            Standing standing,
            @Nullable LocalDate due,
            boolean protectedPerson) {}

    private record Rows(
            List<Map<String, Object>> places,
            List<Map<String, Object>> needs,
            List<Map<String, Object>> appointments,
            Map<Long, List<Map<String, Object>>> versionsOfPlace,
            Map<Long, List<Map<String, Object>>> unitsOfAppointment,
            Map<Long, List<Map<String, Object>>> periodsOfAppointment) {}

    @Inject
    private Database database;

    private @Nullable Rows rows;

    /** Reads all that is known now; what is asked afterwards is answered from this. */
    void read() {
        read(CoverageQuestion.NOW);
    }

    /** The same as it was known at that moment. */
    void read(Instant knownAt) {
        List<Map<String, Object>> places =
                known("select v.*, p.kind from place_version v join place p on p.id = v.place_id", "v", knownAt);
        rows = new Rows(
                places,
                known("select n.*, r.code from need n join role r on r.id = n.role_id", "n", knownAt),
                all("select a.id, a.place_id, r.code, coalesce(p.merged_into, p.id) person, p.protected"
                        + " from appointment a join role r on r.id = a.role_id join person p on p.id = a.person_id"),
                by("place_id", places),
                by("appointment_id", known("select u.* from appointment_unit u", "u", knownAt)),
                by(
                        "appointment_id",
                        known(
                                "select s.id, s.appointment_id, s.valid_from, s.valid_through, s.standing, s.due_day"
                                        + " from standing_period s",
                                "s",
                                knownAt)));
    }

    private static Map<Long, List<Map<String, Object>>> by(String column, List<Map<String, Object>> rows) {
        return rows.stream().collect(Collectors.groupingBy(row -> id(row, column)));
    }

    private static List<Map<String, Object>> of(Map<Long, List<Map<String, Object>>> rows, long id) {
        return rows.getOrDefault(id, List.of());
    }

    List<InNeed> inNeed(String role, LocalDate day, Set<Long> roots, long county) {
        List<InNeed> found = new ArrayList<>();
        for (Map<String, Object> unit : placesOn(day, role.equals(CoveredCounty.LEADER) ? "ORGANISATION" : "UNIT")) {
            int need = need(role, unit, day);
            if (need > 0) {
                found.add(new InNeed(
                        id(unit, "place_id"),
                        optional(unit, "district_id"),
                        organisation(unit),
                        optional(unit, "unit_kind_id"),
                        (String) unit.get("organisation_kind"),
                        state(role, id(unit, "place_id"), need, day),
                        below(unit, roots, county)));
            }
        }
        return found;
    }

    List<Counted> appointments(
            String role, LocalDate day, LocalDate today, Set<Long> roots, long county, Predicate<Counted> known) {
        List<Counted> found = new ArrayList<>();
        for (Map<String, Object> appointment : rows().appointments()) {
            if (!role.equals(appointment.get("code"))) {
                continue;
            }
            long id = id(appointment, "id");
            Optional<Map<String, Object>> period = period(id, day);
            Optional<Long> unit = role.equals(CoveredCounty.LEADER)
                    ? Optional.of(id(appointment, "place_id"))
                    : of(rows().unitsOfAppointment(), id).stream()
                            .filter(served -> holds(served, day))
                            .map(served -> id(served, "unit_id"))
                            .min(Comparator.comparing((Long served) -> served != id(appointment, "place_id"))
                                    .thenComparing(served -> served));
            if (period.isEmpty() || unit.isEmpty()) {
                continue;
            }
            Optional<Map<String, Object>> then = version(unit.get(), day);
            Optional<Map<String, Object>> now = version(unit.get(), nearest(unit.get(), today));
            if (then.isPresent() && now.isPresent() && below(now.get(), roots, county)) {
                Counted counted = new Counted(
                        id,
                        unit.get(),
                        optional(then.get(), "district_id"),
                        organisation(then.get()),
                        Standing.valueOf((String) period.get().get("standing")),
                        Optional.ofNullable(period.get().get("due_day"))
                                .map(due -> LocalDate.parse(due.toString()))
                                .orElse(null),
                        Boolean.TRUE.equals(appointment.get("protected")));
                if (known.test(counted)) {
                    found.add(counted);
                }
            }
        }
        return found;
    }

    private CoverageState state(String role, long unit, int need, LocalDate day) {
        Set<Object> appointed = new HashSet<>();
        Set<Object> certified = new HashSet<>();
        for (Map<String, Object> appointment : rows().appointments()) {
            if (!serves(appointment, unit, day)) {
                continue;
            }
            Optional<Map<String, Object>> period = period(id(appointment, "id"), day);
            if (period.isPresent() && role.equals(appointment.get("code"))) {
                appointed.add(appointment.get("person"));
                if (Set.of("CERTIFIED", "REFRESHER_DUE")
                        .contains((String) period.get().get("standing"))) {
                    certified.add(appointment.get("person"));
                }
            }
        }
        if (certified.size() >= need) {
            return CoverageState.COVERED;
        }
        if (!certified.isEmpty()) {
            return CoverageState.PARTLY;
        }
        return appointed.isEmpty() ? CoverageState.VACANT : CoverageState.NOT_COVERED;
    }

    private boolean serves(Map<String, Object> appointment, long place, LocalDate day) {
        if (CoveredCounty.LEADER.equals(appointment.get("code"))) {
            return id(appointment, "place_id") == place;
        }
        return of(rows().unitsOfAppointment(), id(appointment, "id")).stream()
                .anyMatch(served -> id(served, "unit_id") == place && holds(served, day));
    }

    private Optional<Map<String, Object>> period(long appointment, LocalDate day) {
        return of(rows().periodsOfAppointment(), appointment).stream()
                .filter(period -> holds(period, day) && !"ENDED".equals(period.get("standing")))
                .findFirst();
    }

    private int need(String role, Map<String, Object> unit, LocalDate day) {
        Object organisationKind = version(organisation(unit), day)
                .map(organisation -> organisation.get("organisation_kind"))
                .orElse(null);
        List<Map<String, Object>> needs = rows().needs().stream()
                .filter(need -> role.equals(need.get("code")) && holds(need, day))
                .toList();
        Stream<Map<String, Object>> exceptions =
                needs.stream().filter(need -> Objects.equals(need.get("place_id"), unit.get("place_id")));
        Stream<Map<String, Object>> general = needs.stream()
                .filter(need -> need.get("place_id") == null
                        && Objects.equals(need.get("unit_kind_id"), unit.get("unit_kind_id"))
                        && (need.get("organisation_kind") == null
                                || need.get("organisation_kind").equals(organisationKind)));
        return Stream.concat(exceptions, general)
                .findFirst()
                .map(need -> ((Number) need.get("number")).intValue())
                .orElse(0);
    }

    private List<Map<String, Object>> placesOn(LocalDate day, String kind) {
        return rows().places().stream()
                .filter(place -> kind.equals(place.get("kind")) && holds(place, day))
                .toList();
    }

    private Optional<Map<String, Object>> version(long place, LocalDate day) {
        return of(rows().versionsOfPlace(), place).stream()
                .filter(version -> holds(version, day))
                .findFirst();
    }

    /** The day, or the last of a closed unit. */
    private LocalDate nearest(long unit, LocalDate day) {
        LocalDate last = of(rows().versionsOfPlace(), unit).stream()
                .map(version -> LocalDate.parse(version.get("valid_through").toString()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return last.isBefore(day) ? last : day;
    }

    private static boolean below(Map<String, Object> unit, Set<Long> roots, long county) {
        return roots.contains(county)
                || roots.contains(id(unit, "place_id"))
                || roots.contains(organisation(unit))
                || unit.get("district_id") != null && roots.contains(id(unit, "district_id"));
    }

    private static boolean holds(Map<String, Object> row, LocalDate day) {
        return !LocalDate.parse(row.get("valid_from").toString()).isAfter(day)
                && !LocalDate.parse(row.get("valid_through").toString()).isBefore(day);
    }

    private static @Nullable Long optional(Map<String, Object> row, String column) {
        return row.get(column) == null ? null : id(row, column);
    }

    /** An organisation lies in itself. */
    private static long organisation(Map<String, Object> place) {
        return id(place, place.get("organisation_id") == null ? "place_id" : "organisation_id");
    }

    private static long id(Map<String, Object> row, String column) {
        return ((Number) row.get(column)).longValue();
    }

    private List<Map<String, Object>> known(String sql, String alias, Instant at) {
        return database.query(handle -> handle.createQuery(
                        sql + " where " + alias + ".known_from <= :at and " + alias + ".known_until > :at")
                .bind("at", at)
                .mapToMap()
                .list());
    }

    private List<Map<String, Object>> all(String sql) {
        return database.query(handle -> handle.createQuery(sql).mapToMap().list());
    }

    private Rows rows() {
        return Objects.requireNonNull(rows);
    }
}

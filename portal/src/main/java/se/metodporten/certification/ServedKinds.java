package se.metodporten.certification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import se.metodporten.appointment.ServedUnits;
import se.metodporten.certification.rules.Fact;
import se.metodporten.certification.rules.RecordedFact;
import se.metodporten.common.CountyTime;
import se.metodporten.common.RecordRows;

/**
 * Which kinds of unit appointments serve, with both times, for roles that ask something only at some kinds. What is known
 * of an appointment's units and of a unit's kind is known together from the later of the two on.
 */
final class ServedKinds {

    private static final String CONDITIONAL = """
            exists (select 1 from requirement_unit_kind c
                    join requirement q on q.id = c.requirement_id
                    join role_version r on r.id = q.role_version_id where r.role_id = a.role_id)""";

    private record Row(
            long appointmentId,
            String unitKind,
            LocalDate validFrom,
            LocalDate validThrough,
            Instant knownFrom,
            Instant knownUntil) {}

    private ServedKinds() {}

    /** By the appointment's id, in one statement. */
    static Map<Long, List<RecordedFact>> of(Handle handle, Collection<Long> appointments) {
        Map<Long, List<RecordedFact>> served = new HashMap<>();
        handle.createQuery("""
                        select u.appointment_id, k.code unit_kind,
                               greatest(u.valid_from, v.valid_from) valid_from,
                               least(u.valid_through, v.valid_through) valid_through,
                               greatest(u.known_from, v.known_from) known_from,
                               least(u.known_until, v.known_until) known_until
                        from appointment a
                        join appointment_unit u on u.appointment_id = a.id
                        join place_version v on v.place_id = u.unit_id
                          and v.valid_from <= u.valid_through and v.valid_through >= u.valid_from
                          and v.known_from < u.known_until and v.known_until > u.known_from
                        join unit_kind k on k.id = v.unit_kind_id
                        where a.id in (<appointments>) and\s""" + CONDITIONAL + " order by u.id, v.id")
                .bindList("appointments", appointments)
                .map(RecordRows.of(Row.class))
                .forEach(row -> add(served.computeIfAbsent(row.appointmentId, id -> new ArrayList<>()), row));
        return served;
    }

    /** What is served in some stretches of days, by what is known now of the units. */
    static Map<Long, List<RecordedFact>> of(Handle handle, List<ServedUnits.Span> spans) {
        Map<Long, List<RecordedFact>> served = new HashMap<>();
        if (spans.isEmpty()) {
            return served;
        }
        Map<Long, List<Fact.Serves>> kinds = new HashMap<>();
        handle.createQuery("""
                        select v.place_id, k.code unit_kind, v.valid_from, v.valid_through
                        from place_version v join unit_kind k on k.id = v.unit_kind_id
                        where v.place_id in (<units>) and v.known_until = :stillKnown order by v.valid_from""")
                .bindList(
                        "units",
                        spans.stream().map(ServedUnits.Span::unitId).distinct().toList())
                .bind("stillKnown", CountyTime.STILL_KNOWN)
                .map((row, context) -> Map.entry(
                        row.getLong("place_id"),
                        new Fact.Serves(
                                row.getString("unit_kind"),
                                row.getObject("valid_from", LocalDate.class),
                                row.getObject("valid_through", LocalDate.class))))
                .forEach(kind -> kinds.computeIfAbsent(kind.getKey(), unit -> new ArrayList<>())
                        .add(kind.getValue()));
        for (ServedUnits.Span span : spans) {
            for (Fact.Serves kind : kinds.getOrDefault(span.unitId(), List.of())) {
                LocalDate from = kind.from().isAfter(span.from()) ? kind.from() : span.from();
                LocalDate through = kind.through().isBefore(span.through()) ? kind.through() : span.through();
                if (!through.isBefore(from)) {
                    List<RecordedFact> facts = served.computeIfAbsent(span.appointmentId(), id -> new ArrayList<>());
                    facts.add(
                            RecordedFact.of(id(facts), Instant.EPOCH, new Fact.Serves(kind.unitKind(), from, through)));
                }
            }
        }
        return served;
    }

    private static void add(List<RecordedFact> facts, Row row) {
        long id = id(facts);
        facts.add(RecordedFact.of(id, row.knownFrom, new Fact.Serves(row.unitKind, row.validFrom, row.validThrough)));
        if (row.knownUntil.isBefore(CountyTime.STILL_KNOWN)) {
            facts.add(RecordedFact.withdrawing(id, id + 1, row.knownUntil));
        }
    }

    /** Far from the ids of facts, which these are not. */
    private static long id(List<RecordedFact> facts) {
        return Long.MIN_VALUE + facts.size();
    }

    /** The appointments after an id that serve some units, in roles that ask something only at some kinds. */
    static List<Long> appointmentsAt(Handle handle, Collection<Long> units, long afterId, int atMost) {
        return handle.createQuery("""
                        select distinct a.id from appointment_unit u join appointment a on a.id = u.appointment_id
                        where u.unit_id in (<units>) and a.id > :after and\s""" + CONDITIONAL + " order by a.id limit :most")
                .bindList("units", units)
                .bind("after", afterId)
                .bind("most", atMost)
                .mapTo(Long.class)
                .list();
    }

    /** Whether the role of an appointment asks something only at some kinds of unit. */
    static boolean matter(Handle handle, long appointmentId) {
        return handle.createQuery("select count(*) from appointment a where a.id = :id and " + CONDITIONAL)
                        .bind("id", appointmentId)
                        .mapTo(int.class)
                        .one()
                > 0;
    }

    /** By the appointment's id, the codes of the kinds of unit that are served on a day. */
    static Map<Long, Set<String>> on(Handle handle, LocalDate day, Collection<Long> appointments) {
        Map<Long, Set<String>> kinds = new HashMap<>();
        handle.createQuery("""
                        select u.appointment_id, k.code from appointment_unit u
                        join place_version v on v.place_id = u.unit_id and v.known_until = :stillKnown
                          and :day between v.valid_from and v.valid_through
                        join unit_kind k on k.id = v.unit_kind_id
                        where u.appointment_id in (<appointments>) and u.known_until = :stillKnown
                          and :day between u.valid_from and u.valid_through""")
                .bindList("appointments", appointments)
                .bind("stillKnown", CountyTime.STILL_KNOWN)
                .bind("day", day)
                .map((row, context) -> Map.entry(row.getLong("appointment_id"), row.getString("code")))
                .forEach(row -> kinds.computeIfAbsent(row.getKey(), id -> new HashSet<>())
                        .add(row.getValue()));
        return kinds;
    }
}

package se.metodporten.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.CountyTime;

/** What the portal knows of people and places that a file names, read in a handful of statements. */
final class Known {

    /** A stretch of days on which a place is there. @param organisation of a unit */
    record Stay(LocalDate from, LocalDate through, @Nullable Long organisation) {}

    record Place(long id, List<Stay> stays) {

        Optional<Stay> on(LocalDate day) {
            return stays.stream()
                    .filter(stay -> !day.isBefore(stay.from) && !day.isAfter(stay.through))
                    .findFirst();
        }
    }

    /** An appointment. @param id below zero: one of the file @param token of a file that began it, or of a form */
    record Held(
            long id,
            long personId,
            long roleId,
            long placeId,
            LocalDate from,
            LocalDate through,
            @Nullable String token) {

        boolean isOf(long person, long role, long place) {
            return personId == person && roleId == role && placeId == place;
        }

        boolean overlaps(LocalDate first, LocalDate last) {
            return !first.isAfter(through) && !last.isBefore(from);
        }
    }

    private record Employment(
            long id, long unitId, @Nullable String hsaId, LocalDate from, LocalDate through) {}

    private final Map<String, Place> units = new HashMap<>();
    private final Map<String, Place> organisations = new HashMap<>();
    private final Map<Long, List<Held>> held = new HashMap<>();
    private final Map<Long, List<Employment>> employments = new HashMap<>();
    private final Map<Long, Set<LocalDate>> agreements = new HashMap<>();

    Known(Handle handle, Collection<String> placesNamed, Collection<Long> persons, LocalDate today) {
        PeopleInFile.inSome(placesNamed, some -> units(handle, some));
        organisations(handle, today);
        PeopleInFile.inSome(persons, some -> {
            held(handle, some);
            employments(handle, some);
            agreements(handle, some);
        });
    }

    Optional<Place> unit(String code) {
        return Optional.ofNullable(units.get(code.toUpperCase(Locale.ROOT)));
    }

    /** By code, or by the name it has today. */
    Optional<Place> organisation(String named) {
        return Optional.ofNullable(organisations.get(named.toLowerCase(Locale.ROOT)));
    }

    List<Held> held(long person) {
        return held.getOrDefault(person, List.of());
    }

    /** The days from which agreements of an appointment are in force. */
    Set<LocalDate> agreements(long appointment) {
        return agreements.getOrDefault(appointment, Set.of());
    }

    /** The employment an appointment rests on: the row's own, else one in the place held, else the latest. */
    @Nullable
    Long employment(Collection<Long> same, @Nullable String hsaId, long place, LocalDate day) {
        return same.stream()
                .flatMap(person -> employments.getOrDefault(person, List.of()).stream())
                .max(Comparator.comparing((Employment one) -> hsaId != null && hsaId.equalsIgnoreCase(one.hsaId))
                        .thenComparing(one -> one.unitId == place)
                        .thenComparing(one -> !day.isBefore(one.from) && !day.isAfter(one.through))
                        .thenComparing(Employment::from)
                        .thenComparing(Employment::id))
                .map(Employment::id)
                .orElse(null);
    }

    private void units(Handle handle, Collection<String> codes) {
        places(handle, "p.kind = 'UNIT' and p.code in (<codes>)", codes).forEach((code, place) -> {
            units.put(code.toUpperCase(Locale.ROOT), place);
        });
    }

    private void organisations(Handle handle, LocalDate today) {
        organisations.putAll(lowered(places(handle, "p.kind = 'ORGANISATION'", List.of())));
        Map<Long, Place> byId = new HashMap<>();
        organisations.values().forEach(place -> byId.put(place.id, place));
        handle.createQuery("""
                        select p.id, v.name from place p
                        join place_version v on v.place_id = p.id and v.known_until = :stillKnown
                          and :today between v.valid_from and v.valid_through
                        where p.kind = 'ORGANISATION' order by p.id""")
                .bind("stillKnown", CountyTime.STILL_KNOWN)
                .bind("today", today)
                .map((row, context) -> Map.entry(row.getString("name"), row.getLong("id")))
                .forEach(named -> {
                    Place place = byId.get(named.getValue());
                    if (place != null) {
                        organisations.putIfAbsent(named.getKey().toLowerCase(Locale.ROOT), place);
                    }
                });
    }

    private static Map<String, Place> lowered(Map<String, Place> byCode) {
        Map<String, Place> lowered = new HashMap<>();
        byCode.forEach((code, place) -> lowered.put(code.toLowerCase(Locale.ROOT), place));
        return lowered;
    }

    private static Map<String, Place> places(Handle handle, String which, Collection<String> codes) {
        Map<String, Place> found = new HashMap<>();
        var query = handle.createQuery(
                        "select p.id, p.code, v.valid_from, v.valid_through, v.organisation_id from place p"
                                + " join place_version v on v.place_id = p.id and v.known_until = :stillKnown where "
                                + which
                                + " order by v.valid_from")
                .bind("stillKnown", CountyTime.STILL_KNOWN);
        (codes.isEmpty() ? query : query.bindList("codes", List.copyOf(codes)))
                .map((row, context) -> Map.entry(
                        row.getString("code"),
                        new Place(
                                row.getLong("id"),
                                List.of(new Stay(
                                        row.getObject("valid_from", LocalDate.class),
                                        row.getObject("valid_through", LocalDate.class),
                                        row.getObject("organisation_id", Long.class))))))
                .forEach(one -> found.merge(one.getKey(), one.getValue(), Known::both));
        return found;
    }

    private static Place both(Place one, Place more) {
        List<Stay> stays = new ArrayList<>(one.stays);
        stays.addAll(more.stays);
        return new Place(one.id, stays);
    }

    private void held(Handle handle, Collection<Long> persons) {
        handle.createQuery("""
                        select a.id, coalesce(o.merged_into, o.id) person_id, a.role_id, a.place_id, a.valid_from,
                               a.valid_through, a.form_token
                        from person o join appointment a on a.person_id = o.id
                        where o.id in (<persons>) or o.merged_into in (<persons>) order by a.id""")
                .bindList("persons", persons)
                .map((row, context) -> new Held(
                        row.getLong("id"),
                        row.getLong("person_id"),
                        row.getLong("role_id"),
                        row.getLong("place_id"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_through", LocalDate.class),
                        row.getString("form_token")))
                .forEach(one -> held.computeIfAbsent(one.personId, id -> new ArrayList<>())
                        .add(one));
    }

    private void employments(Handle handle, Collection<Long> persons) {
        handle.createQuery("""
                        select coalesce(o.merged_into, o.id) person_id, e.id, e.unit_id, e.hsa_id, e.valid_from,
                               e.valid_through
                        from person o join employment e on e.person_id = o.id
                        where o.id in (<persons>) or o.merged_into in (<persons>)""")
                .bindList("persons", persons)
                .map((row, context) -> Map.entry(
                        row.getLong("person_id"),
                        new Employment(
                                row.getLong("id"),
                                row.getLong("unit_id"),
                                row.getString("hsa_id"),
                                row.getObject("valid_from", LocalDate.class),
                                row.getObject("valid_through", LocalDate.class))))
                .forEach(one -> employments
                        .computeIfAbsent(one.getKey(), id -> new ArrayList<>())
                        .add(one.getValue()));
    }

    private void agreements(Handle handle, Collection<Long> persons) {
        handle.createQuery("""
                        select g.appointment_id, g.in_force_from
                        from person o join appointment a on a.person_id = o.id
                        join agreement g on g.appointment_id = a.id and g.in_force_from is not null
                        where o.id in (<persons>) or o.merged_into in (<persons>)""")
                .bindList("persons", persons)
                .map((row, context) ->
                        Map.entry(row.getLong("appointment_id"), row.getObject("in_force_from", LocalDate.class)))
                .forEach(one -> agreements
                        .computeIfAbsent(one.getKey(), id -> new HashSet<>())
                        .add(one.getValue()));
    }
}

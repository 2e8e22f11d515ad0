package se.metodporten.appointment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Scope;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.common.DomainException;
import se.metodporten.common.RecordRows;
import se.metodporten.role.Role;

/** Checks that person, role, place and days of an appointment fit together, before anything is written. */
@ApplicationScoped
class Placing {

    @Inject
    private Database database;

    @Inject
    private Guard guard;

    @Inject
    private Clock clock;

    /** What must be known of an appointment before it is locked. */
    Optional<Holding> held(long appointmentId) {
        return database.query(handle -> handle.createQuery("select person_id, place_id from appointment where id = :id")
                .bind("id", appointmentId)
                .map((row, context) -> new Holding(row.getLong("person_id"), row.getLong("place_id")))
                .findOne());
    }

    /** The appointment that a form already made. */
    Optional<Long> madeBy(String token) {
        return database.query(handle -> handle.createQuery("select id from appointment where form_token = :token")
                .bind("token", token)
                .mapTo(Long.class)
                .findOne());
    }

    /** The place is of the kind at which the role is held; the units are of the same organisation; all exist that day. */
    void requireFitting(Role role, long placeId, Set<Long> units, LocalDate day) {
        Set<Long> all = new TreeSet<>(units);
        all.add(placeId);
        DomainException unfitting = unfitting(role, placeId, units, places(all, day));
        if (unfitting != null) {
            throw unfitting;
        }
    }

    /** As {@link #requireFitting}, of places that are read. @return null: they fit */
    static @Nullable DomainException unfitting(Role role, long placeId, Set<Long> units, Map<Long, Place> places) {
        Place place = places.get(placeId);
        if (place == null || !place.kind.equals(role.heldAt().name())) {
            boolean heldAtUnit = role.heldAt() == Role.HeldAt.UNIT;
            return DomainException.at(heldAtUnit ? "from" : "place", "appointment.refused.noPlace." + role.heldAt());
        }
        boolean fitting = units.stream()
                .filter(unit -> unit != placeId)
                .map(places::get)
                .allMatch(unit -> unit != null && unit.kind.equals("UNIT") && unit.organisation == place.organisation);
        return fitting ? null : DomainException.at("units", "appointment.refused.otherOrganisation");
    }

    /** Who stands for whom after merges; whoever there is not is left out. */
    Map<Long, Long> became(Collection<Long> persons) {
        return database.query(handle -> handle.createQuery(
                        "select id, coalesce(merged_into, id) became from person where id in (<persons>)")
                .bindList("persons", List.copyOf(persons))
                .map((row, context) -> Map.entry(row.getLong("id"), row.getLong("became")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** @param organisation that it is of, or is */
    record Place(long id, String kind, long organisation) {}

    /** Units and organisations that exist on a day, by their ids. */
    Map<Long, Place> places(Collection<Long> places, LocalDate day) {
        return database.query(handle -> handle.createQuery("""
                        select p.id, p.kind, coalesce(v.organisation_id, p.id) organisation from place p
                        join place_version v on v.place_id = p.id and v.known_until = :stillKnown
                          and :day between v.valid_from and v.valid_through
                        where p.id in (<places>) and p.kind in ('UNIT', 'ORGANISATION')""")
                .bindList("places", List.copyOf(places))
                .bind("day", day)
                .bind("stillKnown", CountyTime.STILL_KNOWN)
                .map(RecordRows.of(Place.class))
                .collect(Collectors.toMap(Place::id, place -> place)));
    }

    /**
     * The employment that the appointment rests on: in the place held if there is one, else in another place where the
     * reader appoints; empty when the person works in none of them.
     */
    Optional<Long> employment(long personId, long placeId, LocalDate from) {
        return best(employments(List.of(personId), from), placeId).map(Employed::id);
    }

    static Optional<Employed> best(List<Employed> employments, long placeId) {
        return employments.stream()
                .min(Comparator.comparing((Employed one) -> one.unitId != placeId)
                        .thenComparing(Employed::id));
    }

    /** Employments that an appointment from a day can rest on: those in places where the reader appoints. */
    List<Employed> employments(Collection<Long> persons, LocalDate from) {
        LocalDate today = CountyTime.today(clock);
        Scope scope = guard.scope(Action.APPOINT);
        if (persons.isEmpty()) {
            return List.of();
        }
        return database.query(handle -> scope.bind(
                        handle.createQuery("""
                                select e.id, e.person_id, e.unit_id from employment e
                                where e.person_id in (<persons>) and :day between e.valid_from and e.valid_through and """ + " " + scope.covers("e.unit_id") + " order by e.id"), today)
                .bindList("persons", List.copyOf(persons))
                .bind("day", from.isBefore(today) ? today : from)
                .map(RecordRows.of(Employed.class))
                .list());
    }

    /** The organisation that a place is of, or is, on a day. */
    Optional<Long> organisation(long placeId, LocalDate day) {
        return database.query(handle -> handle.createQuery("""
                        select coalesce(v.organisation_id, v.place_id) from place_version v
                        where v.place_id = :place and v.known_until = :stillKnown
                          and :day between v.valid_from and v.valid_through""")
                .bind("place", placeId)
                .bind("day", day)
                .bind("stillKnown", CountyTime.STILL_KNOWN)
                .mapTo(Long.class)
                .findOne());
    }

    /** The employment that the person has in a unit on a day. */
    Optional<Long> employmentIn(long personId, long unit, LocalDate day) {
        return database.query(handle -> handle.createQuery("""
                        select e.id from employment e join person p on p.id = e.person_id
                        where (p.id = :person or p.merged_into = :person) and e.unit_id = :unit
                          and :day between e.valid_from and e.valid_through order by e.id limit 1""")
                .bind("person", personId)
                .bind("unit", unit)
                .bind("day", day)
                .mapTo(Long.class)
                .findOne());
    }

    /** An employment as it goes on under its HSA-id: the row of the day, or the latest. */
    record Employed(long id, long personId, long unitId) {}

    Employed employedOn(long employment, LocalDate day) {
        return database.query(handle -> handle.createQuery("""
                        select e.id, e.person_id, e.unit_id from employment mine
                        join employment e on e.id = mine.id or e.hsa_id = mine.hsa_id
                        where mine.id = :id
                        order by :day between e.valid_from and e.valid_through desc, e.valid_from desc limit 1""")
                .bind("id", employment)
                .bind("day", day)
                .map(RecordRows.of(Employed.class))
                .one());
    }

    /** Of an employment all rows: one for each unit that it was in. */
    Set<Long> sameEmployment(long employment) {
        return Set.copyOf(database.query(handle ->
                handle.createQuery("""
                        select e.id from employment mine join employment e on e.id = mine.id or e.hsa_id = mine.hsa_id
                        where mine.id = :id""").bind("id", employment).mapTo(Long.class).list()));
    }

    /** @param personId after merges */
    record Holding(long personId, long placeId) {}

    private record Held(long personId, long placeId, LocalDate since) {
        Holding holding() {
            return new Holding(personId, placeId);
        }
    }

    /** @param field that the refusal is about */
    void refuseOverlap(long personId, long roleId, long placeId, LocalDate from, String field) {
        LocalDate since = held(List.of(personId), roleId, from).get(new Holding(personId, placeId));
        if (since != null) {
            throw DomainException.at(field, "appointment.refused.overlap", since);
        }
    }

    /**
     * Who holds a role where on a day or later, and since when: two appointments of the same person, role and place do not
     * overlap.
     */
    Map<Holding, LocalDate> held(Collection<Long> persons, long roleId, LocalDate from) {
        if (persons.isEmpty()) {
            return Map.of();
        }
        return database.query(handle -> handle.createQuery("""
                        select coalesce(p.merged_into, p.id) person_id, a.place_id, min(a.valid_from) since
                        from appointment a join person p on p.id = a.person_id
                        where (p.id in (<persons>) or p.merged_into in (<persons>)) and a.role_id = :role
                          and a.valid_through >= :from
                        group by coalesce(p.merged_into, p.id), a.place_id""")
                .bindList("persons", List.copyOf(persons))
                .bind("role", roleId)
                .bind("from", from)
                .map(RecordRows.of(Held.class))
                .collect(Collectors.toMap(Held::holding, Held::since)));
    }

    /** All that is served: of a role held at a unit that one too. */
    static Set<Long> withHeld(Role role, long placeId, Set<Long> others) {
        Set<Long> units = new TreeSet<>(others);
        if (role.heldAt() == Role.HeldAt.UNIT) {
            units.add(placeId);
        }
        return units;
    }
}

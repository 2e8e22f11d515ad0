package se.metodporten.appointment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Scope;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.common.DomainException;
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
    record Held(long personId, long placeId) {}

    Optional<Held> held(long appointmentId) {
        return database.query(handle -> handle.createQuery("select person_id, place_id from appointment where id = :id")
                .bind("id", appointmentId)
                .map((row, context) -> new Held(row.getLong("person_id"), row.getLong("place_id")))
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
        boolean heldAtUnit = role.heldAt() == Role.HeldAt.UNIT;
        Long organisation = database.query(handle -> handle.createQuery("""
                        select case p.kind when 'UNIT' then v.organisation_id else p.id end
                        from place p
                        join place_version v on v.place_id = p.id and v.known_until = :stillKnown
                          and :day between v.valid_from and v.valid_through
                        where p.id = :place and p.kind = :kind""")
                .bind("place", placeId)
                .bind("kind", role.heldAt().name())
                .bind("day", day)
                .bind("stillKnown", CountyTime.STILL_KNOWN)
                .mapTo(Long.class)
                .findOne()
                .orElseThrow(() -> DomainException.at(
                        heldAtUnit ? "from" : "place", "appointment.refused.noPlace." + role.heldAt())));
        if (units.isEmpty()) {
            return;
        }
        int fitting = database.query(handle -> handle.createQuery("""
                        select count(distinct p.id) from place p
                        join place_version v on v.place_id = p.id and v.known_until = :stillKnown
                          and :day between v.valid_from and v.valid_through
                        where p.id in (<units>) and p.kind = 'UNIT' and v.organisation_id = :organisation""")
                .bindList("units", units)
                .bind("organisation", organisation)
                .bind("day", day)
                .bind("stillKnown", CountyTime.STILL_KNOWN)
                .mapTo(int.class)
                .one());
        if (fitting != units.size()) {
            throw DomainException.at("units", "appointment.refused.otherOrganisation");
        }
    }

    /**
     * The employment that the appointment rests on: in the place held if there is one, else in another place where the
     * reader appoints; empty when the person works in none of them.
     */
    Optional<Long> employment(long personId, long placeId, LocalDate from) {
        LocalDate today = CountyTime.today(clock);
        Scope scope = guard.scope(Action.APPOINT);
        return database.query(handle -> scope.bind(
                        handle.createQuery("""
                                select e.id from employment e
                                where e.person_id = :person and :day between e.valid_from and e.valid_through and """
                                + " " + scope.covers("e.unit_id")
                                + " order by e.unit_id = :place desc, e.id limit 1"),
                        today)
                .bind("person", personId)
                .bind("place", placeId)
                .bind("day", from.isBefore(today) ? today : from)
                .mapTo(Long.class)
                .findOne());
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
    record Employed(long id, long unitId) {}

    Employed employedOn(long employment, LocalDate day) {
        return database.query(handle -> handle.createQuery("""
                        select e.id, e.unit_id from employment mine
                        join employment e on e.id = mine.id or e.hsa_id = mine.hsa_id
                        where mine.id = :id
                        order by :day between e.valid_from and e.valid_through desc, e.valid_from desc limit 1""")
                .bind("id", employment)
                .bind("day", day)
                .map((row, context) -> new Employed(row.getLong("id"), row.getLong("unit_id")))
                .one());
    }

    /** Of an employment all rows: one for each unit that it was in. */
    Set<Long> sameEmployment(long employment) {
        return Set.copyOf(database.query(handle ->
                handle.createQuery("""
                        select e.id from employment mine join employment e on e.id = mine.id or e.hsa_id = mine.hsa_id
                        where mine.id = :id""").bind("id", employment).mapTo(Long.class).list()));
    }

    /** Two appointments of the same person, role and place do not overlap. @param field that the refusal is about */
    void refuseOverlap(long personId, long roleId, long placeId, LocalDate from, String field) {
        Optional<LocalDate> other = database.query(handle -> handle.createQuery("""
                        select a.valid_from from appointment a join person p on p.id = a.person_id
                        where (p.id = :person or p.merged_into = :person) and a.role_id = :role and a.place_id = :place
                          and a.valid_through >= :from
                        order by a.valid_from limit 1""")
                .bind("person", personId)
                .bind("role", roleId)
                .bind("place", placeId)
                .bind("from", from)
                .mapTo(LocalDate.class)
                .findOne());
        if (other.isPresent()) {
            throw DomainException.at(field, "appointment.refused.overlap", other.get());
        }
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

package se.metodporten.appointment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
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
     * reader appoints.
     *
     * @throws DomainException when the person works in none of them
     */
    long employment(long personId, long placeId, LocalDate from) {
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
                .findOne()
                .orElseThrow(() -> DomainException.at("person", "appointment.refused.notStaff")));
    }

    /** Two appointments of the same person, role and place do not overlap. */
    void refuseOverlap(long personId, NewAppointment asked) {
        Optional<LocalDate> other = database.query(handle -> handle.createQuery("""
                        select a.valid_from from appointment a join person p on p.id = a.person_id
                        where (p.id = :person or p.merged_into = :person) and a.role_id = :role and a.place_id = :place
                          and a.valid_through >= :from
                        order by a.valid_from limit 1""")
                .bind("person", personId)
                .bind("role", asked.roleId())
                .bind("place", asked.placeId())
                .bind("from", asked.from())
                .mapTo(LocalDate.class)
                .findOne());
        if (other.isPresent()) {
            throw DomainException.at("person", "appointment.refused.overlap", other.get());
        }
    }
}

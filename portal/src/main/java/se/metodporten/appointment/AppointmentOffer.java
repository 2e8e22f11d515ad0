package se.metodporten.appointment;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Scope;
import se.metodporten.access.Service;
import se.metodporten.appointment.AppointmentCard.ServedUnit;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.role.Role;
import se.metodporten.role.RoleBook;

/** What a manager can choose among when appointing at a place. */
@Service
public class AppointmentOffer {

    @Inject
    private Database database;

    @Inject
    private Guard guard;

    @Inject
    private RoleBook roles;

    @Inject
    private ManagedAppointments managed;

    @Inject
    private Clock clock;

    /** @param roles that are held at such a place */
    public record Place(long id, String name, Role.HeldAt kind, List<Role> roles) {}

    /** A place where the reader appoints. */
    public Place place(long placeId) {
        guard.require(Action.APPOINT, placeId);
        return database.query(handle -> handle.createQuery("""
                        select p.kind, v.name from place p
                        join place_version v on v.place_id = p.id and v.known_until = '9999-12-31 23:59:59'
                          and :today between v.valid_from and v.valid_through
                        where p.id = :place and p.kind in ('UNIT', 'ORGANISATION')""")
                .bind("place", placeId)
                .bind("today", today())
                .map((row, context) -> {
                    Role.HeldAt kind = Role.HeldAt.valueOf(row.getString("kind"));
                    return new Place(placeId, row.getString("name"), kind, heldAt(kind));
                })
                .findOne()
                .orElseThrow(() -> guard.refusal(Action.APPOINT.name(), "place:" + placeId)));
    }

    /** Codes of the kinds of unit that someone appointed at a place on a day could serve: its own and those of the others. */
    public Set<String> kinds(long placeId, LocalDate day) {
        guard.require(Action.APPOINT, placeId);
        Scope scope = guard.scope(Action.APPOINT);
        return database.query(handle -> scope.bind(handle.createQuery("""
                                select distinct k.code from place p
                                join place_version v on v.place_id = p.id and v.known_until = '9999-12-31 23:59:59'
                                  and :day between v.valid_from and v.valid_through
                                join unit_kind k on k.id = v.unit_kind_id
                                join place_version held on held.place_id = :place and held.known_until = '9999-12-31 23:59:59'
                                  and :day between held.valid_from and held.valid_through
                                where p.id = :place
                                  or v.organisation_id = coalesce(held.organisation_id, held.place_id) and """ + " " + scope.covers("p.id")), today())
                .bind("place", placeId)
                .bind("day", day)
                .mapTo(String.class)
                .set());
    }

    /** By unit the code of its kind on a day; for who appoints in all of them. */
    public Map<Long, String> kindOf(Collection<Long> units, LocalDate day) {
        guard.requireAll(Action.APPOINT, units);
        if (units.isEmpty()) {
            return Map.of();
        }
        return database.query(handle -> handle.createQuery("""
                        select v.place_id, k.code from place_version v join unit_kind k on k.id = v.unit_kind_id
                        where v.place_id in (<units>) and v.known_until = '9999-12-31 23:59:59'
                          and :day between v.valid_from and v.valid_through""")
                .bindList("units", List.copyOf(units))
                .bind("day", day)
                .map((row, context) -> Map.entry(row.getLong("place_id"), row.getString("code")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** The other units of the same organisation that the reader may let someone serve. */
    public List<ServedUnit> otherUnits(long placeId) {
        guard.require(Action.APPOINT, placeId);
        Scope scope = guard.scope(Action.APPOINT);
        return database.query(handle -> scope.bind(
                        handle.createQuery("""
                                select p.id, v.name from place p
                                join place_version v on v.place_id = p.id and v.known_until = '9999-12-31 23:59:59'
                                  and :scopeDay between v.valid_from and v.valid_through
                                join place_version held on held.place_id = :place and held.known_until = '9999-12-31 23:59:59'
                                  and :scopeDay between held.valid_from and held.valid_through
                                where p.kind = 'UNIT' and p.id <> :place
                                  and v.organisation_id = coalesce(held.organisation_id, held.place_id) and """ + " " + scope.covers("p.id") + " order by v.name, p.id"), today())
                .bind("place", placeId)
                .map((row, context) -> new ServedUnit(row.getLong("id"), row.getString("name")))
                .list());
    }

    /** Where an appointment can be transferred to. @param organisation of the place; of an organisation itself */
    public record Target(long id, String name, String organisation) {}

    /** Where the reader appoints, and where the appointee works; for who may change the appointment. */
    public List<Target> targets(long appointmentId) {
        ManagedAppointment held = managed.locked(appointmentId);
        Scope scope = guard.scope(Action.APPOINT);
        return database.query(handle -> scope.bind(
                        handle.createQuery("""
                                select p.id, v.name, o.name organisation from place p
                                join role r on r.id = :role and r.held_at = p.kind
                                join place_version v on v.place_id = p.id and v.known_until = '9999-12-31 23:59:59'
                                  and :scopeDay between v.valid_from and v.valid_through
                                join place_version o on o.place_id = coalesce(v.organisation_id, v.place_id)
                                  and o.known_until = '9999-12-31 23:59:59'
                                  and :scopeDay between o.valid_from and o.valid_through
                                where p.id <> :held and (exists (
                                    select 1 from employment e join person n on n.id = e.person_id
                                    where e.unit_id = p.id and (n.id = :person or n.merged_into = :person)
                                      and e.valid_through >= :scopeDay) or """ + " " + scope.covers("p.id") + ") order by v.name, p.id"), today())
                .bind("role", held.roleId())
                .bind("held", held.placeId())
                .bind("person", held.personId())
                .map((row, context) ->
                        new Target(row.getLong("id"), row.getString("name"), row.getString("organisation")))
                .list());
    }

    private List<Role> heldAt(Role.HeldAt kind) {
        return roles.roles().stream().filter(role -> role.heldAt() == kind).toList();
    }

    private LocalDate today() {
        return CountyTime.today(clock);
    }
}

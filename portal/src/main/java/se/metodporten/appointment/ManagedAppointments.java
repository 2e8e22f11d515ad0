package se.metodporten.appointment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.common.Database;
import se.metodporten.common.DomainException;
import se.metodporten.fact.Facts;

/** The door to changing an appointment: for who appoints where it is held, and never for one's own. Asks the guard. */
@ApplicationScoped
public class ManagedAppointments {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Guard guard;

    @Inject
    private Facts facts;

    @Inject
    private Placing placing;

    @Inject
    private Database database;

    /**
     * Locks the person and the appointment until the transaction ends.
     *
     * @throws se.metodporten.access.AccessDenied to anyone else, also when there is no such appointment
     */
    public ManagedAppointment locked(long id) {
        Appointment appointment = entity(id);
        long person = facts.lockPerson(appointment.personId());
        return new ManagedAppointment(
                id,
                person,
                appointment.roleId(),
                appointment.placeId(),
                appointment.employmentId(),
                appointment.validFrom(),
                appointment.validThrough(),
                new Plan.Seen(lastFact(person), appointment.version()));
    }

    /** Refuses when something was done to the person or the appointment after the form was opened. */
    public static void requireSeen(Plan plan, Plan.Seen seen) {
        if (!plan.seen().equals(seen)) {
            throw new DomainException("common.refused.changedMeanwhile");
        }
    }

    Appointment entity(long id) {
        Placing.Holding held = placing.held(id).orElseThrow(() -> guard.refusal("APPOINT", "appointment:" + id));
        guard.require(Action.APPOINT, held.placeId());
        requireOther(facts.lockPerson(held.personId()), null);
        Appointment appointment = entities.find(Appointment.class, id);
        if (appointment == null) {
            throw new DomainException("common.refused.changedMeanwhile");
        }
        entities.refresh(appointment);
        return appointment;
    }

    void requireOther(long person, @Nullable String field) {
        Long reader = guard.reader().personId();
        if (reader != null && reader == person) {
            throw field == null
                    ? new DomainException("appointment.refused.self")
                    : DomainException.at(field, "appointment.refused.self");
        }
    }

    private long lastFact(long person) {
        return database.query(handle ->
                handle.createQuery("""
                        select coalesce(max(f.id), 0) from fact f join person p on p.id = f.person_id
                        where p.id = :person or p.merged_into = :person""").bind("person", person).mapTo(Long.class).one());
    }
}

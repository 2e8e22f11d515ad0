package se.metodporten.appointment;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Locale;
import se.metodporten.access.Guard;
import se.metodporten.access.Service;
import se.metodporten.audit.Audit;
import se.metodporten.common.Database;
import se.metodporten.fact.FactRecord;
import se.metodporten.fact.Facts;
import se.metodporten.role.RoleBook;

/**
 * What a manager does with an appointment that is under way. A deed is first planned, so that the page can show what
 * would come of it, and then carried out from a plan made anew.
 */
@Service
public class Deeds {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Guard guard;

    @Inject
    private ManagedAppointments managed;

    @Inject
    private Planning planning;

    @Inject
    private Appointments appointments;

    @Inject
    private ServedUnits servedUnits;

    @Inject
    private Announcing announcing;

    @Inject
    private RoleBook roles;

    @Inject
    private Facts facts;

    @Inject
    private Database database;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** What the form is opened on. */
    public Plan.Seen seen(long id) {
        return managed.locked(id).seen();
    }

    /**
     * Checks everything and writes nothing.
     *
     * @throws se.metodporten.common.DomainException beside the field that is wrong
     */
    public Plan plan(long id, Deed deed) {
        return planning.of(managed.locked(id), deed);
    }

    /**
     * @param seen when the form was opened
     * @return the appointment to go on with: the same, or the one that began in another organisation
     */
    public long carryOut(long id, Deed deed, Plan.Seen seen) {
        Plan plan = plan(id, deed);
        ManagedAppointments.requireSeen(plan, seen);
        Appointment appointment = managed.entity(id);
        long place = appointment.placeId();
        write(appointment, plan);
        facts.append(plan.facts());
        for (FactRecord fact : plan.withdrawn()) {
            facts.withdraw(fact.id(), "");
        }
        if (plan.movedTo() != null && deed instanceof Deed.Transfer transfer) {
            announcing.transferred(id, roles.role(plan.roleId()), plan.movedTo(), transfer.from());
        }
        audit.done(
                guard.reader().actor(),
                deed.getClass().getSimpleName().toUpperCase(Locale.ROOT),
                "appointment:" + id,
                place,
                plan.facts().stream()
                        .map(fact -> fact.kind() + " " + fact.from())
                        .toList()
                        .toString());
        return plan.begun() == null ? id : appointments.appoint(plan.begun().asked());
    }

    private void write(Appointment appointment, Plan plan) {
        if (plan.lastDay() != null) {
            appointment.endOn(plan.lastDay());
        }
        if (plan.movedTo() != null) {
            appointment.moveTo(plan.movedTo());
        }
        if (plan.resting() != null) {
            rest(appointment, plan.resting());
        }
        if (plan.serving() != null) {
            entities.lock(appointment, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
            servedUnits.change(
                    appointment.id(), plan.serving().units(), plan.serving().from());
        }
        entities.flush();
    }

    /** Until the day before it rested on the employment it has now. */
    private void rest(Appointment appointment, Plan.Resting resting) {
        database.execute(handle -> handle.createUpdate("""
                        insert into appointment_employment (appointment_id, employment_id, valid_from, valid_through,
                                                            recorded_at, recorded_by)
                        select a.id, a.employment_id, earlier.valid_from, :through, :now, :actor
                        from appointment a
                        join (select coalesce(max(n.valid_through) + interval 1 day, :first) valid_from
                              from appointment_employment n where n.appointment_id = :id) earlier
                        where a.id = :id and a.employment_id is not null and earlier.valid_from <= :through""")
                .bind("id", appointment.id())
                .bind("first", appointment.validFrom())
                .bind("through", resting.from().minusDays(1))
                .bind("now", clock.instant())
                .bind("actor", guard.reader().actor())
                .execute());
        appointment.restOn(resting.employmentId());
    }
}

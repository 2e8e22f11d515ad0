package se.metodporten.appointment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Objects;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Scope;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.person.NameScope;
import se.metodporten.person.Names;

/**
 * Who may see an appointment: the appointee; who sees people, or appoints, where it is held or serves (of one with
 * protected identity only the own manager); the system administrator. Asked by services, in the place of the guard.
 */
@ApplicationScoped
public class AppointmentAccess {

    private static final String SERVES = """
            exists (select 1 from appointment_unit served where served.appointment_id = a.id
                    and served.known_until = '9999-12-31 23:59:59' and\s""";

    @Inject
    private Guard guard;

    @Inject
    private Database database;

    @Inject
    private Names names;

    @Inject
    private Clock clock;

    /** The places in which the reader sees appointments. */
    public Scope scope() {
        return guard.scope(Action.VIEW_PEOPLE).or(guard.scope(Action.APPOINT)).or(guard.scope(Action.ADMINISTER));
    }

    /** A predicate on the alias {@code a} of {@code appointment}: held or serving in the scope, which is to be bound. */
    public static String within(Scope scope) {
        return "(" + scope.covers("a.place_id") + " or " + SERVES + scope.covers("served.unit_id") + "))";
    }

    /** @throws se.metodporten.access.AccessDenied (audited), also when there is no such appointment */
    public void requireView(long appointmentId) {
        Scope scope = scope();
        NameScope visible = names.forReader();
        boolean sees = database.query(handle -> visible.bind(scope.bind(
                                handle.createQuery("""
                                        select count(*) from appointment a
                                        join person o on o.id = a.person_id
                                        join person p on p.id = coalesce(o.merged_into, o.id)
                                        where a.id = :id and (p.id = :reader or (""" + within(scope) + " and " + visible.visible("p") + "))"),
                                CountyTime.today(clock)))
                        .bind("id", appointmentId)
                        .bind(
                                "reader",
                                Objects.requireNonNullElse(guard.reader().personId(), 0L))
                        .mapTo(int.class)
                        .one()
                > 0);
        if (!sees) {
            throw guard.refusal("VIEW_APPOINTMENT", "appointment:" + appointmentId);
        }
    }
}

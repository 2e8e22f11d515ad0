package se.metodporten.appointment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jdbi.v3.core.statement.SqlStatement;
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

    /** Which appointments the reader sees, to be put into a query; counts as the check of a list. */
    public Sight sight() {
        return new Sight(
                scope(),
                names.forReader(),
                Objects.requireNonNullElse(guard.reader().personId(), 0L),
                CountyTime.today(clock));
    }

    /** The aliases are {@code a} of {@code appointment} and {@code p} of the {@code person} who holds it, after merges. */
    public record Sight(Scope scope, NameScope names, long reader, LocalDate today) {

        /** A predicate; needs {@link #bind}. */
        public String sees() {
            return "(p.id = :sightReader or (" + within(scope) + " and " + names.visible("p") + "))";
        }

        /** Binds what {@link #sees} needs. */
        public <S extends SqlStatement<S>> S bind(S statement) {
            return names.bind(scope.bind(statement, today)).bind("sightReader", reader);
        }
    }

    /** @throws se.metodporten.access.AccessDenied (audited), also when there is no such appointment */
    public void requireView(long appointmentId) {
        Sight sight = sight();
        boolean sees = database.query(handle -> sight.bind(handle.createQuery("""
                                        select count(*) from appointment a
                                        join person o on o.id = a.person_id
                                        join person p on p.id = coalesce(o.merged_into, o.id)
                                        where a.id = :id and\s""" + sight.sees()))
                        .bind("id", appointmentId)
                        .mapTo(int.class)
                        .one()
                > 0);
        if (!sees) {
            throw guard.refusal("VIEW_APPOINTMENT", "appointment:" + appointmentId);
        }
    }
}

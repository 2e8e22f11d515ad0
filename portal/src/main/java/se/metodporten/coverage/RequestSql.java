package se.metodporten.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Scope;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.common.DomainException;
import se.metodporten.common.RecordRows;
import se.metodporten.role.Role;
import se.metodporten.role.RoleBook;

/** The statements of {@link AppointmentRequests}. Asks no guard: the service does. */
@ApplicationScoped
class RequestSql {

    @Inject
    private Database database;

    @Inject
    private RoleBook roles;

    @Inject
    private Clock clock;

    /** Whom a mail is for, and in which language. */
    record Addressee(long personId, String givenName, String language) {}

    Role role(String code) {
        return roles.roles().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new DomainException("role.refused.unknown"));
    }

    List<Addressee> addressees(Collection<Long> persons) {
        return persons.isEmpty()
                ? List.of()
                : database.query(handle -> handle.createQuery("""
                                select p.id person_id, p.given_name, coalesce(a.language, 'sv') language
                                from person p left join account a on a.person_id = p.id
                                where p.id in (<persons>) order by p.id""")
                        .bindList("persons", List.copyOf(persons))
                        .map(RecordRows.of(Addressee.class))
                        .list());
    }

    @Nullable
    String nameOf(@Nullable Long person) {
        return person == null
                ? null
                : database.query(handle -> handle.createQuery(
                                "select concat(given_name, ' ', family_name) from person where id = :id")
                        .bind("id", person)
                        .mapTo(String.class)
                        .findOne()
                        .orElse(null));
    }

    String nameOfPlace(long placeId) {
        return database.query(handle -> handle.createQuery("""
                        select name from place_version where place_id = :place and known_until = '9999-12-31 23:59:59'
                        order by :today between valid_from and valid_through desc, valid_from desc limit 1""")
                .bind("place", placeId)
                .bind("today", today())
                .mapTo(String.class)
                .one());
    }

    Set<Long> below(Collection<Long> places, Scope scope) {
        return database.query(handle -> scope.bind(
                        handle.createQuery(
                                "select p.id from place p where p.id in (<places>) and " + scope.covers("p.id")),
                        today())
                .bindList("places", List.copyOf(places))
                .mapTo(Long.class)
                .set());
    }

    /** Open requests about these places that lie below the scope. */
    List<RequestState> states(String role, Collection<Long> places, Scope scope) {
        return database.query(handle -> scope.bind(
                        handle.createQuery(String.format(Locale.ROOT, """
                                select c.place_id,
                                       case when n.appointed_at is not null then 'APPOINTED'
                                            when m.kind = 'DECLINED' then 'DECLINED' else 'ASKED' end kind,
                                       coalesce(n.appointed_at, m.written_at) at
                                from conversation c
                                join conversation_message m on m.id = (
                                  select max(l.id) from conversation_message l
                                  where l.conversation_id = c.id and l.kind <> 'WROTE')
                                left join (
                                  select coalesce(u.unit_id, a.place_id) place_id, max(a.appointed_at) appointed_at
                                  from appointment a
                                  join role r on r.id = a.role_id and r.code = :role
                                  left join appointment_unit u on u.appointment_id = a.id and r.held_at = 'UNIT'
                                    and u.known_until = '9999-12-31 23:59:59' and u.valid_through >= :scopeDay
                                  where a.valid_through >= :scopeDay and (a.place_id in (<places>) or u.unit_id in (<places>))
                                  group by coalesce(u.unit_id, a.place_id)) n
                                  on n.place_id = c.place_id and n.appointed_at > c.opened_at
                                where c.topic = :role and c.settled_at is null and c.place_id in (<places>) and %s""", scope.covers("c.place_id"))), today())
                .bind("role", role)
                .bindList("places", List.copyOf(places))
                .map(RecordRows.of(RequestState.class))
                .list());
    }

    private LocalDate today() {
        return CountyTime.today(clock);
    }
}

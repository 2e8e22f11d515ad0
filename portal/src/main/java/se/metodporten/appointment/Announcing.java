package se.metodporten.appointment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import se.metodporten.access.Accounts;
import se.metodporten.access.Guard;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.common.PublicAddress;
import se.metodporten.common.RecordRows;
import se.metodporten.common.Words;
import se.metodporten.notification.Outbox;
import se.metodporten.role.Role;

/** Tells people what became of them, by mail, in their language. */
@ApplicationScoped
class Announcing {

    @Inject
    private Database database;

    @Inject
    private Guard guard;

    @Inject
    private Accounts accounts;

    @Inject
    private Outbox outbox;

    @Inject
    private PublicAddress address;

    @Inject
    private Clock clock;

    /** @param invitable has an account, or an address that nobody else signs in with */
    private record Letter(String name, String language, String place, String manager, boolean invitable) {}

    /** Who has not signed in yet gets an invitation too; without an address of one's own an administrator has to help. */
    void appointed(long person, long appointment, Role role, NewAppointment asked) {
        Letter letter = database.query(handle -> handle.createQuery("""
                        select p.given_name, coalesce(a.language, 'sv') language, v.name place,
                          coalesce(concat(m.given_name, ' ', m.family_name), '') manager,
                          a.id is not null or (p.email is not null and not exists (
                            select 1 from account other where other.username = lower(trim(p.email)))) invitable
                        from person p
                        join place_version v on v.place_id = :place and v.known_until = '9999-12-31 23:59:59'
                          and :from between v.valid_from and v.valid_through
                        left join account a on a.person_id = p.id
                        left join person m on m.id = :manager
                        where p.id = :person""")
                .bind("person", person)
                .bind("place", asked.placeId())
                .bind("from", asked.from())
                .bind("manager", Objects.requireNonNullElse(guard.reader().personId(), 0L))
                .map((row, context) -> new Letter(
                        row.getString("given_name"),
                        row.getString("language"),
                        row.getString("place"),
                        row.getString("manager"),
                        row.getBoolean("invitable")))
                .one());
        if (letter.invitable) {
            accounts.invite(person);
        }
        Locale locale = Words.language(letter.language);
        String title = role.name().in(locale).toLowerCase(locale);
        outbox.post(
                person,
                Words.in(locale, "appointment.mail.subject", title, letter.place),
                Words.in(
                        locale,
                        "appointment.mail.body",
                        letter.name,
                        letter.manager,
                        title,
                        letter.place,
                        asked.from(),
                        address.link("/appointment/appointment.xhtml?id=" + appointment)));
    }

    private record NewManager(long id, String name, String language, String place) {}

    /** The managers of the unit that the appointment goes to answer for it from now on; whoever moved it knows. */
    void transferred(long appointment, Role role, long place, LocalDate from) {
        List<NewManager> managers = database.query(handle -> handle.createQuery("""
                        select distinct p.id, p.given_name name, coalesce(a.language, 'sv') language, v.name place
                        from office_in_place g
                        join person o on o.id = g.person_id
                        join person p on p.id = coalesce(o.merged_into, o.id)
                        join place_version v on v.place_id = g.place_id and v.known_until = '9999-12-31 23:59:59'
                          and :from between v.valid_from and v.valid_through
                        left join account a on a.person_id = p.id
                        where g.place_id = :place and g.office = 'MANAGER'
                          and :today between g.valid_from and g.valid_through and p.id <> :reader
                        order by p.id""")
                .bind("place", place)
                .bind("from", from)
                .bind("today", CountyTime.today(clock))
                .bind("reader", Objects.requireNonNullElse(guard.reader().personId(), 0L))
                .map(RecordRows.of(NewManager.class))
                .list());
        for (NewManager manager : managers) {
            Locale locale = Words.language(manager.language);
            String title = role.name().in(locale).toLowerCase(locale);
            outbox.post(
                    manager.id,
                    Words.in(locale, "appointment.transferMail.subject", manager.place),
                    Words.in(
                            locale,
                            "appointment.transferMail.body",
                            manager.name,
                            title,
                            manager.place,
                            from,
                            address.link("/appointment/appointment.xhtml?id=" + appointment)));
        }
    }
}

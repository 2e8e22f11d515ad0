package se.metodporten.reminder;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.Page;
import se.metodporten.common.RecordRows;
import se.metodporten.person.NameScope;

/** The statements of this feature. */
final class ReminderSql {

    /** Whom a digest goes to. @param address null: known to have none */
    record Addressee(long id, String givenName, @Nullable String address, String language) {}

    private static final String STILL = "known_until = '9999-12-31 23:59:59'";

    private ReminderSql() {}

    static List<ReminderRule> rules(Handle handle) {
        return handle.createQuery("select id, occasion, days, recipient from reminder_rule where " + STILL
                        + " order by field(occasion, 'WINDOW_OPENED', 'DUE', 'LAPSED', 'STEPS_LEFT', 'AGREEMENT_WAITING'),"
                        + " if(occasion = 'DUE', -days, days), recipient, id")
                .map(RecordRows.of(ReminderRule.class))
                .list();
    }

    /** Those of the days for which it was gathered what is to be told. */
    static Set<LocalDate> gathered(Handle handle, List<LocalDate> days) {
        return handle.createQuery("select day from reminder_run where day in (<days>)")
                .bindList("days", days)
                .mapTo(LocalDate.class)
                .set();
    }

    static @Nullable LocalDate lastDone(Handle handle, LocalDate before) {
        return handle.createQuery("select max(day) from reminder_run where day < :day and finished_at is not null")
                .bind("day", before)
                .mapTo(LocalDate.class)
                .findOne()
                .orElse(null);
    }

    /** How many get a digest. */
    static int recipients(Handle handle, Due due) {
        return due.bind(handle.createQuery("select count(distinct g.recipient_id) from (" + due.sql() + ") g"))
                .mapTo(int.class)
                .one();
    }

    /** Who gets a digest, by name; whose name the reader may not know is left out, and counted only. */
    static Page<PlannedDigest> page(Handle handle, Due due, NameScope names, int page) {
        String from = " from (" + due.sql() + ") g join person p on p.id = g.recipient_id";
        String counted = "select count(distinct g.recipient_id)" + from + " where " + names.visible("p");
        int total = names.bind(due.bind(handle.createQuery(counted)))
                .mapTo(int.class)
                .one();
        List<PlannedDigest> rows = names.bind(due.bind(handle.createQuery(
                        "select p.id person_id, concat(p.given_name, ' ', p.family_name) name, count(*) things" + from
                                + " where " + names.visible("p")
                                + " group by p.id, p.given_name, p.family_name"
                                + " order by p.family_name, p.given_name, p.id limit :size offset :offset")))
                .bind("size", Page.SIZE)
                .bind("offset", (page - 1) * Page.SIZE)
                .map(RecordRows.of(PlannedDigest.class))
                .list();
        return new Page<>(rows, total, page, Page.SIZE);
    }

    /**
     * The lines of some recipients' digests. A coordinator is not told who a person with protected identity is.
     *
     * @param forOtherEyes no name of a protected person at all: someone else than the recipient looks
     */
    static List<Line> lines(Handle handle, Due due, List<Long> recipients, boolean forOtherEyes) {
        return due.bind(handle.createQuery(String.format(Locale.ROOT, """
                        select g.recipient_id, g.appointment_id, rr.occasion, rr.recipient, g.event_day, r.name_sv role,
                               coalesce((select v.name from place_version v where v.place_id = a.place_id and v.%1$s
                                         order by v.valid_from desc limit 1), '') place,
                               case when p.protected and (:otherEyes or rr.recipient = 'COORDINATOR') then null
                                    else concat(p.given_name, ' ', p.family_name) end person,
                               case when rr.occasion = 'AGREEMENT_WAITING' then
                                    (select max(ag.id) from agreement ag where ag.appointment_id = a.id
                                     and ag.in_force_from is null and ag.ended_on is null
                                     and not exists (select 1 from agreement n where n.appointment_id = ag.appointment_id
                                                     and n.id > ag.id)) end agreement_id
                        from (%2$s) g
                        join reminder_rule rr on rr.id = g.rule_id
                        join appointment a on a.id = g.appointment_id
                        join role r on r.id = a.role_id
                        join person p on p.id = a.person_id
                        where g.recipient_id in (<recipients>)""", STILL, due.sql())))
                .bindList("recipients", recipients)
                .bind("otherEyes", forOtherEyes)
                .map(RecordRows.of(Line.class))
                .list();
    }

    static Map<Long, Addressee> addressees(Handle handle, List<Long> persons) {
        return handle.createQuery("""
                        select p.id, p.given_name, coalesce(p.email, a.username) address, coalesce(a.language, 'sv') language
                        from person p left join account a on a.person_id = p.id where p.id in (<persons>)""").bindList("persons", persons).map(RecordRows.of(Addressee.class)).stream()
                .collect(Collectors.toMap(Addressee::id, Objects::requireNonNull));
    }
}

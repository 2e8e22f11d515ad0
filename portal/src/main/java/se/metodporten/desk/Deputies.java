package se.metodporten.desk;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Offices;
import se.metodporten.access.Service;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.common.PublicAddress;
import se.metodporten.common.RecordRows;
import se.metodporten.common.Words;
import se.metodporten.notification.Outbox;
import se.metodporten.person.NameScope;
import se.metodporten.person.Names;

/** The deputies of a unit's manager: who they are, naming one, ending it. The one who is named is told by mail. */
@Service
public class Deputies {

    private static final long NOBODY = 0L;

    @Inject
    private Guard guard;

    @Inject
    private Offices offices;

    @Inject
    private Outbox outbox;

    @Inject
    private PublicAddress address;

    @Inject
    private Names names;

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    /**
     * A deputy, now or to come.
     *
     * @param manager null where the reader may not know the name
     * @param mine whether the reader named the deputy and may end it
     */
    public record Deputy(
            long grantId,
            @Nullable String name,
            @Nullable String manager,
            LocalDate validFrom,
            LocalDate validThrough,
            boolean mine) {}

    /** Someone who can be named. */
    public record Colleague(long id, String name) {}

    private record Letter(String name, String language, String unit, String manager) {}

    /** Of a unit that the reader manages. */
    public List<Deputy> of(long unit) {
        guard.require(Action.APPOINT, unit);
        NameScope visible = names.forReader();
        return database.query(handle -> visible.bind(handle.createQuery(
                        "select g.id grant_id, " + visible.name("p") + " name, " + visible.name("m") + """
                                 manager, g.valid_from, g.valid_through, g.deputy_for = :reader mine
                                from office_grant g
                                join person p on p.id = g.person_id
                                join person m on m.id = g.deputy_for
                                where g.place_id = :unit and g.office = 'MANAGER' and g.valid_through >= :today
                                order by g.valid_from, g.id"""))
                .bind("reader", Objects.requireNonNullElse(guard.reader().personId(), NOBODY))
                .bind("unit", unit)
                .bind("today", CountyTime.today(clock))
                .map(RecordRows.of(Deputy.class))
                .list());
    }

    /** Who works in the unit today, by name; never the reader. */
    public List<Colleague> colleagues(long unit) {
        guard.require(Action.APPOINT, unit);
        return database.query(handle -> handle.createQuery("""
                        select distinct p.id, concat(p.given_name, ' ', p.family_name) name, p.family_name, p.given_name
                        from employment e join person p on p.id = e.person_id
                        where e.unit_id = :unit and :today between e.valid_from and e.valid_through and p.merged_into is null
                          and p.id <> :reader
                        order by p.family_name, p.given_name, p.id""")
                .bind("unit", unit)
                .bind("today", CountyTime.today(clock))
                .bind("reader", Objects.requireNonNullElse(guard.reader().personId(), NOBODY))
                .map((row, context) -> new Colleague(row.getLong("id"), row.getString("name")))
                .list());
    }

    /** Last days inclusive. */
    public void name(long person, long unit, LocalDate from, LocalDate through) {
        offices.nameDeputy(person, unit, from, through);
        Letter letter = database.query(handle -> handle.createQuery("""
                        select p.given_name name, coalesce(a.language, 'sv') language, v.name unit,
                          concat(m.given_name, ' ', m.family_name) manager
                        from person p
                        join place_version v on v.place_id = :unit and v.known_until = '9999-12-31 23:59:59'
                          and :today between v.valid_from and v.valid_through
                        join person m on m.id = :manager
                        left join account a on a.person_id = p.id
                        where p.id = :person""")
                .bind("unit", unit)
                .bind("today", CountyTime.today(clock))
                .bind("manager", guard.requireSignedIn())
                .bind("person", person)
                .map(RecordRows.of(Letter.class))
                .one());
        Locale locale = Words.language(letter.language);
        outbox.post(
                person,
                Words.in(locale, "desk.deputies.mail.subject", letter.unit),
                Words.in(
                        locale,
                        "desk.deputies.mail.body",
                        letter.name,
                        letter.manager,
                        letter.unit,
                        from,
                        through,
                        address.link("/organisation/unit.xhtml?id=" + unit)));
    }

    /** Of the reader's own deputies. */
    public void end(long grantId) {
        offices.endDeputy(grantId);
    }
}

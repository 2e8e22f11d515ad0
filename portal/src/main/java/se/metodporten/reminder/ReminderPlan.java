package se.metodporten.reminder;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Service;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.common.Page;
import se.metodporten.common.PublicAddress;
import se.metodporten.common.Words;
import se.metodporten.person.NameScope;
import se.metodporten.person.Names;
import se.metodporten.reminder.rules.SendingDays;

/** Who gets what this week: exactly the mails that leave, if nothing happens until then. For who shapes the rules. */
@Service
public class ReminderPlan {

    @Inject
    private Guard guard;

    @Inject
    private Database database;

    @Inject
    private Names names;

    @Inject
    private PublicAddress portal;

    @Inject
    private Clock clock;

    /** The weekdays of this week, those that have been with what was sent; in a weekend those of the week to come. */
    public List<DayAhead> week() {
        guard.requireAnywhere(Action.EDIT_ROLES);
        LocalDate today = CountyTime.today(clock);
        return database.query(handle -> {
            List<DayAhead> week = new ArrayList<>();
            for (LocalDate day : SendingDays.weekOf(today)) {
                Due due = due(handle, day, today);
                week.add(new DayAhead(
                        day, due == null ? 0 : ReminderSql.recipients(handle, due), !(due instanceof Gathering)));
            }
            return week;
        });
    }

    /** Who gets a mail on a weekday, by name. */
    public Page<PlannedDigest> on(LocalDate day, int page) {
        guard.requireAnywhere(Action.EDIT_ROLES);
        NameScope visible = names.forReader();
        return database.query(handle -> {
            Due due = due(handle, day, CountyTime.today(clock));
            return due == null
                    ? new Page<PlannedDigest>(List.of(), 0, page, Page.SIZE)
                    : ReminderSql.page(handle, due, visible, page);
        });
    }

    /** One person's mail of a weekday; null when there is none, or its recipient's name is not for the reader. */
    public @Nullable Digest digest(LocalDate day, long person) {
        guard.requireAnywhere(Action.EDIT_ROLES);
        NameScope visible = names.forReader();
        List<Digest> found = database.query(handle -> {
            Due due = due(handle, day, CountyTime.today(clock));
            boolean mayKnow = names(handle, visible, person);
            List<Line> lines =
                    due == null || !mayKnow ? List.of() : ReminderSql.lines(handle, due, List.of(person), true);
            ReminderSql.Addressee to =
                    ReminderSql.addressees(handle, List.of(person)).get(person);
            return to == null || lines.isEmpty()
                    ? List.<Digest>of()
                    : List.of(Digest.of(Words.language(to.language()), to.givenName(), lines, portal));
        });
        return found.isEmpty() ? null : found.get(0);
    }

    private static boolean names(Handle handle, NameScope visible, long person) {
        return visible.bind(handle.createQuery(
                                "select count(*) from person p where p.id = :person and " + visible.visible("p")))
                        .bind("person", person)
                        .mapTo(int.class)
                        .one()
                > 0;
    }

    /** What was gathered, what will be, or null for a weekday that went by without a run. */
    private static @Nullable Due due(Handle handle, LocalDate day, LocalDate today) {
        boolean gathered = handle.createQuery("select count(*) from reminder_run where day = :day")
                        .bind("day", day)
                        .mapTo(int.class)
                        .one()
                > 0;
        if (gathered) {
            return new Gathered(day);
        }
        return day.isBefore(today) || !SendingDays.isSendingDay(day) ? null : ahead(handle, day, today);
    }

    private static Gathering ahead(Handle handle, LocalDate day, LocalDate today) {
        LocalDate before = SendingDays.weekdayBefore(day);
        return new Gathering(
                ReminderSql.rules(handle), day, before.isBefore(today) ? ReminderSql.lastDone(handle, day) : before);
    }
}

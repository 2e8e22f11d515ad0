package se.metodporten.reminder;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
            List<LocalDate> days = SendingDays.weekOf(today);
            Map<LocalDate, Due> due = due(handle, days, today);
            List<DayAhead> week = new ArrayList<>();
            for (LocalDate day : days) {
                Due told = due.get(day);
                week.add(new DayAhead(
                        day, told == null ? 0 : ReminderSql.recipients(handle, told), !(told instanceof Gathering)));
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
        return due(handle, List.of(day), today).get(day);
    }

    /** By day; a weekday that went by without a run is not in it. */
    private static Map<LocalDate, Due> due(Handle handle, List<LocalDate> days, LocalDate today) {
        Set<LocalDate> gathered = ReminderSql.gathered(handle, days);
        Map<LocalDate, Due> due = new HashMap<>();
        gathered.forEach(day -> due.put(day, new Gathered(day)));
        List<LocalDate> ahead = days.stream()
                .filter(day -> !gathered.contains(day) && !day.isBefore(today) && SendingDays.isSendingDay(day))
                .toList();
        List<ReminderRule> rules = ahead.isEmpty() ? List.of() : ReminderSql.rules(handle);
        ahead.forEach(day -> due.put(day, new Gathering(rules, day, lastDone(handle, day, today))));
        return due;
    }

    /** Of a day to come the weekday before it, which will be done by then; only of the first of them it must be asked. */
    private static @Nullable LocalDate lastDone(Handle handle, LocalDate day, LocalDate today) {
        LocalDate before = SendingDays.weekdayBefore(day);
        return before.isBefore(today) ? ReminderSql.lastDone(handle, day) : before;
    }
}

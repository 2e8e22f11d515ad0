package se.metodporten.reminder;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Service;
import se.metodporten.audit.Audit;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.common.DomainException;
import se.metodporten.reminder.rules.Occasion;
import se.metodporten.reminder.rules.SendingDays;

/** The rules by which people are reminded, for who shapes them. */
@Service
public class ReminderRules {

    /** From so many mails on one day a new rule asks first. */
    public static final int MANY = 500;

    private static final int LONGEST_DAYS = 1000;

    /** Weekdays looked ahead for the day on which a new rule writes the most mails. */
    private static final int LOOKED_AHEAD = 20;

    @Inject
    private Guard guard;

    @Inject
    private Database database;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    public List<ReminderRule> all() {
        guard.requireAnywhere(Action.EDIT_ROLES);
        return database.query(ReminderSql::rules);
    }

    /**
     * From now on; nothing that is past is told for it.
     *
     * @param days 0 to 1000, see {@link ReminderRule}
     * @param manyMeant that a day with {@link #MANY} mails or more is meant
     */
    public void add(Occasion occasion, int days, Recipient recipient, boolean manyMeant) {
        guard.requireAnywhere(Action.EDIT_ROLES);
        if (days < 0 || days > LONGEST_DAYS) {
            throw DomainException.at("days", "reminder.refused.days", LONGEST_DAYS);
        }
        database.execute(handle -> {
            ReminderRule wanted = new ReminderRule(0, occasion, days, recipient);
            if (alike(handle, wanted).isPresent()) {
                throw DomainException.at("days", "reminder.refused.there");
            }
            int most = mostOnADay(handle, wanted);
            if (most >= MANY && !manyMeant) {
                throw DomainException.at("many", "reminder.refused.many", most);
            }
            handle.createUpdate("""
                            insert into reminder_rule (occasion, days, recipient, known_from, recorded_by)
                            values (:occasion, :days, :recipient, :now, :by)""")
                    .bind("occasion", occasion.name())
                    .bind("days", days)
                    .bind("recipient", recipient.name())
                    .bind("now", clock.instant())
                    .bind("by", guard.reader().actor())
                    .execute();
        });
        audit.done(guard.reader().actor(), "ADD_REMINDER_RULE", occasion + " " + days + " " + recipient, null, null);
    }

    /** No more reminders by that rule; one that has ended already stays so. */
    public void end(long id) {
        guard.requireAnywhere(Action.EDIT_ROLES);
        database.execute(handle -> handle.createUpdate(
                        "update reminder_rule set known_until = :now where id = :id and known_until = :still")
                .bind("now", clock.instant())
                .bind("id", id)
                .bind("still", CountyTime.STILL_KNOWN)
                .execute());
        audit.done(guard.reader().actor(), "END_REMINDER_RULE", "reminder_rule:" + id, null, null);
    }

    private static Optional<ReminderRule> alike(Handle handle, ReminderRule wanted) {
        return ReminderSql.rules(handle).stream()
                .filter(rule -> rule.occasion() == wanted.occasion()
                        && rule.days() == wanted.days()
                        && rule.recipient() == wanted.recipient())
                .findFirst();
    }

    private int mostOnADay(Handle handle, ReminderRule wanted) {
        LocalDate before = CountyTime.today(clock);
        int most = 0;
        for (int ahead = 0; ahead < LOOKED_AHEAD; ahead++) {
            LocalDate day = SendingDays.weekdayAfter(before);
            most = Math.max(most, ReminderSql.recipients(handle, new Gathering(List.of(wanted), day, null)));
            before = day;
        }
        return most;
    }
}

package se.metodporten.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.metodporten.access.Jobs;
import se.metodporten.common.CountyTime;
import se.metodporten.reminder.rules.SendingDays;

/** Begins each weekday's run when its hour has come. Any number of nodes may try. */
@ApplicationScoped
class ReminderJob {

    private static final String OFF = "off";
    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Inject
    private ReminderRun run;

    @Inject
    private Clock clock;

    /** By the county's clock; {@code off}: never. */
    @Inject
    @ConfigProperty(name = "metodporten.reminders.from", defaultValue = "07:00")
    private String from;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object application, Jobs jobs) {
        if (!from.equals(OFF)) {
            jobs.every(PAUSE, "reminders", this::round);
        }
    }

    private void round() {
        LocalDate today = CountyTime.today(clock);
        LocalTime now = LocalTime.now(clock.withZone(CountyTime.ZONE));
        if (SendingDays.isSendingDay(today) && !now.isBefore(LocalTime.parse(from))) {
            run.gather(today);
            boolean more = run.next(today);
            while (more) {
                more = run.next(today);
            }
        }
    }
}

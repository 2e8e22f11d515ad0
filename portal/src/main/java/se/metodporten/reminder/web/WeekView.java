package se.metodporten.reminder.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.Page;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.UrlState;
import se.metodporten.reminder.DayAhead;
import se.metodporten.reminder.PlannedDigest;
import se.metodporten.reminder.ReminderPlan;

/** {@code reminder/week.xhtml}: who gets what this week. */
@Named
@RequestScoped
public class WeekView {

    @Inject
    private ReminderPlan plan;

    @Inject
    private Texts texts;

    private @Nullable LocalDate day;
    private String page = "";
    private @Nullable List<DayAhead> week;
    private @Nullable Page<PlannedDigest> digests;

    public List<DayAhead> getWeek() {
        if (week == null) {
            week = plan.week();
        }
        return week;
    }

    /** The day asked for, else the first of the week that has not been sent. */
    public LocalDate getShown() {
        if (day != null) {
            return day;
        }
        List<DayAhead> days = getWeek();
        return days.stream()
                .filter(each -> !each.sent())
                .findFirst()
                .orElse(days.get(days.size() - 1))
                .day();
    }

    public Page<PlannedDigest> getDigests() {
        if (digests == null) {
            digests = plan.on(getShown(), UrlState.page(page));
        }
        return digests;
    }

    public String name(LocalDate of) {
        return texts.of("reminder.weekday." + of.getDayOfWeek().name());
    }

    public @Nullable LocalDate getDay() {
        return day;
    }

    public void setDay(@Nullable LocalDate day) {
        this.day = day;
    }

    public String getPage() {
        return page;
    }

    public void setPage(String page) {
        this.page = page;
    }
}

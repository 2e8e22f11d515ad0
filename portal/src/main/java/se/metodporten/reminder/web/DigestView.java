package se.metodporten.reminder.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.web.UrlState;
import se.metodporten.reminder.Digest;
import se.metodporten.reminder.ReminderPlan;

/** {@code reminder/digest.xhtml}: one mail as its recipient gets it. */
@Named
@RequestScoped
public class DigestView {

    @Inject
    private ReminderPlan plan;

    private @Nullable LocalDate day;
    private String person = "";
    private @Nullable Digest digest;

    public void load() {
        Long id = UrlState.id(person);
        digest = day == null || id == null ? null : plan.digest(day, id);
    }

    public @Nullable Digest getDigest() {
        return digest;
    }

    public @Nullable LocalDate getDay() {
        return day;
    }

    public void setDay(@Nullable LocalDate day) {
        this.day = day;
    }

    public String getPerson() {
        return person;
    }

    public void setPerson(String person) {
        this.person = person;
    }
}

package se.metodporten.reminder.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.DomainException;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.Told;
import se.metodporten.common.web.UrlState;
import se.metodporten.reminder.Recipient;
import se.metodporten.reminder.ReminderRule;
import se.metodporten.reminder.ReminderRules;
import se.metodporten.reminder.rules.Occasion;

/** {@code reminder/rules.xhtml}. */
@Named("reminderRulesView")
@ViewScoped
public class RulesView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private ReminderRules rules;

    @Inject
    private Texts texts;

    private Occasion occasion = Occasion.DUE;
    private Recipient recipient = Recipient.APPOINTEE;
    private String days = "";
    private boolean many;
    private boolean asked;
    private transient @Nullable List<ReminderRule> all;

    public List<ReminderRule> getAll() {
        if (all == null) {
            all = rules.all();
        }
        return all;
    }

    /** A rule as a sentence's beginning: when. */
    public String when(ReminderRule rule) {
        return texts.of("reminder.when." + rule.occasion(), rule.days());
    }

    public String add() {
        Long number = UrlState.id(days);
        try {
            rules.add(occasion, number == null ? -1 : (int) Math.min(number, Integer.MAX_VALUE), recipient, many);
        } catch (DomainException refused) {
            asked = asked || "many".equals(refused.field());
            throw refused;
        }
        return told("reminder.rules.added");
    }

    public String end(long id) {
        rules.end(id);
        return told("reminder.rules.ended");
    }

    private String told(String key) {
        Told.onNextPage(texts.of(key));
        return "/reminder/rules.xhtml?faces-redirect=true";
    }

    public List<Occasion> getOccasions() {
        return List.of(Occasion.values());
    }

    public List<Recipient> getRecipients() {
        return List.of(Recipient.values());
    }

    public Occasion getOccasion() {
        return occasion;
    }

    public void setOccasion(Occasion occasion) {
        this.occasion = occasion;
    }

    public Recipient getRecipient() {
        return recipient;
    }

    public void setRecipient(Recipient recipient) {
        this.recipient = recipient;
    }

    public String getDays() {
        return days;
    }

    public void setDays(String days) {
        this.days = days;
    }

    public boolean isMany() {
        return many;
    }

    public void setMany(boolean many) {
        this.many = many;
    }

    /** Whether the rule writes so many mails that it was asked back. */
    public boolean isAsked() {
        return asked;
    }
}

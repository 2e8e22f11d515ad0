package se.metodporten.certification.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.metodporten.certification.StandingCard;
import se.metodporten.certification.Standings;
import se.metodporten.certification.rules.Remedy;
import se.metodporten.certification.rules.Standing;
import se.metodporten.certification.rules.StandingPeriod;
import se.metodporten.common.picture.Timeline;
import se.metodporten.common.web.UserLanguage;
import se.metodporten.role.StepLink;

/** What the parts of pages under {@code WEB-INF/certification} show of an appointment's standing. */
@Named
@RequestScoped
public class StandingView {

    @Inject
    private Standings standings;

    @Inject
    private ReasonWords words;

    @Inject
    private StandingPicture picture;

    @Inject
    private UserLanguage language;

    @Inject
    @Any
    private Instance<StepLink> features;

    private final Map<Long, StandingCard> cards = new HashMap<>();
    private @Nullable Map<Long, StandingCard> mine;
    private String known = "";

    /**
     * One thing that the role asks.
     *
     * @param text what is the matter and what to do about it; of what is done, nothing or until when it holds
     * @param link where the appointee does it; null when there is nowhere to go
     */
    public record Step(
            String code, boolean done, String title, String text, Remedy remedy, StepLink.@Nullable Link link) {}

    /** A stretch of days with its standing and reasons. */
    public record Period(LocalDate from, LocalDate through, Standing standing, List<String> reasons) {}

    public StandingCard card(long appointmentId) {
        return cards.computeIfAbsent(appointmentId, standings::card);
    }

    /** Of the reader's own appointments, all read at once; null when it has ended. */
    public @Nullable StandingCard own(long appointmentId) {
        if (mine == null) {
            mine = standings.mine();
        }
        return mine.get(appointmentId);
    }

    public List<Step> steps(StandingCard card) {
        return card.steps().stream().map(step -> step(card, step)).toList();
    }

    /** The same of an appointment that there is not: there is nowhere to go to do it. */
    public List<Step> outlook(StandingCard card) {
        return card.steps().stream().map(step -> step(card, step, false)).toList();
    }

    private Step step(StandingCard card, StandingCard.Step step) {
        return step(card, step, true);
    }

    private Step step(StandingCard card, StandingCard.Step step, boolean linked) {
        String title = step.requirement().text().in(language.locale());
        if (step.reason() == null) {
            return new Step(step.requirement().code(), true, title, "", Remedy.NOTHING, null);
        }
        String why = words.why(step.reason(), card.requirements());
        if (!step.left()) {
            return new Step(step.requirement().code(), true, title, why, Remedy.NOTHING, null);
        }
        return new Step(
                step.requirement().code(),
                false,
                title,
                why + " " + words.remedy(step.reason()),
                step.reason().remedy(),
                linked ? link(card, step).orElse(null) : null);
    }

    private Optional<StepLink.Link> link(StandingCard card, StandingCard.Step step) {
        return features.stream()
                .flatMap(feature -> feature.towards(step.requirement(), card.appointmentId()).stream())
                .findFirst();
    }

    public Timeline picture(StandingCard card) {
        return picture.of(card, periodsOf(card));
    }

    /** As known now, or at the moment asked for. */
    public List<Period> periods(StandingCard card) {
        return periodsOf(card).stream()
                .map(period -> new Period(
                        period.from(),
                        period.through(),
                        period.standing(),
                        period.reasons().stream()
                                .map(reason -> words.why(reason, card.requirements()))
                                .toList()))
                .toList();
    }

    /** Those that have not ended. */
    public List<Period> ahead(StandingCard card) {
        return periods(card).stream()
                .filter(period -> !period.through().isBefore(card.today()))
                .toList();
    }

    private List<StandingPeriod> periodsOf(StandingCard card) {
        Instant moment = getKnownAt();
        return (moment == null ? card.timeline() : standings.timeline(card.appointmentId(), moment)).periods();
    }

    /** The moment as of which the timeline is shown; null: now. */
    public @Nullable Instant getKnownAt() {
        try {
            return known.isEmpty() ? null : Instant.parse(known);
        } catch (DateTimeParseException typedByHand) {
            return null;
        }
    }

    public String getKnown() {
        return known;
    }

    public void setKnown(@Nullable String known) {
        this.known = known == null ? "" : known;
    }
}

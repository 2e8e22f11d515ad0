package se.metodporten.certification.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import se.metodporten.certification.StandingCard;
import se.metodporten.certification.rules.Standing;
import se.metodporten.certification.rules.StandingPeriod;
import se.metodporten.common.Bilingual;
import se.metodporten.common.picture.Timeline;
import se.metodporten.common.picture.Tone;
import se.metodporten.common.web.Days;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.UserLanguage;
import se.metodporten.fact.FactRecord;

/** Draws an appointment's standings over the years, with marks for what was done. */
@ApplicationScoped
class StandingPicture {

    @Inject
    private Texts texts;

    @Inject
    private UserLanguage language;

    @Inject
    private StandingLabels labels;

    @Inject
    private FactWords words;

    Timeline of(StandingCard card, List<StandingPeriod> periods) {
        String now =
                labels.text(card.now().standing(), card.now().day(), card.now().stepsLeft());
        return new Timeline(
                texts.get("certification.timeline.title"),
                texts.of("certification.timeline.description", now),
                periods.stream().map(this::period).toList(),
                card.facts().stream().map(fact -> mark(fact, card.names())).toList(),
                card.today(),
                texts.get("certification.timeline.today"),
                card.now().dueDay(),
                card.now().dueDay() == null
                        ? ""
                        : texts.of("certification.timeline.due", card.now().dueDay()),
                new Timeline.Words(
                        texts.get("certification.timeline.when"), texts.get("certification.timeline.what"), shapes()));
    }

    private Map<Timeline.Shape, String> shapes() {
        Map<Timeline.Shape, String> shapes = new EnumMap<>(Timeline.Shape.class);
        for (Timeline.Shape shape : Timeline.Shape.values()) {
            shapes.put(shape, texts.get("certification.mark." + shape));
        }
        return shapes;
    }

    private Timeline.Period period(StandingPeriod period) {
        return new Timeline.Period(
                period.from(),
                period.through(),
                texts.get("certification.standing." + period.standing()),
                Days.span(language.locale(), period.from(), period.through()),
                tone(period.standing()));
    }

    private static Tone tone(Standing standing) {
        return switch (standing) {
            case CERTIFIED -> Tone.GOOD;
            case REFRESHER_DUE -> Tone.DUE;
            case LAPSED -> Tone.BAD;
            case NOMINATED -> Tone.OPEN;
            case PAUSED -> Tone.PAUSED;
            case ENDED -> Tone.ENDED;
        };
    }

    private Timeline.Mark mark(FactRecord fact, Map<String, Bilingual> names) {
        Timeline.Shape shape = switch (fact.kind()) {
            case SESSION_ATTENDED -> Timeline.Shape.TRAINING;
            case COURSE_COMPLETED -> Timeline.Shape.COURSE;
            case AGREEMENT_IN_FORCE, AGREEMENT_ENDED -> Timeline.Shape.SIGNATURE;
            case PAUSE, LEAVE -> Timeline.Shape.PAUSE;
            case APPOINTED,
                    APPOINTMENT_ENDED,
                    LICENCE_GIVEN,
                    LICENCE_WITHDRAWN,
                    ATTESTED,
                    ATTESTATION_WITHDRAWN,
                    EVIDENCE_RECOGNISED,
                    EXTENSION,
                    EXEMPTION,
                    TRANSFERRED -> Timeline.Shape.OTHER;
        };
        return new Timeline.Mark(fact.validFrom(), words.of(fact, names), shape);
    }
}

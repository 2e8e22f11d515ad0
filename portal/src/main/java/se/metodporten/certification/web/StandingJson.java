package se.metodporten.certification.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import se.metodporten.certification.StandingCard;
import se.metodporten.certification.rules.Reason;
import se.metodporten.certification.rules.Remedy;
import se.metodporten.certification.rules.StandingPeriod;
import se.metodporten.common.web.UserLanguage;
import se.metodporten.common.web.api.Coded;
import se.metodporten.common.web.api.Period;
import se.metodporten.role.Requirement;

/** How the API tells of standings, in the words of the pages. */
@ApplicationScoped
public class StandingJson {

    @Inject
    private ReasonWords words;

    @Inject
    private FactWords factWords;

    @Inject
    private UserLanguage language;

    /** What the role asks of the appointee, in its order. */
    public List<ApiStep> steps(StandingCard card) {
        return card.steps().stream()
                .map(step -> new ApiStep(
                        new Coded(
                                step.requirement().code(),
                                step.requirement().text().in(language.locale())),
                        !step.left(),
                        step.reason() == null ? "" : text(step.reason(), card.requirements())))
                .toList();
    }

    ApiPeriod period(StandingPeriod period, Collection<Requirement> requirements) {
        return new ApiPeriod(
                period.from(),
                Period.lastDay(period.through()),
                period.standing(),
                period.dueDay(),
                reasons(period.reasons(), requirements));
    }

    List<ApiReason> reasons(List<Reason> reasons, Collection<Requirement> requirements) {
        return reasons.stream()
                .map(reason -> new ApiReason(
                        reason.kind(),
                        reason.requirement(),
                        reason.day(),
                        reason.remedy(),
                        reason.partsLeft(),
                        text(reason, requirements)))
                .toList();
    }

    List<ApiFact> facts(StandingCard card) {
        return card.facts().stream()
                .map(fact -> new ApiFact(
                        fact.kind(),
                        fact.validFrom(),
                        fact.validThrough(),
                        fact.code(),
                        fact.number(),
                        factWords.of(fact, card.names())))
                .toList();
    }

    private String text(Reason reason, Collection<Requirement> requirements) {
        String why = words.why(reason, requirements);
        return reason.remedy() == Remedy.NOTHING ? why : why + " " + words.remedy(reason);
    }
}

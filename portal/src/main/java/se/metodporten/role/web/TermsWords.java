package se.metodporten.role.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.UserLanguage;
import se.metodporten.organisation.Places;
import se.metodporten.organisation.UnitKind;
import se.metodporten.role.Requirement;

/** Puts the terms of a requirement into words, in the reader's language. */
@Named("termsOf")
@RequestScoped
public class TermsWords {

    @Inject
    private Places places;

    @Inject
    private Texts texts;

    @Inject
    private UserLanguage language;

    private @Nullable List<UnitKind> kinds;

    /** @return empty where there is no more to say than the requirement's own words */
    public String words(Requirement requirement, int windowMonths) {
        String where = requirement.onlyAt().isEmpty()
                ? ""
                : texts.of(
                        "role.terms.onlyAt",
                        kinds().stream()
                                .filter(kind -> requirement.onlyAt().contains(kind.code()))
                                .map(kind -> kind.name(language.locale().getLanguage()))
                                .collect(Collectors.joining(", ")));
        return (where + " " + terms(requirement, windowMonths)).strip();
    }

    private List<UnitKind> kinds() {
        if (kinds == null) {
            kinds = places.kinds();
        }
        return kinds;
    }

    private String terms(Requirement requirement, int windowMonths) {
        Requirement.Terms terms = requirement.terms();
        if (terms.renewal() != null) {
            return words(terms.renewal(), windowMonths);
        }
        Requirement.Recurrence recurrence = terms.recurrence();
        if (recurrence != null) {
            return texts.of("role.terms.recurrence", recurrence.occasions(), recurrence.months(), windowMonths);
        }
        Requirement.NewVersion newVersion = terms.newVersion();
        return newVersion == null
                ? ""
                : texts.of("role.terms.newVersion", newVersion.version(), newVersion.lastDayOfOld());
    }

    private String words(Requirement.Renewal renewal, int windowMonths) {
        MonthDay fixed = renewal.fixedDay();
        String when = fixed == null
                ? texts.of("role.terms.every", renewal.period())
                : texts.of("role.terms.fixedDay", inWords(fixed), renewal.period());
        return String.join(
                " ",
                when,
                texts.of("role.terms.window", windowMonths),
                texts.of("role.terms.grace." + renewal.afterGrace(), renewal.grace()),
                texts.get("role.nextDueFrom." + renewal.nextDueFrom()));
    }

    private String inWords(MonthDay day) {
        return DateTimeFormatter.ofPattern("d MMMM", language.locale()).format(day);
    }
}

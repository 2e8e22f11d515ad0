package se.metodporten.certification.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.metodporten.certification.rules.Reason;
import se.metodporten.certification.rules.Remedy;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.UserLanguage;
import se.metodporten.role.Requirement;

/** Puts reasons into words, in the reader's language. */
@ApplicationScoped
class ReasonWords {

    @Inject
    private Texts texts;

    @Inject
    private UserLanguage language;

    /** Why: what is missing, has run out, or holds until when. */
    String why(Reason reason, Collection<Requirement> requirements) {
        String key = "certification.reason." + reason.kind();
        String requirement = name(reason.requirement(), requirements);
        if (reason.day() == null) {
            return texts.of(key + ".open", requirement);
        }
        return texts.of(key, requirement, reason.day());
    }

    /** What to do about it, and which sessions of a begun training remain. */
    String remedy(Reason reason) {
        String todo = texts.get("certification.remedy." + reason.remedy());
        if (reason.remedy() == Remedy.ATTEND_OCCASIONS) {
            int left = reason.partsLeft().size();
            return left > 1 ? todo + " " + texts.of("certification.occasionsLeft", left) : todo;
        }
        return reason.partsLeft().size() > 1 || isBegun(reason)
                ? todo + " " + texts.of("certification.sessionsLeft", listed(reason.partsLeft()))
                : todo;
    }

    /** Of a training of one session, naming the session says nothing. */
    private static boolean isBegun(Reason reason) {
        return reason.partsLeft().size() == 1 && reason.partsLeft().get(0) > 1;
    }

    private String name(@Nullable String code, Collection<Requirement> requirements) {
        return requirements.stream()
                .filter(requirement -> requirement.code().equals(code))
                .findFirst()
                .map(requirement -> requirement.text().in(language.locale()))
                .orElse(code == null ? "" : code);
    }

    private static String listed(List<Integer> parts) {
        return parts.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}

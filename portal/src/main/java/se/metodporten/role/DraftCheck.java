package se.metodporten.role;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.Bilingual;
import se.metodporten.common.CountyTime;
import se.metodporten.common.DomainException;
import se.metodporten.common.PlainText;

/**
 * Whether a draft can be decided: a refusal names the field, which of a requirement ends with its position
 * ({@code text-2}).
 */
final class DraftCheck {

    /** Licences that a manager may see and register. */
    static final List<String> LICENCES = List.of("nurse");

    static final String AGREEMENT = "agreement";
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_MONTHS = 240;

    private final RoleDraft draft;
    private final LocalDate today;
    private final List<CourseRef> courses;
    private final List<TrainingKind> trainings;

    DraftCheck(RoleDraft draft, LocalDate today, List<CourseRef> courses, List<TrainingKind> trainings) {
        this.draft = draft;
        this.today = today;
        this.courses = courses;
        this.trainings = trainings;
    }

    RoleVersion version(Instant knownFrom) {
        LocalDate from = day("validFrom", draft.validFrom());
        if (from.isBefore(today)) {
            throw DomainException.at("validFrom", "role.refused.past", today);
        }
        LocalDate transition = day("transition", draft.transition());
        if (transition.isBefore(from)) {
            throw DomainException.at("transition", "role.refused.transition", from);
        }
        months("window", draft.windowMonths(), 0);
        if (draft.requirements().isEmpty()) {
            throw new DomainException("role.refused.nothing");
        }
        Set<String> codes = new HashSet<>();
        List<Requirement> requirements = new ArrayList<>();
        for (int i = 0; i < draft.requirements().size(); i++) {
            RoleDraft.Asked asked = draft.requirements().get(i);
            if (!codes.add(asked.code())) {
                throw DomainException.at("sv-" + i, "role.refused.twice");
            }
            requirements.add(requirement(i, asked));
        }
        return new RoleVersion(0, draft.roleId(), from, transition, knownFrom, draft.windowMonths(), requirements);
    }

    private Requirement requirement(int at, RoleDraft.Asked asked) {
        Bilingual text = new Bilingual(
                PlainText.require("sv-" + at, asked.textSv(), LONGEST_TEXT),
                PlainText.require("en-" + at, asked.textEn(), LONGEST_TEXT));
        boolean known = switch (asked.kind()) {
            case LICENCE -> LICENCES.contains(asked.code());
            case ATTESTATION -> asked.code().matches("[a-z0-9-]{1,60}");
            case COURSE -> courses.stream().anyMatch(course -> course.code().equals(asked.code()));
            case TRAINING, REFRESHER -> sessions(asked.code()) > 0;
            case AGREEMENT -> asked.code().equals(AGREEMENT);
        };
        if (!known) {
            throw DomainException.at("sv-" + at, "role.refused.code." + asked.kind());
        }
        return new Requirement(asked.kind(), asked.code(), text, sessions(asked.code()), renewal(at, asked));
    }

    private Requirement.@Nullable Renewal renewal(int at, RoleDraft.Asked asked) {
        if (asked.kind() != Requirement.Kind.REFRESHER) {
            return null;
        }
        months("period-" + at, asked.period(), 1);
        months("grace-" + at, asked.grace(), 0);
        months("afterPause-" + at, asked.afterPause(), 0);
        boolean started = draft.requirements().stream()
                .anyMatch(other -> other.kind() == Requirement.Kind.TRAINING
                        && other.code().equals(asked.startsWith()));
        if (!started) {
            throw DomainException.at("startsWith-" + at, "role.refused.startsWith");
        }
        return new Requirement.Renewal(
                asked.period(), asked.grace(), asked.afterPause(), asked.nextDueFrom(), asked.startsWith());
    }

    private int sessions(String code) {
        return trainings.stream()
                .filter(kind -> kind.code().equals(code))
                .mapToInt(TrainingKind::sessions)
                .findFirst()
                .orElse(0);
    }

    private static LocalDate day(String field, @Nullable LocalDate day) {
        if (day == null || day.isBefore(CountyTime.FIRST_DAY) || !day.isBefore(CountyTime.END_OF_DAYS)) {
            throw DomainException.at(field, "role.refused.day");
        }
        return day;
    }

    private static void months(String field, int months, int least) {
        if (months < least || months > LONGEST_MONTHS) {
            throw DomainException.at(field, "role.refused.months", least, LONGEST_MONTHS);
        }
    }
}

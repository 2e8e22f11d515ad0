package se.metodporten.role;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
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
    private static final int MOST_OCCASIONS = 24;
    private static final int MOST_VERSIONS = 999;

    private final RoleDraft draft;
    private final LocalDate today;
    private final Offered offered;

    /** What requirements can name. @param unitKinds codes */
    record Offered(List<CourseRef> courses, List<TrainingKind> trainings, List<String> unitKinds) {}

    DraftCheck(RoleDraft draft, LocalDate today, Offered offered) {
        this.draft = draft;
        this.today = today;
        this.offered = offered;
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
            case COURSE ->
                offered.courses.stream().anyMatch(course -> course.code().equals(asked.code()));
            case TRAINING, REFRESHER, RECURRING -> sessions(asked.code()) > 0;
            case AGREEMENT -> asked.code().equals(AGREEMENT);
        };
        if (!known) {
            throw DomainException.at("sv-" + at, "role.refused.code." + asked.kind());
        }
        if (!offered.unitKinds.containsAll(asked.onlyAt())) {
            throw DomainException.at("onlyAt-" + at, "role.refused.onlyAt");
        }
        return new Requirement(
                asked.kind(),
                asked.code(),
                text,
                sessions(asked.code()),
                terms(at, asked),
                new TreeSet<>(asked.onlyAt()));
    }

    private Requirement.Terms terms(int at, RoleDraft.Asked asked) {
        return switch (asked.kind()) {
            case REFRESHER ->
                Requirement.Terms.of(
                        renewal(at, Objects.requireNonNull(asked.terms().renewal())));
            case RECURRING ->
                Requirement.Terms.of(
                        recurrence(at, Objects.requireNonNull(asked.terms().recurrence())));
            case COURSE -> newVersion(at, asked.terms().newVersion());
            case LICENCE, ATTESTATION, TRAINING, AGREEMENT -> Requirement.Terms.NONE;
        };
    }

    private Requirement.Renewal renewal(int at, Requirement.Renewal asked) {
        months("period-" + at, asked.period(), 1);
        months("grace-" + at, asked.grace(), 0);
        months("afterPause-" + at, asked.afterPause(), 0);
        boolean fixed = asked.nextDueFrom() == Requirement.NextDueFrom.FIXED_DAY;
        if (fixed && asked.fixedDay() == null) {
            throw DomainException.at("fixedDay-" + at, "role.refused.fixedDay");
        }
        boolean started = draft.requirements().stream()
                .anyMatch(other -> other.kind() == Requirement.Kind.TRAINING
                        && other.code().equals(asked.startsWith()));
        if (!started) {
            throw DomainException.at("startsWith-" + at, "role.refused.startsWith");
        }
        return new Requirement.Renewal(
                asked.period(),
                asked.grace(),
                asked.afterGrace(),
                asked.afterPause(),
                asked.nextDueFrom(),
                fixed ? asked.fixedDay() : null,
                asked.startsWith());
    }

    private static Requirement.Recurrence recurrence(int at, Requirement.Recurrence asked) {
        number("occasions-" + at, asked.occasions(), MOST_OCCASIONS);
        months("months-" + at, asked.months(), 1);
        months("afterBreak-" + at, asked.afterPause(), 0);
        return asked;
    }

    /** The transition end of an older version may have passed: what was decided once still holds. */
    private static Requirement.Terms newVersion(int at, Requirement.@Nullable NewVersion asked) {
        if (asked == null) {
            return Requirement.Terms.NONE;
        }
        number("courseVersion-" + at, asked.version(), MOST_VERSIONS);
        day("lastDayOfOld-" + at, asked.lastDayOfOld());
        return Requirement.Terms.of(asked);
    }

    private int sessions(String code) {
        return offered.trainings.stream()
                .filter(kind -> kind.code().equals(code))
                .mapToInt(TrainingKind::sessions)
                .findFirst()
                .orElse(0);
    }

    static LocalDate day(String field, @Nullable LocalDate day) {
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

    private static void number(String field, int number, int most) {
        if (number < 1 || number > most) {
            throw DomainException.at(field, "role.refused.number", most);
        }
    }
}

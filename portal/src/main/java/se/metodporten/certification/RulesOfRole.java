package se.metodporten.certification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import se.metodporten.certification.rules.DueRule;
import se.metodporten.certification.rules.Requirement;
import se.metodporten.certification.rules.RoleRules;
import se.metodporten.certification.rules.TrainingInFull;
import se.metodporten.certification.rules.VersionChange;
import se.metodporten.role.Requirement.AfterGrace;
import se.metodporten.role.Requirement.NewVersion;
import se.metodporten.role.Requirement.NextDueFrom;
import se.metodporten.role.Requirement.Recurrence;
import se.metodporten.role.Requirement.Renewal;
import se.metodporten.role.RoleVersion;

/**
 * The versions of one role, from data to rules, in the order they were decided. A version names the newest version of a
 * course that it asks; the older ones that earlier decisions asked, with their days, go before it.
 */
final class RulesOfRole {

    private final Map<String, TreeMap<Integer, LocalDate>> courseVersions = new HashMap<>();
    private final List<VersionChange> descriptions;

    /** @param descriptions when which version of the role's description puts an end to older ones */
    RulesOfRole(List<VersionChange> descriptions) {
        this.descriptions = descriptions;
    }

    /** Of the next version. */
    RoleRules next(RoleVersion version) {
        return new RoleRules(
                version.windowMonths(),
                version.requirements().stream().map(this::where).toList());
    }

    private Requirement where(se.metodporten.role.Requirement asked) {
        return asked.onlyAt().isEmpty() ? rule(asked) : new Requirement.Where(rule(asked), asked.onlyAt());
    }

    private Requirement rule(se.metodporten.role.Requirement asked) {
        String code = asked.code();
        return switch (asked.kind()) {
            case LICENCE -> new Requirement.Licence(code, code);
            case ATTESTATION -> new Requirement.Attestation(code);
            case COURSE -> new Requirement.Course(code, code, versions(code, asked));
            case TRAINING -> new Requirement.Training(code, List.of(inFull(asked)));
            case AGREEMENT -> new Requirement.Agreement(code, descriptions);
            case REFRESHER -> refresher(asked, Objects.requireNonNull(asked.renewal(), code));
            case RECURRING ->
                recurring(asked, Objects.requireNonNull(asked.terms().recurrence(), code));
        };
    }

    /** A later decision about a version goes before, and undoes what was asked of newer ones. */
    private List<VersionChange> versions(String course, se.metodporten.role.Requirement asked) {
        TreeMap<Integer, LocalDate> days = courseVersions.computeIfAbsent(course, code -> new TreeMap<>());
        NewVersion newest = asked.terms().newVersion();
        if (newest == null) {
            days.clear();
        } else {
            days.tailMap(newest.version(), true).clear();
            days.put(newest.version(), newest.lastDayOfOld());
        }
        List<VersionChange> changes = new ArrayList<>();
        days.forEach((version, lastDayOfOld) -> changes.add(new VersionChange(version, lastDayOfOld)));
        return changes;
    }

    private static Requirement refresher(se.metodporten.role.Requirement asked, Renewal renewal) {
        TrainingInFull refresher = inFull(asked);
        return new Requirement.Refresher(
                asked.code(),
                renewal.startsWith(),
                List.of(refresher),
                due(renewal),
                renewal.grace(),
                renewal.afterPause(),
                renewal.afterGrace() == AfterGrace.REFRESHER ? List.of(refresher) : List.of());
    }

    private static DueRule due(Renewal renewal) {
        NextDueFrom from = renewal.nextDueFrom();
        return switch (from) {
            case DAY_TAKEN -> new DueRule.EveryMonths(renewal.period(), DueRule.CountedFrom.DAY_TAKEN);
            case OLD_DUE_DAY -> new DueRule.EveryMonths(renewal.period(), DueRule.CountedFrom.OLD_DUE_DAY);
            case FIXED_DAY -> new DueRule.FixedDay(Objects.requireNonNull(renewal.fixedDay()), renewal.period());
        };
    }

    private static Requirement recurring(se.metodporten.role.Requirement asked, Recurrence recurrence) {
        return new Requirement.Recurring(
                asked.code(), inFull(asked), recurrence.occasions(), recurrence.months(), recurrence.afterPause());
    }

    private static TrainingInFull inFull(se.metodporten.role.Requirement asked) {
        return TrainingInFull.ofParts(asked.code(), asked.sessions());
    }
}

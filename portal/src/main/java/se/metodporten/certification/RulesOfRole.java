package se.metodporten.certification;

import java.util.List;
import se.metodporten.certification.rules.DueRule;
import se.metodporten.certification.rules.Requirement;
import se.metodporten.certification.rules.RoleRules;
import se.metodporten.certification.rules.TrainingInFull;
import se.metodporten.role.Requirement.NextDueFrom;
import se.metodporten.role.Requirement.Renewal;
import se.metodporten.role.RoleVersion;

/** A role's version, from data to rules. */
final class RulesOfRole {

    private RulesOfRole() {}

    static RoleRules of(RoleVersion version) {
        return new RoleRules(
                version.windowMonths(),
                version.requirements().stream().map(RulesOfRole::rule).toList());
    }

    private static Requirement rule(se.metodporten.role.Requirement asked) {
        String code = asked.code();
        return switch (asked.kind()) {
            case LICENCE -> new Requirement.Licence(code, code);
            case ATTESTATION -> new Requirement.Attestation(code);
            case COURSE -> new Requirement.Course(code, code);
            case TRAINING -> new Requirement.Training(code, List.of(TrainingInFull.ofParts(code, asked.sessions())));
            case AGREEMENT -> new Requirement.Agreement(code);
            case REFRESHER -> refresher(asked);
        };
    }

    /** After the grace only the whole training helps: the schema has no other choice yet. */
    private static Requirement refresher(se.metodporten.role.Requirement asked) {
        Renewal renewal = asked.renewal();
        if (renewal == null) {
            throw new IllegalStateException("The refresher " + asked.code() + " has no period");
        }
        DueRule.CountedFrom countedFrom = renewal.nextDueFrom() == NextDueFrom.OLD_DUE_DAY
                ? DueRule.CountedFrom.OLD_DUE_DAY
                : DueRule.CountedFrom.DAY_TAKEN;
        return new Requirement.Refresher(
                asked.code(),
                renewal.startsWith(),
                List.of(TrainingInFull.ofParts(asked.code(), asked.sessions())),
                new DueRule.EveryMonths(renewal.period(), countedFrom),
                renewal.grace(),
                renewal.afterPause(),
                List.of());
    }
}

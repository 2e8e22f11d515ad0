package se.metodporten.certification.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a role requires, in the order it is shown.
 *
 * @param windowMonths M: so long before something must be renewed the standing says so (rules 2, 8 and 9)
 */
public record RoleRules(int windowMonths, List<Requirement> requirements) {

    public RoleRules {
        requirements = List.copyOf(requirements);
        if (windowMonths < 0) {
            throw new IllegalArgumentException("a window of " + windowMonths + " months");
        }
        Set<String> codes = new HashSet<>();
        for (Requirement requirement : requirements) {
            if (!codes.add(requirement.code())) {
                throw new IllegalArgumentException("two requirements are called " + requirement.code());
            }
        }
        for (Requirement requirement : requirements) {
            Requirement asked = requirement instanceof Requirement.Where where ? where.asked() : requirement;
            if (asked instanceof Requirement.Refresher refresher) {
                training(refresher.startedBy(), requirements);
            }
        }
    }

    Requirement.Training training(String code) {
        return training(code, requirements);
    }

    private static Requirement.Training training(String code, List<Requirement> among) {
        for (Requirement one : among) {
            Requirement requirement = one instanceof Requirement.Where where ? where.asked() : one;
            if (requirement instanceof Requirement.Training training
                    && training.code().equals(code)) {
                return training;
            }
        }
        throw new IllegalArgumentException("no training is called " + code);
    }
}

package se.metodporten.role;

import java.util.ArrayList;
import java.util.List;

/** One requirement of a draft beside what is decided now. */
public record RequirementChange(How how, Requirement requirement) {

    /** What becomes of it. */
    public enum How {
        NEW,
        CHANGED,
        SAME,
        GONE
    }

    /** In the order of the later version, with what is gone last. */
    static List<RequirementChange> between(RoleVersion before, RoleVersion after) {
        List<RequirementChange> changes = new ArrayList<>();
        for (Requirement requirement : after.requirements()) {
            How how = before.requirement(requirement.code())
                    .map(was -> was.equals(requirement) ? How.SAME : How.CHANGED)
                    .orElse(How.NEW);
            changes.add(new RequirementChange(how, requirement));
        }
        before.requirements().stream()
                .filter(was -> after.requirement(was.code()).isEmpty())
                .forEach(was -> changes.add(new RequirementChange(How.GONE, was)));
        return changes;
    }
}

package se.metodporten.role;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    static List<RequirementChange> between(List<Requirement> before, List<Requirement> after) {
        List<RequirementChange> changes = new ArrayList<>();
        for (Requirement requirement : after) {
            How how = named(requirement.code(), before)
                    .map(was -> was.equals(requirement) ? How.SAME : How.CHANGED)
                    .orElse(How.NEW);
            changes.add(new RequirementChange(how, requirement));
        }
        before.stream()
                .filter(was -> named(was.code(), after).isEmpty())
                .forEach(was -> changes.add(new RequirementChange(How.GONE, was)));
        return changes;
    }

    private static Optional<Requirement> named(String code, List<Requirement> among) {
        return among.stream().filter(one -> one.code().equals(code)).findFirst();
    }
}

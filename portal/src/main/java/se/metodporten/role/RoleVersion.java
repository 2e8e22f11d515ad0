package se.metodporten.role;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a role requires, as it was decided at one time.
 *
 * @param validFrom the first day on which someone appointed meets these requirements
 * @param transition the first day on which they hold for those appointed before (domain.md "Standing", rule 10)
 * @param windowMonths so long before something must be renewed the standing says so
 * @param requirements in the order they are shown
 */
public record RoleVersion(
        long id,
        long roleId,
        LocalDate validFrom,
        LocalDate transition,
        Instant knownFrom,
        int windowMonths,
        List<Requirement> requirements) {

    public RoleVersion {
        requirements = List.copyOf(requirements);
    }

    public List<Requirement> ofKind(Requirement.Kind kind) {
        return requirements.stream()
                .filter(requirement -> requirement.kind() == kind)
                .toList();
    }

    public Optional<Requirement> requirement(String code) {
        return requirements.stream()
                .filter(requirement -> requirement.code().equals(code))
                .findFirst();
    }
}

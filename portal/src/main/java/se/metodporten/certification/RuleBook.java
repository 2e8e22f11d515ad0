package se.metodporten.certification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.metodporten.certification.rules.RoleRules;
import se.metodporten.role.RoleVersion;

/** The rules of all roles, read once for many appointments. A new fact always meets the newest rules. */
final class RuleBook {

    private record Known(Instant from, RoleRules rules) {}

    private final Map<Long, List<Known>> byRole = new HashMap<>();

    /** @param versions in the order they became known */
    RuleBook(List<RoleVersion> versions) {
        for (RoleVersion version : versions) {
            byRole.computeIfAbsent(version.roleId(), role -> new ArrayList<>())
                    .add(new Known(version.knownFrom(), RulesOfRole.of(version)));
        }
    }

    RoleRules newest(long roleId) {
        List<Known> known = of(roleId);
        return known.get(known.size() - 1).rules;
    }

    /** The newest that was known at a moment; before all of them, the first. */
    RoleRules asKnown(long roleId, Instant moment) {
        RoleRules rules = of(roleId).get(0).rules;
        for (Known known : of(roleId)) {
            if (!known.from.isAfter(moment)) {
                rules = known.rules;
            }
        }
        return rules;
    }

    List<Instant> changesAfter(long roleId, Instant moment) {
        return of(roleId).stream()
                .map(Known::from)
                .filter(from -> from.isAfter(moment))
                .toList();
    }

    private List<Known> of(long roleId) {
        List<Known> known = byRole.get(roleId);
        if (known == null) {
            throw new IllegalStateException("Role " + roleId + " has no version");
        }
        return known;
    }
}

package se.metodporten.certification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.metodporten.certification.rules.RoleHistory;
import se.metodporten.certification.rules.RoleRules;
import se.metodporten.role.Requirement;
import se.metodporten.role.RoleVersion;

/** The rules of all roles, read once for many appointments. A new fact always meets the newest rules. */
final class RuleBook {

    private record Known(Instant from, RoleHistory.Change change) {}

    private final Map<Long, List<Known>> byRole = new HashMap<>();
    private final Map<Long, RoleHistory> newest = new HashMap<>();
    private final Map<RoleRules, RoleVersion> versions = new IdentityHashMap<>();

    /** @param versions in the order they became known */
    RuleBook(List<RoleVersion> versions) {
        Map<Long, RulesOfRole> ofRoles = new HashMap<>();
        for (RoleVersion version : versions) {
            RoleRules rules = ofRoles.computeIfAbsent(version.roleId(), role -> new RulesOfRole())
                    .next(version);
            this.versions.put(rules, version);
            byRole.computeIfAbsent(version.roleId(), role -> new ArrayList<>())
                    .add(new Known(
                            version.knownFrom(),
                            new RoleHistory.Change(rules, version.validFrom(), version.transition())));
        }
        byRole.forEach((role, known) -> newest.put(role, history(known)));
    }

    RoleHistory newest(long roleId) {
        RoleHistory history = newest.get(roleId);
        if (history == null) {
            throw new IllegalStateException("Role " + roleId + " has no version");
        }
        return history;
    }

    /** The requirements that count on a day for who was appointed on another. */
    List<Requirement> requirements(long roleId, LocalDate appointed, LocalDate day) {
        RoleRules rules = newest(roleId).stagesFor(appointed).floorEntry(day).getValue();
        return Objects.requireNonNull(versions.get(rules)).requirements();
    }

    /** What was known at a moment; before all of it, the first. */
    RoleHistory asKnown(long roleId, Instant moment) {
        List<Known> all = of(roleId);
        List<Known> known =
                all.stream().filter(one -> !one.from.isAfter(moment)).toList();
        return history(known.isEmpty() ? all.subList(0, 1) : known);
    }

    List<Instant> changesAfter(long roleId, Instant moment) {
        return of(roleId).stream()
                .map(Known::from)
                .filter(from -> from.isAfter(moment))
                .toList();
    }

    private static RoleHistory history(List<Known> known) {
        return new RoleHistory(known.stream().map(Known::change).toList());
    }

    private List<Known> of(long roleId) {
        List<Known> known = byRole.get(roleId);
        if (known == null) {
            throw new IllegalStateException("Role " + roleId + " has no version");
        }
        return known;
    }
}

package se.metodporten.certification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import se.metodporten.certification.rules.RoleHistory;
import se.metodporten.certification.rules.RoleRules;
import se.metodporten.certification.rules.VersionChange;
import se.metodporten.role.DescriptionEnd;
import se.metodporten.role.Requirement;
import se.metodporten.role.RoleVersion;

/**
 * The rules of all roles, read once for many appointments: what was decided of their requirements, and when a description
 * put an end to older ones. A new fact always meets the newest rules.
 */
final class RuleBook {

    /** How much was known of a role: so many of its versions, and of the ends of its descriptions. */
    private record Knowledge(long roleId, int versions, int ends) {}

    private final Map<Long, List<RoleVersion>> versions = new HashMap<>();
    private final Map<Long, List<DescriptionEnd>> ends = new HashMap<>();
    private final Map<Knowledge, RoleHistory> histories = new HashMap<>();
    private final Map<RoleRules, RoleVersion> versionOf = new IdentityHashMap<>();

    /** Both in the order they became known. */
    RuleBook(List<RoleVersion> versions, List<DescriptionEnd> ends) {
        for (RoleVersion version : versions) {
            this.versions
                    .computeIfAbsent(version.roleId(), role -> new ArrayList<>())
                    .add(version);
        }
        for (DescriptionEnd end : ends) {
            this.ends.computeIfAbsent(end.roleId(), role -> new ArrayList<>()).add(end);
        }
    }

    RoleHistory newest(long roleId) {
        return history(
                new Knowledge(roleId, versions(roleId).size(), ends(roleId).size()));
    }

    /** The requirements that count on a day for who was appointed on another. */
    List<Requirement> requirements(long roleId, LocalDate appointed, LocalDate day) {
        RoleRules rules = newest(roleId).stagesFor(appointed).floorEntry(day).getValue();
        return Objects.requireNonNull(versionOf.get(rules)).requirements();
    }

    /** What was known at a moment; before all of it, the first version. */
    RoleHistory asKnown(long roleId, Instant moment) {
        int known = (int) versions(roleId).stream()
                .filter(version -> !version.knownFrom().isAfter(moment))
                .count();
        int ended = (int) ends(roleId).stream()
                .filter(end -> !end.knownFrom().isAfter(moment))
                .count();
        return history(new Knowledge(roleId, Math.max(1, known), ended));
    }

    List<Instant> changesAfter(long roleId, Instant moment) {
        return Stream.concat(
                        versions(roleId).stream().map(RoleVersion::knownFrom),
                        ends(roleId).stream().map(DescriptionEnd::knownFrom))
                .filter(from -> from.isAfter(moment))
                .toList();
    }

    private RoleHistory history(Knowledge known) {
        RoleHistory history = histories.get(known);
        if (history == null) {
            RulesOfRole rules = new RulesOfRole(ends(known.roleId).subList(0, known.ends).stream()
                    .map(end -> new VersionChange(end.number(), end.lastDayOfOld()))
                    .toList());
            List<RoleHistory.Change> changes = new ArrayList<>();
            for (RoleVersion version : versions(known.roleId).subList(0, known.versions)) {
                RoleRules next = rules.next(version);
                versionOf.put(next, version);
                changes.add(new RoleHistory.Change(next, version.validFrom(), version.transition()));
            }
            history = new RoleHistory(changes);
            histories.put(known, history);
        }
        return history;
    }

    private List<RoleVersion> versions(long roleId) {
        List<RoleVersion> known = versions.get(roleId);
        if (known == null) {
            throw new IllegalStateException("Role " + roleId + " has no version");
        }
        return known;
    }

    private List<DescriptionEnd> ends(long roleId) {
        return ends.getOrDefault(roleId, List.of());
    }
}

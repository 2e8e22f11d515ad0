package se.metodporten.certification;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import se.metodporten.role.Requirement;

/** What each of some appointments is asked on a day, at the units that it serves then. */
final class AskedToday {

    /** @param appointed the first day */
    record Held(long roleId, LocalDate appointed) {}

    private AskedToday() {}

    /** By the appointment's id; asks the database only where something is asked at some kinds of unit alone. */
    static Map<Long, List<Requirement>> of(Handle handle, RuleBook rules, Map<Long, Held> held, LocalDate day) {
        Map<Long, List<Requirement>> asked = new TreeMap<>();
        held.forEach((id, one) -> asked.put(id, rules.requirements(one.roleId, one.appointed, day)));
        List<Long> conditional = asked.entrySet().stream()
                .filter(one -> one.getValue().stream()
                        .anyMatch(requirement -> !requirement.onlyAt().isEmpty()))
                .map(Map.Entry::getKey)
                .toList();
        if (!conditional.isEmpty()) {
            Map<Long, Set<String>> kinds = ServedKinds.on(handle, day, conditional);
            conditional.forEach(id ->
                    asked.computeIfPresent(id, (same, all) -> at(kinds.getOrDefault(id, Set.of()), all)));
        }
        return asked;
    }

    private static List<Requirement> at(Set<String> kinds, List<Requirement> all) {
        return all.stream().filter(one -> one.askedAt(kinds)).toList();
    }
}

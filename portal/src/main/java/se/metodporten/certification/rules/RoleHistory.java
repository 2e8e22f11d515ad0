package se.metodporten.certification.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What a role requires, as it was changed over time (rule 10): who is appointed from the day a change applies meets it at
 * once, who was appointed before keeps the old rules until the change's transition day, and from that day on the new ones
 * weigh the facts as they are.
 *
 * @param changes in the order they were decided; the first is what the role began with, and always applied
 */
public record RoleHistory(List<Change> changes) {

    /**
     * @param appliesFrom the first day on which someone appointed meets these rules
     * @param transition the first day on which they hold for those appointed before
     */
    public record Change(RoleRules rules, LocalDate appliesFrom, LocalDate transition) {
        public Change {
            if (transition.isBefore(appliesFrom)) {
                throw new IllegalArgumentException(
                        "a transition on " + transition + ", before the change applies on " + appliesFrom);
            }
        }
    }

    public RoleHistory {
        changes = List.copyOf(changes);
        if (changes.isEmpty()) {
            throw new IllegalArgumentException("a role without rules");
        }
    }

    /** Rules that never changed. */
    public static RoleHistory of(RoleRules rules) {
        return new RoleHistory(List.of(new Change(rules, Days.FIRST, Days.FIRST)));
    }

    /** The rules for who was appointed on a day, by the first day on which each holds. A later decision goes before. */
    public NavigableMap<LocalDate, RoleRules> stagesFor(LocalDate appointed) {
        NavigableMap<LocalDate, RoleRules> stages = new TreeMap<>();
        for (Change change : changes) {
            boolean fromTheStart = stages.isEmpty() || !appointed.isBefore(change.appliesFrom);
            LocalDate from = fromTheStart ? Days.FIRST : change.transition;
            stages.tailMap(from, true).clear();
            stages.put(from, change.rules);
        }
        return stages;
    }
}

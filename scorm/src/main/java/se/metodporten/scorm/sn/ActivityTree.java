package se.metodporten.scorm.sn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.metodporten.scorm.ScormException;
import se.metodporten.scorm.Standard;

/**
 * The parts of a course, as an attempt runs through them; immutable, made from a manifest, stored with the course.
 *
 * @param root the organization; its children are the outermost parts
 */
public record ActivityTree(Standard standard, Activity root) {

    /** Where an activity stands. */
    public record Place(Activity activity, Optional<Activity> parent, int depth) {}

    /** Reads {@link #toJson()}; throws ScormException {@code tree.malformed} for anything else. */
    public static ActivityTree fromJson(String json) {
        return RecordJson.read(json, ActivityTree.class, "tree.malformed");
    }

    public String toJson() {
        return RecordJson.write(this);
    }

    /** All below the root, in the order of the table of contents; the outermost parts have depth 0. */
    public List<Place> places() {
        List<Place> places = new ArrayList<>();
        root.children().forEach(child -> collect(child, Optional.of(root), 0, places));
        return places;
    }

    private static void collect(Activity activity, Optional<Activity> parent, int depth, List<Place> places) {
        places.add(new Place(activity, parent, depth));
        activity.children().forEach(child -> collect(child, Optional.of(activity), depth + 1, places));
    }

    /** What can be started, in the order of the table of contents. */
    public List<Activity> launchables() {
        return root.all().filter(Activity::launchable).toList();
    }

    /** The first SCO, else the first asset. */
    public Optional<Activity> first() {
        List<Activity> all = launchables();
        return all.stream()
                .filter(a -> a.kind() == Activity.Kind.SCO)
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    public Optional<Activity> find(String identifier) {
        return root.all().filter(a -> a.identifier().equals(identifier)).findFirst();
    }

    /** The activity of that name, which must be there. */
    public Activity activity(String identifier) {
        return find(identifier).orElseThrow(() -> new ScormException("tree.noSuchActivity", identifier));
    }

    /** Parents by the identifier of their children. */
    public Map<String, Activity> parents() {
        Map<String, Activity> parents = new HashMap<>();
        root.all().forEach(parent -> parent.children().forEach(child -> parents.put(child.identifier(), parent)));
        return parents;
    }
}

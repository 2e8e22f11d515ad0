package se.metodporten.scorm.sn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import se.metodporten.scorm.LessonStatus;
import se.metodporten.scorm.Standard;
import se.metodporten.scorm.sn.Activity.Control;
import se.metodporten.scorm.sn.ActivityTree.Place;
import se.metodporten.scorm.sn.Sequencing.ControlMode;

/**
 * Where a learner may go from an activity: free choice and simple flow, in the order of the table of contents. Honoured
 * are the prerequisites of 1.2 and the control modes of 2004 ({@code choice}, {@code flow}, {@code forwardOnly}); the
 * conditions of sequencing rules are not evaluated. Nobody is locked out: where a 2004 manifest allows neither choice
 * nor flow, the choice is free.
 */
public final class Navigation {

    private final ActivityTree tree;
    private final Optional<String> current;
    private final Function<String, LessonStatus> statuses;
    private final List<Place> places;
    private final List<Activity> launchables;
    private final Map<String, Activity> parents;
    private final boolean open;

    private Navigation(ActivityTree tree, Optional<String> current, Function<String, LessonStatus> statuses) {
        this.tree = tree;
        this.current = current;
        this.statuses = statuses;
        this.places = tree.places();
        this.launchables = tree.launchables();
        this.parents = tree.parents();
        this.open = tree.standard() == Standard.SCORM_1_2
                || parents.values().stream()
                        .map(parent -> parent.rules().controlMode())
                        .noneMatch(mode -> mode.choice() || mode.flow());
    }

    /**
     * @param current the activity under way; empty at the start
     * @param statuses of activities by identifier; not attempted for one that there is not
     */
    public static Navigation of(ActivityTree tree, Optional<String> current, Function<String, LessonStatus> statuses) {
        return new Navigation(tree, current, statuses);
    }

    /**
     * A row of the table of contents.
     *
     * @param depth 0 for the outermost parts
     * @param open whether the learner may go there now; false for headings too
     */
    public record Entry(Activity activity, int depth, LessonStatus status, boolean open) {}

    /** The table of contents, without what the manifest hides. */
    public List<Entry> contents() {
        List<Entry> entries = new ArrayList<>();
        int hiddenBelow = Integer.MAX_VALUE;
        for (Place place : places) {
            if (place.depth() > hiddenBelow) {
                continue;
            }
            Activity activity = place.activity();
            hiddenBelow = activity.visible() || activity.launchable() ? Integer.MAX_VALUE : place.depth();
            if (activity.visible()) {
                entries.add(new Entry(activity, place.depth(), statusOf(activity), mayChoose(activity)));
            }
        }
        return entries;
    }

    /** How far the learner is with an activity; a heading is as far as all below it. */
    public LessonStatus statusOf(Activity activity) {
        if (activity.launchable()) {
            return statuses.apply(activity.identifier());
        }
        List<LessonStatus> below = activity.all()
                .filter(Activity::launchable)
                .map(a -> statuses.apply(a.identifier()))
                .toList();
        return Rollup.status(below);
    }

    /** Whether the table of contents leads there. */
    public boolean mayChoose(Activity activity) {
        return activity.launchable() && prerequisitesAreMet(activity) && (open || isChoiceTo(activity));
    }

    /** The one after the current one, if the learner may go on to it. */
    public Optional<Activity> next() {
        int at = position();
        return at + 1 >= launchables.size() ? Optional.empty() : reachable(launchables.get(at + 1), true);
    }

    /** The one before the current one, if the learner may go back to it. */
    public Optional<Activity> previous() {
        int at = position();
        return at < 1 ? Optional.empty() : reachable(launchables.get(at - 1), false);
    }

    /** 2004: whether the manifest lets flow lead on; content is told so, the player's own buttons ask {@link #next()}. */
    public boolean flowsOn() {
        return flows(position() + 1, true);
    }

    /** The same backwards. */
    public boolean flowsBack() {
        return flows(position() - 1, false);
    }

    private boolean flows(int to, boolean forward) {
        if (to < 0 || to >= launchables.size()) {
            return false;
        }
        ControlMode mode = modeOver(launchables.get(to));
        return mode.flow() && (forward || !mode.forwardOnly());
    }

    /** Whether a control of the player is to be shown while the current activity is delivered. */
    public boolean shows(Control control) {
        return current.flatMap(tree::find)
                .filter(a -> a.hidden().contains(control))
                .isEmpty();
    }

    /** Where to begin or to go on: the activity under way if it is not done, else the first that is not done. */
    public Optional<Activity> start() {
        Optional<Activity> open = again().filter(a -> !isDone(a));
        return open.or(() -> launchables.stream()
                        .filter(a -> !isDone(a) && prerequisitesAreMet(a))
                        .findFirst())
                .or(this::again)
                .or(tree::first);
    }

    /** The activity under way, as after a reload; empty at the start. */
    public Optional<Activity> again() {
        return current.flatMap(tree::find).filter(Activity::launchable);
    }

    private boolean isDone(Activity activity) {
        return statuses.apply(activity.identifier()).isDone();
    }

    /** What a request leads to: an activity to deliver, or the end; empty when it is not possible now. */
    public Optional<Destination> follow(NavigationRequest request) {
        return switch (request.kind()) {
            case CONTINUE -> neighbour(next(), position() + 1 >= launchables.size());
            case PREVIOUS -> neighbour(previous(), false);
            case CHOICE -> tree.find(request.target()).filter(this::mayChoose).map(Destination::to);
            // a jump asks nobody (SN 4.3, jump sequencing request process)
            case JUMP ->
                tree.find(request.target()).filter(Activity::launchable).map(Destination::to);
            case EXIT, ABANDON -> Optional.of(launchables.size() > 1 ? Destination.MENU : Destination.END);
            case EXIT_ALL, ABANDON_ALL, SUSPEND_ALL -> Optional.of(Destination.END);
            case NONE -> Optional.empty();
        };
    }

    private static Optional<Destination> neighbour(Optional<Activity> neighbour, boolean isPastTheLast) {
        return neighbour.map(Destination::to).or(() -> isPastTheLast ? Optional.of(Destination.END) : Optional.empty());
    }

    /**
     * @param activity to deliver; empty when none is
     * @param ends whether the learner leaves the course
     */
    public record Destination(Optional<Activity> activity, boolean ends) {
        static final Destination MENU = new Destination(Optional.empty(), false);
        static final Destination END = new Destination(Optional.empty(), true);

        static Destination to(Activity activity) {
            return new Destination(Optional.of(activity), false);
        }
    }

    private int position() {
        for (int i = 0; i < launchables.size(); i++) {
            if (current.filter(launchables.get(i).identifier()::equals).isPresent()) {
                return i;
            }
        }
        return -1;
    }

    private Optional<Activity> reachable(Activity activity, boolean forward) {
        ControlMode mode = modeOver(activity);
        boolean flows = mode.flow() && (forward || !mode.forwardOnly());
        boolean may = prerequisitesAreMet(activity) && (open || flows || isChoiceTo(activity));
        return may ? Optional.of(activity) : Optional.empty();
    }

    private boolean isChoiceTo(Activity activity) {
        Activity below = activity;
        for (Activity parent = parents.get(below.identifier());
                parent != null;
                parent = parents.get(parent.identifier())) {
            if (!parent.rules().controlMode().choice()) {
                return false;
            }
        }
        return true;
    }

    private ControlMode modeOver(Activity activity) {
        Activity parent = parents.get(activity.identifier());
        return parent == null ? ControlMode.DEFAULT : parent.rules().controlMode();
    }

    /** Also those of the headings above. */
    private boolean prerequisitesAreMet(Activity activity) {
        for (Activity a = activity; a != null; a = parents.get(a.identifier())) {
            if (!Prerequisites.areMet(a.prerequisites(), this::statusOf)) {
                return false;
            }
        }
        return true;
    }

    private LessonStatus statusOf(String identifier) {
        return tree.find(identifier).map(this::statusOf).orElse(LessonStatus.NOT_ATTEMPTED);
    }
}

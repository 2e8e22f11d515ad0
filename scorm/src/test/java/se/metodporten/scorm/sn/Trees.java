package se.metodporten.scorm.sn;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.metodporten.scorm.Standard;
import se.metodporten.scorm.sn.Activity.Kind;

/** Activity trees for tests. */
public final class Trees {

    /** The identifier of the only part of {@link #one}. */
    public static final String ONLY = "only";

    private Trees() {}

    public static ActivityTree one(Standard standard, LaunchData launch) {
        return of(standard, leaf(ONLY, Kind.SCO, launch));
    }

    public static ActivityTree of(Standard standard, Activity... parts) {
        return of(standard, Optional.empty(), parts);
    }

    public static ActivityTree of(Standard standard, Optional<Sequencing> rules, Activity... parts) {
        return new ActivityTree(standard, heading("org", rules, parts));
    }

    public static Activity sco(String identifier) {
        return leaf(identifier, Kind.SCO, LaunchData.NONE);
    }

    public static Activity leaf(String identifier, Kind kind, LaunchData launch) {
        return activity(identifier, kind, true, "", launch, Optional.empty(), List.of());
    }

    public static Activity after(String prerequisites, Activity a) {
        return activity(
                a.identifier(), a.kind(), a.visible(), prerequisites, a.launchData(), a.sequencing(), a.children());
    }

    public static Activity invisible(Activity a) {
        return activity(a.identifier(), a.kind(), false, "", a.launchData(), a.sequencing(), a.children());
    }

    public static Activity heading(String identifier, Activity... parts) {
        return heading(identifier, Optional.empty(), parts);
    }

    public static Activity heading(String identifier, Optional<Sequencing> rules, Activity... parts) {
        return activity(identifier, Kind.HEADING, true, "", LaunchData.NONE, rules, Arrays.asList(parts));
    }

    /** The defaults, but for the control mode. */
    public static Optional<Sequencing> mode(boolean choice, boolean flow, boolean forwardOnly) {
        Sequencing d = Sequencing.DEFAULT;
        return Optional.of(new Sequencing(
                new Sequencing.ControlMode(choice, true, flow, forwardOnly, true, true),
                d.preConditions(),
                d.exitConditions(),
                d.postConditions(),
                d.limits(),
                d.rollup(),
                d.objectives(),
                d.randomization(),
                d.delivery(),
                d.choice()));
    }

    private static Activity activity(
            String identifier,
            Kind kind,
            boolean visible,
            String prerequisites,
            LaunchData launch,
            Optional<Sequencing> rules,
            List<Activity> children) {
        String url = kind == Kind.HEADING ? "" : identifier + "/index.html";
        return new Activity(
                identifier, "Del " + identifier, kind, url, visible, prerequisites, Set.of(), launch, rules, children);
    }
}

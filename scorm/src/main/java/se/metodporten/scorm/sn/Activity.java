package se.metodporten.scorm.sn;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A node of the activity tree.
 *
 * @param identifier unique in its tree
 * @param url its start file as an URL path relative to the package's root, encoded, with parameters; empty for a heading
 * @param visible whether the table of contents shows it
 * @param prerequisites 1.2: in the manifest's script language; empty for none
 * @param hidden controls of the player that the manifest wants hidden while it is delivered
 */
public record Activity(
        String identifier,
        String title,
        Kind kind,
        String url,
        boolean visible,
        String prerequisites,
        Set<Control> hidden,
        LaunchData launchData,
        Optional<Sequencing> sequencing,
        List<Activity> children) {

    /** What is started. */
    public enum Kind {
        /** Nothing; it only holds others. */
        HEADING,
        /** A file that does not talk to the run-time: done when it was seen. */
        ASSET,
        SCO
    }

    /** Controls of the player (Sequencing and Navigation, 4th edition, §5.6.1). */
    public enum Control {
        PREVIOUS,
        CONTINUE,
        EXIT,
        EXIT_ALL,
        ABANDON,
        ABANDON_ALL,
        SUSPEND_ALL
    }

    public Activity {
        hidden = Set.copyOf(hidden);
        children = List.copyOf(children);
    }

    public boolean launchable() {
        return kind != Kind.HEADING;
    }

    /** What the manifest says of sequencing, with the standard's defaults where it says nothing. */
    public Sequencing rules() {
        return sequencing.orElse(Sequencing.DEFAULT);
    }

    /** Itself and all below it, in the order of the table of contents. */
    public Stream<Activity> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Activity::all));
    }
}

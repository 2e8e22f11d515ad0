package se.metodporten.scorm.player;

import java.util.Optional;
import se.metodporten.scorm.runtime.Learner;

/**
 * What the host tells the player page beside what stands in the attempt.
 *
 * @param secret for a launch; empty for a resume or a step within the course, whose page has it
 * @param attempt an opaque name of learner and attempt: unsent commits are kept under it and go to no other
 * @param contentRoot path of the package's root on the content's own host, with a slash at its end
 * @param learner as content is told
 * @param learnerName as the page shows it
 * @param language {@code sv} or {@code en}
 */
public record Launch(
        Optional<String> secret,
        String attempt,
        String contentRoot,
        String title,
        Learner learner,
        String learnerName,
        String returnUrl,
        String language) {}

package se.metodporten.scorm.player;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import se.metodporten.scorm.Standard;

/**
 * All that the player page is told when it starts.
 *
 * @param secret for a launch; empty for a resume, whose page has it
 * @param attempt an opaque name of learner and attempt: unsent commits are kept under it and go to no other
 * @param contentPath path and query on the content's own host
 * @param initialValues what content may read, by element
 * @param learnerName as the page shows it
 * @param language {@code sv} or {@code en}
 */
public record Launch(
        Optional<String> secret,
        String attempt,
        String session,
        Standard standard,
        String contentPath,
        Map<String, String> initialValues,
        String title,
        String learnerName,
        String returnUrl,
        String language) {

    public Launch {
        initialValues = Collections.unmodifiableMap(new LinkedHashMap<>(initialValues));
    }
}

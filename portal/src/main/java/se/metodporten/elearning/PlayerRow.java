package se.metodporten.elearning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a secret opens, without the attempt's state, which is read under its lock.
 *
 * @param latest whether no newer launch of the attempt exists
 * @param completionRule code of a CompletionRule
 */
record PlayerRow(
        long launchId,
        boolean latest,
        boolean revoked,
        @Nullable Instant secretExpiresAt,
        long attemptId,
        long personId,
        String givenName,
        String familyName,
        String language,
        long courseVersionId,
        int courseVersionNumber,
        String courseCode,
        String titleSv,
        String titleEn,
        String completionRule) {

    String title() {
        return "en".equals(language) ? titleEn : titleSv;
    }
}

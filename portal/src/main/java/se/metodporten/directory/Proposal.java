package se.metodporten.directory;

import org.jspecify.annotations.Nullable;

/**
 * A row of the file that may be about someone who is known, or about the same person as another row.
 *
 * @param same what was decided; null: nothing yet
 * @param likeLine the other row, when nobody in the portal is like it
 * @param merges whether both are known, so that the same person would have one of them merged into the other
 * @param knownWork where the known person works: units and titles
 */
public record Proposal(
        int line,
        String hsaId,
        String givenName,
        String familyName,
        @Nullable String email,
        String title,
        @Nullable String unit,
        @Nullable Long likePerson,
        @Nullable Integer likeLine,
        @Nullable String knownEmail,
        @Nullable String knownWork,
        @Nullable Boolean same,
        boolean merges) {

    public String name() {
        return givenName + " " + familyName;
    }
}

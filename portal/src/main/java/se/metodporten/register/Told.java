package se.metodporten.register;

import org.jspecify.annotations.Nullable;
import se.metodporten.directory.Outcome;

/**
 * What becomes of a row.
 *
 * @param personId whom it is about; null: nobody known
 * @param likePerson proposed, on the first of the rows about somebody: the same as this person
 * @param likeLine proposed likewise: the same person as on this line
 * @param same what was decided about the proposal; null: nothing yet
 * @param merges whether the same person means that one who is known is merged into another
 * @param outcome null: the row cannot be used
 */
record Told(
        int line,
        @Nullable Long personId,
        @Nullable Long likePerson,
        @Nullable Integer likeLine,
        @Nullable Boolean same,
        boolean merges,
        @Nullable Outcome outcome) {}

package se.metodporten.person;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader may know of one person.
 *
 * @param name null: protected from this reader; say {@code person.someone}
 */
public record PersonCard(
        long id, @Nullable String name, @Nullable String email, boolean protectedIdentity, List<PersonRow.Work> work) {}

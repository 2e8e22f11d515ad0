package se.metodporten.person;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person in a list of names, with the work that the reader may know of. */
public record PersonRow(
        long id,
        String givenName,
        String familyName,
        @Nullable String email,
        boolean protectedIdentity,
        List<Work> work) {

    /** Work in a unit today. */
    public record Work(long unitId, String unit, String title) {}

    PersonRow with(List<Work> found) {
        return new PersonRow(id, givenName, familyName, email, protectedIdentity, found);
    }

    public String name() {
        return givenName + " " + familyName;
    }
}

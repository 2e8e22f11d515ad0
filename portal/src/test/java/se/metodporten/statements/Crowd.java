package se.metodporten.statements;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * So and so many of everything that some page lists, and readers who see them.
 *
 * @param name stands in the name of everybody and everything here, to be searched for
 * @param readers persons by what they are
 * @param nurses of the unit: the first half signed up for the training, appointed and waiting for signatures
 * @param units each with the manager
 * @param ids of what a page is about, by what it is
 */
record Crowd(String name, Map<String, Long> readers, List<Long> nurses, List<Long> units, Map<String, Long> ids) {

    long id(String what) {
        Long id = ids.get(what);
        if (id == null) {
            throw new IllegalArgumentException(what);
        }
        return id;
    }

    /** Some of the units' ids, as many as a page shows, with commas between. */
    String someUnits() {
        return units.stream().limit(25).map(String::valueOf).collect(Collectors.joining(","));
    }

    /** The person's name for signing in. */
    String username(String reader) {
        return usernameOf(name, reader);
    }

    static String usernameOf(String name, String reader) {
        return reader.toLowerCase(java.util.Locale.ROOT) + "@" + name.toLowerCase(java.util.Locale.ROOT) + ".example";
    }
}

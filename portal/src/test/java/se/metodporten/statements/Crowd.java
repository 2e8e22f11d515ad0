package se.metodporten.statements;

import java.util.List;
import java.util.Map;

/**
 * So and so many of everything that some page lists, and readers who see them.
 *
 * @param name stands in the name of everybody and everything here, to be searched for
 * @param readers persons by what they are
 * @param nurses of the unit: the first half signed up for the training, appointed and waiting for signatures
 * @param ids of what a page is about, by what it is
 */
record Crowd(String name, Map<String, Long> readers, List<Long> nurses, Map<String, Long> ids) {

    long id(String what) {
        Long id = ids.get(what);
        if (id == null) {
            throw new IllegalArgumentException(what);
        }
        return id;
    }

    /** The person's name for signing in. */
    String username(String reader) {
        return usernameOf(name, reader);
    }

    static String usernameOf(String name, String reader) {
        return reader.toLowerCase(java.util.Locale.ROOT) + "@" + name.toLowerCase(java.util.Locale.ROOT) + ".example";
    }
}

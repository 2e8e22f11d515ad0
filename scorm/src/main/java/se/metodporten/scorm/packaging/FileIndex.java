package se.metodporten.scorm.packaging;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files of a package by name: as written, else in another case. */
final class FileIndex {

    private static final String TWO = "";

    private final Set<String> names;
    private final Map<String, String> folded = new HashMap<>();

    FileIndex(Collection<String> names) {
        this.names = new HashSet<>(names);
        for (String name : names) {
            folded.merge(fold(name), name, (one, other) -> TWO);
        }
    }

    boolean has(String name) {
        return names.contains(name);
    }

    /** The one file whose name differs in case only. */
    Optional<String> inAnotherCase(String name) {
        return Optional.ofNullable(folded.get(fold(name))).filter(found -> !found.equals(TWO));
    }

    static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}

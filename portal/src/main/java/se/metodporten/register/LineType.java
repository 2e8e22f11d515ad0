package se.metodporten.register;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import se.metodporten.role.Requirement;

/** What a row of the register tells, by the word in its column {@code typ}, and the columns that such rows use. */
enum LineType {
    APPOINTMENT("uppdrag", "roll", "plats", "enheter", "från", "till", "intygas av"),
    TRAINING("utbildning", "gäller", "från", "till"),
    REFRESHER("repetition", "gäller", "från", "till"),
    LICENCE("legitimation", "gäller", "från"),
    LICENCE_WITHDRAWN("återkallad legitimation", "gäller", "från"),
    AGREEMENT("överenskommelse", "roll", "plats", "från", "till", "undertecknad", "intygas av");

    private static final Set<String> ALWAYS = Set.of("typ", "hsaId", "förnamn", "efternamn", "epost");

    private final String word;
    private final List<String> columns;

    LineType(String word, String... columns) {
        this.word = word;
        this.columns = List.of(columns);
    }

    static Optional<LineType> of(String word) {
        return Arrays.stream(values())
                .filter(type -> type.word.equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    String word() {
        return word;
    }

    boolean uses(String column) {
        return ALWAYS.contains(column) || columns.contains(column);
    }

    /** The kinds of requirement that such a row can be about. */
    Set<Requirement.Kind> about() {
        return switch (this) {
            case TRAINING -> Set.of(Requirement.Kind.TRAINING, Requirement.Kind.COURSE, Requirement.Kind.RECURRING);
            case REFRESHER -> Set.of(Requirement.Kind.REFRESHER);
            case LICENCE, LICENCE_WITHDRAWN -> Set.of(Requirement.Kind.LICENCE);
            case APPOINTMENT, AGREEMENT -> Set.of();
        };
    }
}

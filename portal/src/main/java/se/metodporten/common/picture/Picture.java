package se.metodporten.common.picture;

import java.util.List;

/** A picture and the table that holds the same, all in the reader's language. */
public interface Picture {

    /** What the picture shows, in a few words. */
    String title();

    /** What one sees in it, in a sentence, for who does not see it. */
    String description();

    /** The {@code svg} element. */
    String svg();

    /** What the colours and marks mean, those that occur in the picture. */
    default List<Key> legend() {
        return List.of();
    }

    /** Headings of the table. */
    List<String> columns();

    List<List<String>> rows();
}

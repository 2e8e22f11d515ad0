package se.metodporten.desk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something for the reader to do.
 *
 * @param textKey of the sentence, with {@code words} as its arguments
 * @param doKey of the button's text
 * @param path within the portal, with its query
 * @param due the last day; null when there is none
 */
public record Todo(
        String textKey,
        List<Object> words,
        String doKey,
        String path,
        @Nullable LocalDate due) {

    public Todo {
        words = List.copyOf(words);
    }
}

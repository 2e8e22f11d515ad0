package se.metodporten.common;

import java.util.List;
import java.util.function.Function;

/** One page of a list that the database paged: its rows, and how many there are in all. */
public record Page<T>(List<T> rows, int total, int number, int size) {

    public static final int SIZE = 25;

    public int pages() {
        return Math.max(1, (total + size - 1) / size);
    }

    /** The same page with each row as another. */
    public <R> Page<R> map(Function<T, R> each) {
        return new Page<>(rows.stream().map(each).toList(), total, number, size);
    }
}

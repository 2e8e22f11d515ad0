package se.metodporten.common;

import java.util.List;

/** One page of a list that the database paged: its rows, and how many there are in all. */
public record Page<T>(List<T> rows, int total, int number, int size) {

    public static final int SIZE = 25;

    public int pages() {
        return Math.max(1, (total + size - 1) / size);
    }
}

package se.metodporten.common;

import java.util.List;

/**
 * Which page of a list is asked for.
 *
 * @param number from 1
 * @param size rows on a page, at most {@link #LONGEST}
 */
public record Paging(int number, int size) {

    public static final int LONGEST = 100;

    public static final Paging FIRST = page(1);

    public Paging {
        if (number < 1 || size < 1 || size > LONGEST) {
            throw new IllegalArgumentException("page " + number + " of " + size + " rows");
        }
    }

    /** A page as people see them; a number below 1, typed by hand, is the first. */
    public static Paging page(int number) {
        return new Paging(Math.max(1, number), Page.SIZE);
    }

    /** How many rows come before it. */
    public long skipped() {
        return (long) (number - 1) * size;
    }

    /** The page of a list that is there whole: what waits for one reader. */
    public <T> Page<T> of(List<T> all) {
        int from = (int) Math.min(skipped(), all.size());
        return of(all.subList(from, Math.min(from + size, all.size())), all.size());
    }

    /** The page that was found. */
    public <T> Page<T> of(List<T> rows, int total) {
        return new Page<>(rows, total, number, size);
    }
}

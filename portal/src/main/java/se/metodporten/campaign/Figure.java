package se.metodporten.campaign;

/** How many people are reached, each once, and how many of them have done what is asked. */
public record Figure(int total, int done) {

    public static final Figure NOBODY = new Figure(0, 0);

    private static final int HUNDRED = 100;

    public int left() {
        return total - done;
    }

    /** Rounded down, so that only all is 100. */
    public int percent() {
        return total == 0 ? HUNDRED : done * HUNDRED / total;
    }
}

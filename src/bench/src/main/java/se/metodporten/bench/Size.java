package se.metodporten.bench;

/** How much is measured: as README.md describes, or with {@code --short} just enough to see that a benchmark works. */
final class Size {

    private static final String SHORT = "metodporten.bench.short";

    private Size() {}

    static void shorten() {
        System.setProperty(SHORT, "true");
    }

    static boolean isShort() {
        return Boolean.getBoolean(SHORT);
    }

    static int of(int full, int shortened) {
        return isShort() ? shortened : full;
    }
}

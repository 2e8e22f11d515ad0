package se.metodporten.common;

/** A user's words as a pattern for SQL's {@code like … escape '|'}: what they typed, anywhere, nothing in it special. */
public final class Containing {

    private Containing() {}

    public static String pattern(String typed) {
        return "%" + typed.strip().replace("|", "||").replace("%", "|%").replace("_", "|_") + "%";
    }
}

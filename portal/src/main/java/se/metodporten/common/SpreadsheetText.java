package se.metodporten.common;

/** Text for a cell of a file that people open in a spreadsheet: what would be a formula there is shown instead. */
public final class SpreadsheetText {

    private SpreadsheetText() {}

    public static String of(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}

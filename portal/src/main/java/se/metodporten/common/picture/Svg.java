package se.metodporten.common.picture;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes SVG markup that is well-formed whatever the words are. */
final class Svg {

    /** A middling letter of the system fonts, in parts of the font size; words that seem to fit by it do fit. */
    private static final double LETTER = 0.58;

    private final StringBuilder markup = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** @param role {@code img}, or {@code group} when there are links in it */
    Svg(Picture picture, String role, double width, double height) {
        open("svg", "viewBox", "0 0 " + number(width) + " " + number(height), "role", role);
        element("title", picture.title());
        element("desc", picture.description());
    }

    private Svg() {
        open("svg", "viewBox", "0 0 16 16", "aria-hidden", "true", "focusable", "false");
    }

    /** A decoration of 16 × 16, with the words beside it. */
    static Svg symbol() {
        return new Svg();
    }

    Svg open(String tag, Object... attributes) {
        start(tag, attributes);
        markup.append('>');
        open.push(tag);
        return this;
    }

    Svg close() {
        markup.append("</").append(open.pop()).append('>');
        return this;
    }

    Svg shape(String tag, Object... attributes) {
        start(tag, attributes);
        markup.append("/>");
        return this;
    }

    Svg rect(double x, double y, double width, double height, double corner, String css) {
        return shape("rect", "x", x, "y", y, "width", width, "height", height, "rx", corner, "class", css);
    }

    Svg line(double x1, double y1, double x2, double y2, String css) {
        return shape("line", "x1", x1, "y1", y1, "x2", x2, "y2", y2, "class", css);
    }

    /** @param points x, y, x, y, … */
    Svg polygon(String css, double... points) {
        String joined = Arrays.stream(points).mapToObj(Svg::number).collect(Collectors.joining(" "));
        return shape("polygon", "points", joined, "class", css);
    }

    /** @param anchor start, middle or end */
    Svg text(double x, double y, double size, String anchor, String css, String text) {
        start("text", "x", x, "y", y, "font-size", size, "text-anchor", anchor, "class", css);
        markup.append('>').append(escaped(text)).append("</text>");
        return this;
    }

    Svg title(String text) {
        return element("title", text);
    }

    /** A link around what follows until {@link #close}, or a plain group when there is nowhere to go. */
    Svg openLink(@Nullable String href, String css) {
        return href == null ? open("g", "class", css) : open("a", "href", href, "class", css);
    }

    String end() {
        while (!open.isEmpty()) {
            close();
        }
        return markup.toString();
    }

    static double widthOf(String text, double size) {
        return text.codePointCount(0, text.length()) * size * LETTER;
    }

    /** The text, shortened to what fits. */
    static String fitting(String text, double size, double width) {
        int letters = (int) Math.floor(width / (size * LETTER));
        if (text.codePointCount(0, text.length()) <= letters) {
            return text;
        }
        int kept = text.offsetByCodePoints(0, Math.max(1, letters - 1));
        return text.substring(0, kept).strip() + "…";
    }

    private Svg element(String tag, String text) {
        markup.append('<')
                .append(tag)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(tag)
                .append('>');
        return this;
    }

    private void start(String tag, Object... attributes) {
        markup.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            Object value = attributes[i + 1];
            markup.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(value instanceof Double figure ? number(figure) : escaped(value.toString()))
                    .append('"');
        }
    }

    /** At most one decimal: a tenth of a unit is finer than any screen. */
    private static String number(double value) {
        long tenths = Math.round(value * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(isXml(c) ? c : 0xFFFD);
            }
        });
        return safe.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000;
    }
}

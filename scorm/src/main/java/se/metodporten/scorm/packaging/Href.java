package se.metodporten.scorm.packaging;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A reference to a file of the package.
 *
 * @param path plain, not encoded, from the package's root
 * @param suffix query and fragment as written
 */
public record Href(String path, String suffix) {

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);
    private static final Pattern SUFFIX = Pattern.compile("([?#][!-~&&[^\"<>\\\\^`{|}]]*)?");

    /** What {@code href}, below the {@code bases} in turn, points to; empty if that is no file of a package. */
    static Optional<Href> of(List<String> bases, String href) {
        int cut = firstOf(href, "?#");
        String suffix = href.substring(cut);
        StringBuilder joined = new StringBuilder();
        for (String base : bases) {
            joined.append(base);
        }
        Optional<String> path = decoded(joined.append(href, 0, cut).toString()).flatMap(Href::inside);
        if (SCHEME.matcher(href).matches() || !SUFFIX.matcher(suffix).matches()) {
            return Optional.empty();
        }
        return path.map(p -> new Href(p, suffix));
    }

    /**
     * The URL path with an item's parameters, joined as Content Aggregation Model 1.2 §2.3.2.5.2 tells (parameters).
     */
    String withParameters(String parameters) {
        String rest = parameters;
        while (rest.startsWith("?") || rest.startsWith("&")) {
            rest = rest.substring(1);
        }
        if (rest.isEmpty() || !SUFFIX.matcher("?" + rest).matches()) {
            return url();
        }
        if (rest.startsWith("#")) {
            return suffix.contains("#") ? url() : url() + rest;
        }
        int fragment = firstOf(suffix, "#");
        String query = suffix.substring(0, fragment);
        return encoded(path) + query + (query.isEmpty() ? "?" : "&") + rest + suffix.substring(fragment);
    }

    String url() {
        return encoded(path) + suffix;
    }

    private static int firstOf(String text, String signs) {
        for (int i = 0; i < text.length(); i++) {
            if (signs.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }

    /** Resolves . and .. inside the package; a way out is no way. */
    private static Optional<String> inside(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    return Optional.empty();
                }
                parts.remove(parts.size() - 1);
            } else if (!part.equals(".")) {
                parts.add(part);
            }
        }
        String normal = PackagePath.normal(String.join("/", parts));
        return PackagePath.isSafe(normal) ? Optional.of(normal) : Optional.empty();
    }

    private static Optional<String> decoded(String path) {
        if (path.indexOf('%') < 0) {
            return Optional.of(path);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            int high = c == '%' && i + 2 < path.length() ? Character.digit(path.charAt(i + 1), 16) : -1;
            int low = high >= 0 ? Character.digit(path.charAt(i + 2), 16) : -1;
            if (low >= 0) {
                bytes.write(high * 16 + low);
                i += 2;
            } else {
                bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        try {
            ByteBuffer utf8 = ByteBuffer.wrap(bytes.toByteArray());
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(utf8).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String encoded(String path) {
        StringBuilder out = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "-._~!$'()*+,=@/".indexOf(c) >= 0);
            out.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return out.toString();
    }
}

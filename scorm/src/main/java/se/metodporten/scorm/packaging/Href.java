package se.metodporten.scorm.packaging;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A reference to a file of the package.
 *
 * @param path plain, not encoded, from the package's root
 * @param suffix query and fragment, encoded where an URL needs it
 */
public record Href(String path, String suffix) {

    /** What an URL's query and fragment may hold as they are. */
    private static final String PLAIN_IN_SUFFIX = "-._~!$'()*+,=@/:;?&#%[]";

    private static final String PLAIN_IN_PATH = "-._~!$'()*+,=@/";

    public Href {
        suffix = encoded(suffix, PLAIN_IN_SUFFIX);
    }

    /**
     * The URL path with an item's parameters, joined as Content Aggregation Model 1.2 §2.3.2.5.2 tells (parameters).
     */
    String withParameters(String parameters) {
        String rest = parameters.strip();
        while (rest.startsWith("?") || rest.startsWith("&")) {
            rest = rest.substring(1);
        }
        rest = encoded(rest, PLAIN_IN_SUFFIX);
        if (rest.isEmpty()) {
            return url();
        }
        if (rest.startsWith("#")) {
            return suffix.contains("#") ? url() : url() + rest;
        }
        int hash = suffix.indexOf('#');
        String query = hash < 0 ? suffix : suffix.substring(0, hash);
        String fragment = hash < 0 ? "" : suffix.substring(hash);
        return encoded(path, PLAIN_IN_PATH) + query + (query.isEmpty() ? "?" : "&") + rest + fragment;
    }

    String url() {
        return encoded(path, PLAIN_IN_PATH) + suffix;
    }

    private static String encoded(String text, String plain) {
        StringBuilder out = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean stays = c < 128 && (Character.isLetterOrDigit(c) || plain.indexOf(c) >= 0);
            out.append(stays ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return out.toString();
    }
}

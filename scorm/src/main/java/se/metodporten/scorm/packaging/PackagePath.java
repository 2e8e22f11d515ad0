package se.metodporten.scorm.packaging;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * Names inside a package: plain relative paths with {@code /}, in Unicode's composed form. On disk they are written in
 * ASCII, so that a server started without a locale keeps å, ä and ö, and no name means more than a name.
 */
public final class PackagePath {

    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+=,@()!' ";

    private PackagePath() {}

    /** The file of that name in an unpacked package. The name may come from anywhere, an URL included. */
    public static Optional<Path> locate(Path folder, String name) {
        String normal = normal(name);
        if (!isSafe(normal)) {
            return Optional.empty();
        }
        Path file = folder.resolve(onDisk(normal));
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Optional.of(file) : Optional.empty();
    }

    static String normal(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    /** Whether a name is relative, goes only down, and holds no sign that some system reads as more than a letter. */
    static boolean isSafe(String name) {
        if (name.isEmpty() || name.startsWith("/") || name.indexOf('\\') >= 0 || name.indexOf(':') >= 0) {
            return false;
        }
        if (name.codePoints().anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE)) {
            return false;
        }
        for (String part : name.split("/", -1)) {
            if (part.isEmpty() || part.isBlank() || part.equals(".") || part.equals("..")) {
                return false;
            }
        }
        return true;
    }

    /** One name, one file: everything but ASCII's letters, digits and harmless signs becomes {@code %hh}. */
    static String onDisk(String name) {
        StringBuilder out = new StringBuilder();
        for (String part : name.split("/", -1)) {
            if (out.length() > 0) {
                out.append('/');
            }
            for (int i = 0; i < part.length(); ) {
                int c = part.codePointAt(i);
                // a dot at the end of a name, or a space, is dropped by some systems
                boolean last = i + Character.charCount(c) == part.length();
                boolean plain = (c < 128 && PLAIN.indexOf(c) >= 0 && !(c == ' ' && last)) || (c == '.' && !last);
                if (plain) {
                    out.append((char) c);
                } else {
                    for (byte b : new String(Character.toChars(c)).getBytes(StandardCharsets.UTF_8)) {
                        out.append(String.format(Locale.ROOT, "%%%02X", b & 0xFF));
                    }
                }
                i += Character.charCount(c);
            }
        }
        return out.toString();
    }

    static int depth(String name) {
        return (int) name.chars().filter(c -> c == '/').count();
    }
}

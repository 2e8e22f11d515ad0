package se.metodporten.scorm.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.metodporten.scorm.ScormException;

/**
 * Names inside a package: plain relative paths with {@code /}, in Unicode's composed form. On disk they are written in
 * ASCII, so that a server started without a locale keeps å, ä and ö, and no name means more than a name.
 */
public final class PackagePath {

    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+=,@()!' ";

    /** What Windows takes for a device, whatever follows the dot. */
    private static final Pattern DEVICE = Pattern.compile(
            "(?:CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9])(?:\\..*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Bytes of a name of a file system, with room for what else may be added to it. */
    private static final int LONGEST_PART = 200;

    private static final int KEPT_OF_LONG = 40;

    private PackagePath() {}

    /**
     * The file of that name in an unpacked package, else the only one whose name differs in the case of ASCII letters:
     * courses are written where that makes no difference. The name may come from anywhere, an URL included.
     */
    public static Optional<Path> locate(Path folder, String name) {
        String normal = normal(name);
        if (!isSafe(normal)) {
            return Optional.empty();
        }
        Path file = folder.resolve(onDisk(normal));
        return isFile(file) ? Optional.of(file) : inAnotherCase(folder, onDisk(normal));
    }

    private static boolean isFile(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static Optional<Path> inAnotherCase(Path folder, String onDisk) {
        Path at = folder;
        for (String part : onDisk.split("/", -1)) {
            Path exact = at.resolve(part);
            @Nullable Path next = Files.exists(exact, LinkOption.NOFOLLOW_LINKS) ? exact : onlyOneLike(at, part);
            if (next == null) {
                return Optional.empty();
            }
            at = next;
        }
        return isFile(at) ? Optional.of(at) : Optional.empty();
    }

    private static @Nullable Path onlyOneLike(Path folder, String part) {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return null;
        }
        @Nullable Path found = null;
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
            for (Path path : inside) {
                if (path.getFileName().toString().equalsIgnoreCase(part)) {
                    if (found != null) {
                        return null;
                    }
                    found = path;
                }
            }
        } catch (IOException e) {
            throw new ScormException("package.io", e);
        }
        return found;
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
            out.append(partOnDisk(part));
        }
        return out.toString();
    }

    private static String partOnDisk(String part) {
        StringBuilder out = new StringBuilder();
        boolean isDevice = DEVICE.matcher(part).matches();
        for (int i = 0; i < part.length(); ) {
            int c = part.codePointAt(i);
            // a dot at the end of a name, or a space, is dropped by some systems
            boolean last = i + Character.charCount(c) == part.length();
            boolean plain = (c < 128 && PLAIN.indexOf(c) >= 0 && !(c == ' ' && last)) || (c == '.' && !last);
            if (plain && !(isDevice && i == 0)) {
                out.append((char) c);
            } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    out.append(String.format(Locale.ROOT, "%%%02X", b & 0xFF));
                }
            }
            i += Character.charCount(c);
        }
        // no escape begins with %~, so no other name is written so
        return out.length() <= LONGEST_PART ? out.toString() : out.substring(0, KEPT_OF_LONG) + "%~" + digest(part);
    }

    private static String digest(String part) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(part.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static int depth(String name) {
        return (int) name.chars().filter(c -> c == '/').count();
    }
}

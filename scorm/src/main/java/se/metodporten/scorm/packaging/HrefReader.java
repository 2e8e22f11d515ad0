package se.metodporten.scorm.packaging;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a reference in a manifest means: read as the standard says, and where no file is there, as authoring tools have
 * been seen to mean it. It never leaves the package.
 */
final class HrefReader {

    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*", Pattern.DOTALL);
    private static final Pattern WEB = Pattern.compile("https?:.*|//.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final FileIndex files;
    private final String folder;

    /** @param folder of the manifest: empty, or with a slash at its end */
    HrefReader(FileIndex files, String folder) {
        this.files = files;
        this.folder = folder;
    }

    /** What a reference leads to. */
    sealed interface Target {}

    /** @param mended whether it had to be read in another way than the standard's */
    record InPackage(Href href, boolean mended) implements Target {}

    /** @param path where the file should have been */
    record Missing(String path) implements Target {}

    /** An address on the web. */
    record Elsewhere() implements Target {}

    /** A script, a file of the server, a way out of the package: nothing that a manifest has any need of. */
    record Outside() implements Target {}

    /** @param bases those of the manifest, of its resources and of the resource, in turn; empty where there is none */
    Target read(List<String> bases, String written) {
        // browsers drop these signs before they look for a scheme
        String href = written.replaceAll("[\\u0000-\\u001F]", "").strip();
        for (String base : bases) {
            if (isAddress(base)) {
                return judged(base);
            }
        }
        if (isAddress(href)) {
            return judged(href);
        }
        return inPackage(bases.stream().map(b -> b.replace('\\', '/')).toList(), href);
    }

    private static boolean isAddress(String reference) {
        String plain = reference.strip().replace('\\', '/');
        return plain.startsWith("//") || SCHEME.matcher(plain).matches();
    }

    private static Target judged(String address) {
        return WEB.matcher(address.strip().replace('\\', '/')).matches() ? new Elsewhere() : new Outside();
    }

    private Target inPackage(List<String> bases, String href) {
        int cut = firstOf(href, "?#");
        String file = href.substring(0, cut);
        String suffix = href.substring(cut);
        boolean slashed = file.indexOf('\\') >= 0 || file.startsWith("/");
        String plain = file.replace('\\', '/').replaceAll("^/+", "");
        String base = String.join("", bases).replaceAll("^/+", "");
        Optional<String> proper = inside(folder + decoded(base + plain, StandardCharsets.UTF_8));
        if (proper.isPresent() && files.has(proper.get())) {
            return new InPackage(new Href(proper.get(), suffix), slashed);
        }
        for (String reading : readings(base, bases, plain, href)) {
            Optional<String> path = inside(reading);
            if (path.isPresent() && files.has(path.get())) {
                boolean whole = reading.equals(folder + base + href);
                return new InPackage(new Href(path.get(), whole ? "" : suffix), true);
            }
        }
        for (String reading : readings(base, bases, plain, href)) {
            Optional<String> path = inside(reading).flatMap(files::inAnotherCase);
            if (path.isPresent()) {
                return new InPackage(new Href(path.get(), suffix), true);
            }
        }
        return proper.isPresent() ? new Missing(proper.get()) : new Outside();
    }

    /** From the likely to the less likely. */
    private Set<String> readings(String base, List<String> bases, String plain, String href) {
        String spaced = String.join(
                        "",
                        bases.stream()
                                .map(b -> b.isEmpty() || b.endsWith("/") ? b : b + "/")
                                .toList())
                .replaceAll("^/+", "");
        Set<String> readings = new LinkedHashSet<>();
        for (String start : List.of(base, spaced, "")) {
            String joined = start + plain;
            readings.add(folder + decoded(joined, StandardCharsets.UTF_8));
            readings.add(folder + joined);
            readings.add(folder + decoded(joined, WINDOWS));
            readings.add(folder + decoded(joined.replace('+', ' '), StandardCharsets.UTF_8));
            readings.add(folder + decoded(decoded(joined, StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        }
        readings.add(folder + base + href);
        return readings;
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
            } else if (!part.equals(".") && !part.isEmpty()) {
                parts.add(part);
            }
        }
        String normal = PackagePath.normal(String.join("/", parts));
        return PackagePath.isSafe(normal) ? Optional.of(normal) : Optional.empty();
    }

    /** As it stands where its percent signs mean nothing in the charset. */
    private static String decoded(String path, Charset charset) {
        if (path.indexOf('%') < 0) {
            return path;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < path.length(); ) {
            int c = path.codePointAt(i);
            int high = c == '%' && i + 2 < path.length() ? Character.digit(path.charAt(i + 1), 16) : -1;
            int low = high >= 0 ? Character.digit(path.charAt(i + 2), 16) : -1;
            if (low >= 0) {
                bytes.write(high * 16 + low);
                i += 3;
            } else {
                bytes.writeBytes(Character.toString(c).getBytes(charset));
                i += Character.charCount(c);
            }
        }
        try {
            return charset.newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            return path;
        }
    }
}

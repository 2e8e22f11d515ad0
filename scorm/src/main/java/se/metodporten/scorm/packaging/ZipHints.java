package se.metodporten.scorm.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** What the manifest calls the files, read before the names of the members are known. */
final class ZipHints {

    private static final Pattern HREF =
            Pattern.compile("href\\s*=\\s*[\"']([^\"']{1,2000})[\"']", Pattern.CASE_INSENSITIVE);

    /** Where the data of a member begins; throws when its header does not fit. */
    interface Offsets {
        long of(ZipEntry entry, String name) throws IOException, RefusedException;
    }

    private final FileChannel zip;
    private final List<ZipEntry> entries;
    private final PackageLimits limits;
    private final Offsets offsets;

    ZipHints(FileChannel zip, List<ZipEntry> entries, PackageLimits limits, Offsets offsets) {
        this.zip = zip;
        this.entries = entries;
        this.limits = limits;
        this.offsets = offsets;
    }

    /** None where there is no manifest, or one that cannot be read: then it is told later why. */
    Set<String> names() {
        try {
            return manifest().map(ZipHints::hrefs).orElse(Set.of());
        } catch (IOException | RefusedException e) {
            return Set.of();
        }
    }

    private Optional<String> manifest() throws IOException, RefusedException {
        Optional<ZipEntry> entry = entries.stream()
                .filter(e -> isManifest(new String(e.name(), StandardCharsets.ISO_8859_1)))
                .min(Comparator.comparingInt(e -> e.name().length));
        if (entry.isEmpty() || entry.get().isEncrypted()) {
            return Optional.empty();
        }
        ZipEntry e = entry.get();
        Inflater inflater = new Inflater(true);
        try (InputStream packed = new ZipSlice(zip, offsets.of(e, PackageReader.MANIFEST), e.packed());
                InputStream in = e.method() == ZipEntry.DEFLATED ? new InflaterInputStream(packed, inflater) : packed) {
            byte[] bytes = in.readNBytes((int) limits.manifestBytes());
            return Optional.of(new XmlText(new Findings()).decode(bytes));
        } finally {
            inflater.end();
        }
    }

    private static boolean isManifest(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(PackageReader.MANIFEST);
    }

    private static Set<String> hrefs(String manifest) {
        Set<String> hrefs = new HashSet<>();
        Matcher href = HREF.matcher(manifest);
        while (href.find()) {
            String written = href.group(1).replaceAll("[?#].*", "");
            hrefs.add(written);
            hrefs.add(decoded(written));
        }
        return hrefs;
    }

    private static String decoded(String written) {
        try {
            return URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return written;
        }
    }
}

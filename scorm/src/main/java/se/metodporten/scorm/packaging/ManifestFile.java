package se.metodporten.scorm.packaging;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Where the manifest of a package is: at its top, or in the one folder that somebody packed instead of its contents. */
final class ManifestFile {

    /** What other standards have at their top. */
    private static final Map<String, String> OTHERS = new TreeMap<>(Map.of(
            "cmi5.xml", "cmi5",
            "tincan.xml", "xAPI (Tin Can)",
            "h5p.json", "H5P",
            "moodle_backup.xml", "Moodle",
            "course.au", "AICC"));

    private ManifestFile() {}

    /** @return the manifest's name in the package */
    static String find(List<PackageFile> files, Findings findings) throws RefusedException {
        List<String> found = files.stream()
                .map(PackageFile::name)
                .filter(name -> last(name).equalsIgnoreCase(PackageReader.MANIFEST))
                .sorted(Comparator.comparingInt(PackagePath::depth).thenComparing(Comparator.naturalOrder()))
                .toList();
        if (found.isEmpty()) {
            throw missing(files);
        }
        String name = found.get(0);
        String folder = folder(name);
        if (found.size() > 1 && PackagePath.depth(found.get(1)) == PackagePath.depth(name)) {
            throw RefusedException.zip(Problem.SEVERAL_PACKAGES, folder, folder(found.get(1)));
        }
        if (!folder.isEmpty()) {
            findings.tellOfZip(Problem.MANIFEST_IN_FOLDER, folder.substring(0, folder.length() - 1));
        }
        if (!last(name).equals(PackageReader.MANIFEST)) {
            findings.tellOfZip(Problem.MANIFEST_MISNAMED, last(name));
        }
        return name;
    }

    private static RefusedException missing(List<PackageFile> files) {
        Optional<String> other = files.stream()
                .map(f -> OTHERS.get(last(f.name()).toLowerCase(Locale.ROOT)))
                .flatMap(Stream::ofNullable)
                .findFirst();
        if (other.isPresent()) {
            return RefusedException.zip(Problem.OTHER_STANDARD, other.get());
        }
        List<PackageFile> zips = files.stream()
                .filter(f -> f.name().toLowerCase(Locale.ROOT).endsWith(".zip"))
                .toList();
        boolean isOnlyWrapped = !zips.isEmpty() && files.size() - zips.size() <= 2;
        return isOnlyWrapped
                ? RefusedException.zip(Problem.PACKAGE_IN_PACKAGE, zips.get(0).name())
                : RefusedException.zip(Problem.MANIFEST_MISSING);
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** Empty, or with a slash at its end. */
    static String folder(String name) {
        return name.substring(0, name.lastIndexOf('/') + 1);
    }
}

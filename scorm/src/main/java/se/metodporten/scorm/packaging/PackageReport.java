package se.metodporten.scorm.packaging;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What was found in a package, and what is wrong with it.
 *
 * @param manifest there when it could be read, though the package may still be unusable
 * @param files what was unpacked; empty when the zip was refused
 */
public record PackageReport(Optional<Manifest> manifest, List<PackageFile> files, List<Finding> findings) {

    public PackageReport {
        files = List.copyOf(files);
        findings = List.copyOf(findings);
    }

    /** Whether the package can be launched: it has a manifest, something to start, and no error. */
    public boolean usable() {
        return errors().isEmpty() && manifest.flatMap(m -> m.tree().first()).isPresent();
    }

    public List<Finding> errors() {
        return findings.stream().filter(Finding::isError).collect(Collectors.toUnmodifiableList());
    }

    public List<Finding> warnings() {
        return findings.stream().filter(f -> !f.isError()).collect(Collectors.toUnmodifiableList());
    }

    public long unpackedBytes() {
        return files.stream().mapToLong(PackageFile::size).sum();
    }
}

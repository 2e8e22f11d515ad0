package se.metodporten.scorm.packaging;

/**
 * What a package may cost.
 *
 * @param ratio unpacked bytes for each packed one, of a member and of the whole, beyond {@code ratioFreeBytes}
 * @param depth folders in folders
 * @param nameLength bytes of a file's path
 */
public record PackageLimits(
        long zipBytes,
        long unpackedBytes,
        long fileBytes,
        int files,
        int ratio,
        long ratioFreeBytes,
        int depth,
        int nameLength,
        long manifestBytes) {

    private static final long MIB = 1L << 20;

    /** A course with films; a gibibyte as it is uploaded. */
    public static final PackageLimits DEFAULT =
            new PackageLimits(1024 * MIB, 2048 * MIB, 1024 * MIB, 20_000, 100, 16 * MIB, 32, 1_000, 8 * MIB);
}

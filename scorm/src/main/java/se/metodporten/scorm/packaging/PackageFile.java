package se.metodporten.scorm.packaging;

/** A file that was unpacked; {@link PackagePath#locate} finds it by its name. */
public record PackageFile(String name, long size) {}

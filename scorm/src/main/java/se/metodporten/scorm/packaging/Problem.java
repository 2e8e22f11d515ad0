package se.metodporten.scorm.packaging;

import java.util.List;
import java.util.Locale;

/**
 * Everything that can be said of a package. Its sentences stand in {@code problems_sv.properties} and
 * {@code problems_en.properties}: what was found, and what was done or is to be done.
 */
public enum Problem {
    ZIP_TOO_LARGE(true),
    ZIP_UNREADABLE(true),
    ZIP_UNSUPPORTED(true),
    ZIP_OVERLAP(true),
    ZIP_ENCRYPTED(true),
    ZIP_CORRUPT(true),
    ZIP_SIZE_LIE(true),
    ZIP_DUPLICATE(true),
    ZIP_DUPLICATE_CASE(true),
    ZIP_SAME_TWICE(false),
    ZIP_BYTES_AROUND(false),
    NAME_UNSAFE(true),
    NAME_TOO_LONG(true),
    TOO_DEEP(true),
    LINK(true),
    TOO_MANY_FILES(true),
    FILE_TOO_LARGE(true),
    UNPACKED_TOO_LARGE(true),
    RATIO(true),
    NAMES_WITH_BACKSLASH(false),
    NAMES_TIDIED(false),
    NAMES_IN_CODE_PAGE(false),
    ARCHIVE_INSIDE(false),
    LITTER(false),
    MANIFEST_MISSING(true),
    MANIFEST_IN_FOLDER(false),
    MANIFEST_MISNAMED(false),
    MANIFEST_TOO_LARGE(true),
    SEVERAL_PACKAGES(true),
    PACKAGE_IN_PACKAGE(true),
    OTHER_STANDARD(true),
    XML_MARK(false),
    XML_ENCODING(false),
    XML_ENCODING_LIE(false),
    XML_DOCTYPE(true),
    XML_DOCTYPE_IGNORED(false),
    XML_MALFORMED(true),
    XML_REPAIRED(false),
    XML_TOO_COMPLEX(true),
    XML_INCLUDE_IGNORED(false),
    NAMESPACE_UNDECLARED(false),
    SCHEMA_MISSING(false),
    NOT_A_MANIFEST(true),
    STANDARD_GUESSED(false),
    SCHEMA_VERSION_ODD(false),
    ORGANIZATION_MADE(false),
    NOTHING_TO_LAUNCH(true),
    DEFAULT_MISSING(false),
    DEFAULT_UNKNOWN(false),
    SEVERAL_ORGANIZATIONS(false),
    SUBMANIFEST_JOINED(false),
    RESOURCE_UNKNOWN(false),
    RESOURCE_WITHOUT_HREF(false),
    DEPENDENCY_UNKNOWN(false),
    SCORM_TYPE_MISSING(false),
    HREF_OUTSIDE(true),
    HREF_ELSEWHERE(false),
    HREF_MENDED(false),
    FILE_MISSING(false),
    LISTED_FILES_MISSING(false),
    IDENTIFIER_TWICE(false),
    IDENTIFIER_MISSING(false),
    TITLE_MISSING(false),
    ITEM_EMPTY(false),
    VALUE_IGNORED(false),
    PREREQUISITES_UNREADABLE(false),
    SEQUENCING_SIMPLE(false);

    private final boolean error;

    Problem(boolean error) {
        this.error = error;
    }

    /** An error means that the package cannot be used. */
    public boolean isError() {
        return error;
    }

    /** For bundles: {@code NAME_UNSAFE} is {@code package.nameUnsafe}. */
    public String key() {
        StringBuilder key = new StringBuilder("package.");
        boolean up = false;
        for (char c : name().toLowerCase(Locale.ROOT).toCharArray()) {
            if (c != '_') {
                key.append(up ? Character.toUpperCase(c) : c);
            }
            up = c == '_';
        }
        return key.toString();
    }

    /** The sentence in a language: Swedish for {@code sv}, else English. */
    String sentence(Locale locale, List<String> arguments) {
        return ProblemTexts.of(locale).sentence(key(), arguments);
    }
}

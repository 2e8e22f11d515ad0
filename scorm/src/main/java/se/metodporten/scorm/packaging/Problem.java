package se.metodporten.scorm.packaging;

import java.util.Locale;

/** Everything that can be wrong with a package; each is put into words by the caller, by its key. */
public enum Problem {
    ZIP_TOO_LARGE(true, "The file is larger than %s bytes."),
    ZIP_UNREADABLE(true, "This is not a whole zip file (%s)."),
    ZIP_UNSUPPORTED(true, "The zip uses %s, which packages do not need."),
    ZIP_OVERLAP(true, "Members of the zip lie over each other: %s."),
    ZIP_ENCRYPTED(true, "%s is encrypted."),
    ZIP_CORRUPT(true, "%s is damaged."),
    ZIP_SIZE_LIE(true, "%s is not of the size that the zip says."),
    ZIP_DUPLICATE(true, "%s is there twice."),
    NAME_UNSAFE(true, "The name %s leads outside the package or is not a plain path."),
    NAME_TOO_LONG(true, "The name %s is too long."),
    TOO_DEEP(true, "%s lies deeper than %s folders."),
    LINK(true, "%s is a link or a special file."),
    TOO_MANY_FILES(true, "There are more than %s files."),
    FILE_TOO_LARGE(true, "%s is larger than %s bytes."),
    UNPACKED_TOO_LARGE(true, "Unpacked, the package is larger than %s bytes."),
    RATIO(true, "%s unpacks to more than %s times its size."),
    MANIFEST_MISSING(true, "There is no imsmanifest.xml at the top of the package."),
    MANIFEST_NOT_AT_TOP(true, "imsmanifest.xml lies in %s; pack the contents of that folder, not the folder."),
    MANIFEST_TOO_LARGE(true, "imsmanifest.xml is larger than %s bytes."),
    XML_DOCTYPE(true, "imsmanifest.xml has a document type declaration, which manifests do not need."),
    XML_MALFORMED(true, "imsmanifest.xml is not well-formed: %s."),
    XML_TOO_COMPLEX(true, "imsmanifest.xml has more than %s elements, or nests them deeper than %s."),
    NOT_A_MANIFEST(true, "The outermost element is %s, not manifest."),
    STANDARD_UNKNOWN(true, "The manifest does not say that it is SCORM 1.2 (found: %s)."),
    STANDARD_NOT_RUNNABLE(true, "The package is written for SCORM %s, which cannot be run yet."),
    NO_ORGANIZATION(true, "The manifest has no organization, so there is nothing to start."),
    NOTHING_TO_LAUNCH(true, "No item can be started."),
    RESOURCE_UNKNOWN(true, "Item %s refers to a resource %s that does not exist."),
    RESOURCE_WITHOUT_HREF(true, "Item %s refers to resource %s, which has no start file."),
    HREF_OUTSIDE(true, "Resource %s starts at %s, which is not a file of the package."),
    FILE_MISSING(true, "Resource %s starts with %s, which is not in the package."),
    IDENTIFIER_TWICE(true, "The identifier %s is there twice."),
    DEFAULT_UNKNOWN(false, "The default organization %s does not exist; the first one is used."),
    SEVERAL_ORGANIZATIONS(false, "There are %s organizations; only %s is used."),
    LISTED_FILE_MISSING(false, "Resource %s lists %s, which is not in the package."),
    IDENTIFIER_MISSING(false, "An element %s has no identifier."),
    TITLE_MISSING(false, "%s has no title."),
    ITEM_EMPTY(false, "Item %s has neither a resource nor items of its own."),
    VALUE_IGNORED(false, "%s of item %s is not valid and is ignored: %s."),
    SEVERAL_SCOS(false, "There are %s items that can be started."),
    PREREQUISITES_IGNORED(false, "Item %s has prerequisites, which the player does not enforce: %s."),
    SUBMANIFEST_IGNORED(false, "A manifest inside the manifest is ignored."),
    SCHEMA_VERSION_ODD(false, "The schema version is %s; the namespaces say SCORM 1.2."),
    ARCHIVE_INSIDE(false, "%s is an archive; it is kept as a file and not unpacked.");

    private final boolean error;
    private final String english;

    Problem(boolean error, String english) {
        this.error = error;
        this.english = english;
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

    String english(Object... arguments) {
        return String.format(Locale.ROOT, english, arguments);
    }
}

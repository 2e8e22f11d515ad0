package se.metodporten.scorm.runtime;

import org.jspecify.annotations.Nullable;

/** What has been said before, which some rules of a data model look at. */
interface Said {

    @Nullable
    String value(String name);

    /** Rows of an array. */
    int count(String array);
}

package se.metodporten.role;

import se.metodporten.common.Bilingual;

/** @param sessions that must all be attended for it to count */
public record TrainingKind(String code, Bilingual name, int sessions, Arranger arranger, int minimumMinutes) {

    /** Training administrators for the county, or instructors in the units they serve. */
    public enum Arranger {
        COUNTY,
        UNIT
    }
}

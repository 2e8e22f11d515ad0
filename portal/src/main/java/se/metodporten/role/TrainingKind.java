package se.metodporten.role;

import se.metodporten.common.Bilingual;

/**
 * @param sessions that must all be attended for it to count
 * @param bySupervisors method supervisors hold it, too, in the units they serve: it is about a change of system or process
 */
public record TrainingKind(
        String code, Bilingual name, int sessions, Arranger arranger, int minimumMinutes, boolean bySupervisors) {

    /** Training administrators for the county, or instructors in the units they serve. */
    public enum Arranger {
        COUNTY,
        UNIT
    }
}

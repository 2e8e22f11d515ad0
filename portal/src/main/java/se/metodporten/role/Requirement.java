package se.metodporten.role;

import org.jspecify.annotations.Nullable;
import se.metodporten.common.Bilingual;

/**
 * One thing a role asks.
 *
 * @param code names the requirement within its role: the licence, attestation, course or kind of training
 * @param sessions of the kind of training, all of which must be attended; 0 for other kinds
 * @param renewal of a {@link Kind#REFRESHER}, else null
 */
public record Requirement(
        Kind kind,
        String code,
        Bilingual text,
        int sessions,
        @Nullable Renewal renewal) {

    public enum Kind {
        LICENCE,
        ATTESTATION,
        COURSE,
        TRAINING,
        AGREEMENT,
        REFRESHER
    }

    /**
     * How often something is taken again (domain.md "Standing", rules 1 to 6), in months.
     *
     * @param startsWith code of the training that starts the period
     */
    public record Renewal(int period, int grace, int afterPause, NextDueFrom nextDueFrom, String startsWith) {}

    /** What a refresher inside the window counts from. */
    public enum NextDueFrom {
        DAY_TAKEN,
        OLD_DUE_DAY
    }
}

package se.metodporten.role;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.Bilingual;

/**
 * One thing a role asks.
 *
 * @param code names the requirement within its role: the licence, attestation, course or kind of training
 * @param sessions of the kind of training, all of which must be attended; 0 for other kinds
 * @param terms what more there is to say, by its kind
 * @param onlyAt codes of the kinds of unit at which it is asked; empty: at all
 */
public record Requirement(Kind kind, String code, Bilingual text, int sessions, Terms terms, SortedSet<String> onlyAt) {

    public Requirement {
        onlyAt = Collections.unmodifiableSortedSet(new TreeSet<>(onlyAt));
    }

    /** Whether it is asked of who serves these kinds of unit; in SQL that is {@code appointment.Asked}. */
    public boolean askedAt(Collection<String> unitKinds) {
        return onlyAt.isEmpty() || !Collections.disjoint(onlyAt, unitKinds);
    }

    public enum Kind {
        LICENCE,
        ATTESTATION,
        COURSE,
        TRAINING,
        AGREEMENT,
        REFRESHER,
        RECURRING
    }

    /**
     * @param renewal of a {@link Kind#REFRESHER}, else null
     * @param recurrence of a {@link Kind#RECURRING}, else null
     * @param newVersion of a {@link Kind#COURSE} that is to be taken in a newer version, else null
     */
    public record Terms(
            @Nullable Renewal renewal,
            @Nullable Recurrence recurrence,
            @Nullable NewVersion newVersion) implements Serializable {

        public static final Terms NONE = new Terms(null, null, null);

        public static Terms of(Renewal renewal) {
            return new Terms(renewal, null, null);
        }

        public static Terms of(Recurrence recurrence) {
            return new Terms(null, recurrence, null);
        }

        public static Terms of(NewVersion newVersion) {
            return new Terms(null, null, newVersion);
        }
    }

    /**
     * How often something is taken again (domain.md "Standing", rules 1 to 6), in months.
     *
     * @param period with a fixed day the least time until it
     * @param fixedDay of {@link NextDueFrom#FIXED_DAY}, else null
     * @param startsWith code of the training that starts the period
     */
    public record Renewal(
            int period,
            int grace,
            AfterGrace afterGrace,
            int afterPause,
            NextDueFrom nextDueFrom,
            @Nullable MonthDay fixedDay,
            String startsWith)
            implements Serializable {}

    /** What a refresher inside the window counts from; or a day of the year, whenever it was taken (rule 4). */
    public enum NextDueFrom {
        DAY_TAKEN,
        OLD_DUE_DAY,
        FIXED_DAY
    }

    /** What restores when the grace is over (rule 5). */
    public enum AfterGrace {
        WHOLE_TRAINING,
        REFRESHER
    }

    /** So many occasions of a kind of training in so many months. @param afterPause as of a {@link Renewal} */
    public record Recurrence(int occasions, int months, int afterPause) implements Serializable {}

    /** After a day only this version of a course and newer ones count (rule 8). */
    public record NewVersion(int version, LocalDate lastDayOfOld) implements Serializable {}

    /** Null for what is not taken again. */
    public @Nullable Renewal renewal() {
        return terms.renewal;
    }
}

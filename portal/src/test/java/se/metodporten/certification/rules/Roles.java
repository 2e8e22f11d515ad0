package se.metodporten.certification.rules;

import java.util.List;
import se.metodporten.certification.rules.DueRule.CountedFrom;
import se.metodporten.certification.rules.DueRule.EveryMonths;
import se.metodporten.certification.rules.Requirement.Agreement;
import se.metodporten.certification.rules.Requirement.Attestation;
import se.metodporten.certification.rules.Requirement.Course;
import se.metodporten.certification.rules.Requirement.Licence;
import se.metodporten.certification.rules.Requirement.Refresher;
import se.metodporten.certification.rules.Requirement.Training;

/** The roles the tests are about. */
final class Roles {
    static final TrainingInFull TWO_DAYS = TrainingInFull.ofParts("instructor-training", 2);
    static final TrainingInFull HALF_DAY = TrainingInFull.ofParts("instructor-refresher", 1);
    static final TrainingInFull INTRODUCTION = TrainingInFull.ofParts("introduction-meeting", 1);
    static final Training TRAINING = new Training("instructor-training", List.of(TWO_DAYS));

    private Roles() {}

    /** Every 24 months, a window of 6, a grace of 6, 3 after a pause, from the day taken. */
    static RoleRules instructor() {
        return new RoleRules(
                6,
                List.of(
                        new Licence("nurse", "nurse"),
                        TRAINING,
                        new Agreement("agreement"),
                        refresher(new EveryMonths(24, CountedFrom.DAY_TAKEN))));
    }

    static RoleRules methodSupervisor() {
        return new RoleRules(
                6,
                List.of(
                        new Attestation("routines-and-time"),
                        new Course("visam-grunderna", "visam-grunderna"),
                        new Training("introduction-meeting", List.of(INTRODUCTION)),
                        new Agreement("agreement")));
    }

    /** The instructor's training and refresher alone, so that nothing else moves the standing. */
    static RoleRules refresherOnly(DueRule due) {
        return refresherOnly(6, refresher(due));
    }

    static RoleRules refresherOnly(int windowMonths, Refresher refresher) {
        return new RoleRules(windowMonths, List.of(TRAINING, refresher));
    }

    static RoleRules fromDayTaken() {
        return refresherOnly(new EveryMonths(24, CountedFrom.DAY_TAKEN));
    }

    static RoleRules fromOldDueDay() {
        return refresherOnly(new EveryMonths(24, CountedFrom.OLD_DUE_DAY));
    }

    static Refresher refresher(DueRule due) {
        return refresher(due, 6, 3, List.of());
    }

    static Refresher refresher(DueRule due, int grace, int afterPause, List<TrainingInFull> restoredBy) {
        return new Refresher(
                "instructor-refresher", "instructor-training", List.of(HALF_DAY), due, grace, afterPause, restoredBy);
    }
}

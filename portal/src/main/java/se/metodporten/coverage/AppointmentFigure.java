package se.metodporten.coverage;

import org.jspecify.annotations.Nullable;
import se.metodporten.certification.rules.Standing;

/**
 * Appointments of one group by standing, those that the reader may know by name; ended ones are not counted.
 *
 * @param groupId null for county-wide units when grouped by district
 * @param dueSoon certified, and something is to be renewed within 90 days
 * @param dueYear the same within twelve months
 */
public record AppointmentFigure(
        @Nullable Long groupId,
        @Nullable String name,
        int certified,
        int refresherDue,
        int nominated,
        int lapsed,
        int paused,
        int dueSoon,
        int dueYear) {

    public int total() {
        return certified + refresherDue + nominated + lapsed + paused;
    }

    public int count(Standing standing) {
        return switch (standing) {
            case CERTIFIED -> certified;
            case REFRESHER_DUE -> refresherDue;
            case NOMINATED -> nominated;
            case LAPSED -> lapsed;
            case PAUSED -> paused;
            case ENDED -> 0;
        };
    }

    /** Of all groups. */
    public static AppointmentFigure sum(Iterable<AppointmentFigure> figures) {
        AppointmentFigure sum = new AppointmentFigure(null, null, 0, 0, 0, 0, 0, 0, 0);
        for (AppointmentFigure one : figures) {
            sum = new AppointmentFigure(
                    null,
                    null,
                    sum.certified + one.certified,
                    sum.refresherDue + one.refresherDue,
                    sum.nominated + one.nominated,
                    sum.lapsed + one.lapsed,
                    sum.paused + one.paused,
                    sum.dueSoon + one.dueSoon,
                    sum.dueYear + one.dueYear);
        }
        return sum;
    }
}

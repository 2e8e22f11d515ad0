package se.metodporten.coverage;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.metodporten.certification.rules.Standing;
import se.metodporten.common.Paging;

/**
 * Which appointments a list shows; null: no limit.
 *
 * @param dueThrough only certified ones of which something is to be renewed from the date until this day, inclusive
 */
public record AppointmentFilter(
        @Nullable Standing standing,
        @Nullable LocalDate dueThrough,
        Within within,
        Sort sort,
        boolean descending,
        Paging paging) {

    /** Sortable columns. */
    public enum Sort {
        NAME("c.family_name, c.given_name"),
        UNIT("c.unit_name"),
        STANDING("field(c.standing, 'LAPSED', 'REFRESHER_DUE', 'NOMINATED', 'PAUSED', 'CERTIFIED')"),
        DUE("c.due_day is null, c.due_day");

        private final String columns;

        Sort(String columns) {
            this.columns = columns;
        }

        String by(boolean descending) {
            return descending ? columns.replaceAll(", (?=c\\.)", " desc, ") + " desc" : columns;
        }
    }

    /** All that have not ended. */
    public static final AppointmentFilter ALL =
            new AppointmentFilter(null, null, Within.ALL, Sort.NAME, false, Paging.FIRST);

    public AppointmentFilter in(Standing only) {
        return new AppointmentFilter(only, dueThrough, within, sort, descending, paging);
    }

    public AppointmentFilter dueBy(LocalDate day) {
        return new AppointmentFilter(standing, day, within, sort, descending, paging);
    }

    /** Limited to the group that a figure at a level is about. */
    public AppointmentFilter group(Level level, @Nullable Long group) {
        return new AppointmentFilter(standing, dueThrough, within.group(level, group), sort, descending, paging);
    }
}

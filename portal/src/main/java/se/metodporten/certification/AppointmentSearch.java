package se.metodporten.certification;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.metodporten.certification.rules.Standing;

/**
 * Which appointments a list shows, in which order.
 *
 * @param unitId held there or serving it; null: all that the reader sees
 * @param standing null: all but the ended
 * @param text words of the name; blank: everyone
 */
public record AppointmentSearch(
        @Nullable Long unitId,
        @Nullable Long roleId,
        @Nullable Standing standing,
        String text,
        Sort sort,
        boolean falling,
        LocalDate asOf) {

    /** Sortable columns. */
    public enum Sort {
        NAME("p.family_name %1$s, p.given_name %1$s, a.id"),
        ROLE("r.name_sv %1$s, p.family_name, p.given_name, a.id"),
        PLACE("v.name %1$s, p.family_name, p.given_name, a.id"),
        STANDING("field(s.standing, 'LAPSED', 'REFRESHER_DUE', 'NOMINATED', 'PAUSED', 'CERTIFIED', 'ENDED') %1$s,"
                + " s.due_day, p.family_name, p.given_name, a.id"),
        DUE("s.due_day is null, s.due_day %1$s, p.family_name, p.given_name, a.id");

        private final String columns;

        Sort(String columns) {
            this.columns = columns;
        }

        String by(boolean falling) {
            return String.format(Locale.ROOT, columns, falling ? "desc" : "asc");
        }
    }
}

package se.metodporten.appointment;

import java.util.Locale;

/**
 * For statements that read requirements beside appointments: whether a requirement is asked of an appointment on a day, at
 * every kind of unit or at the kind of one that it serves (domain.md, Standing). What a standing makes of it over time is
 * certification's; of units that are not yet served {@link se.metodporten.role.Requirement#askedAt} tells.
 */
public final class Asked {

    private Asked() {}

    /**
     * @param requirement alias of {@code requirement}
     * @param appointment alias of {@code appointment}
     * @return a condition; the statement binds {@code :today}
     */
    public static String of(String requirement, String appointment) {
        return of(requirement, appointment, ":today");
    }

    /**
     * As {@link #of(String, String)}, on another day.
     *
     * @param day an expression
     */
    public static String of(String requirement, String appointment, String day) {
        return String.format(Locale.ROOT, """
                (not exists (select 1 from requirement_unit_kind asked where asked.requirement_id = %1$s.id)
                 or exists (select 1 from appointment_unit served
                            join place_version kept on kept.place_id = served.unit_id and kept.known_until = '9999-12-31 23:59:59'
                              and %3$s between kept.valid_from and kept.valid_through
                            join requirement_unit_kind asked on asked.requirement_id = %1$s.id
                              and asked.unit_kind_id = kept.unit_kind_id
                            where served.appointment_id = %2$s.id and served.known_until = '9999-12-31 23:59:59'
                              and %3$s between served.valid_from and served.valid_through))""", requirement, appointment, day);
    }
}

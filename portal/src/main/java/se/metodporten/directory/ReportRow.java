package se.metodporten.directory;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would happen with a row.
 *
 * @param line in the file; null: the file does not name it
 * @param name of the unit or the person
 * @param where the organisation of a unit, the unit of a person
 * @param validFrom first day of a new one, or from when a change holds; null where that says nothing
 * @param lastDay of one that closes
 */
public record ReportRow(
        @Nullable Integer line,
        String hsaId,
        String name,
        String where,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate lastDay,
        List<Change> changes) {

    /**
     * One thing that becomes another.
     *
     * @param what key of its name: a column of the file
     */
    public record Change(String what, String before, String after) {}
}

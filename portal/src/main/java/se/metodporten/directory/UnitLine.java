package se.metodporten.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of a file of units; what is wrong in it is empty or null here, and a {@link Problem} beside it. */
record UnitLine(
        int line,
        String hsaId,
        String name,
        String kind,
        String organisation,
        String district,
        @Nullable String managerHsaId,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validThrough) {

    static UnitLine read(RowReader row) {
        LocalDate first = row.day("validFrom");
        return new UnitLine(
                row.line(),
                row.hsaId("hsaId"),
                row.text("name", 200),
                row.text("kind", 100),
                row.text("organisation", 200),
                row.optionalText("district", 200),
                row.optionalHsaId("managerHsaId"),
                first,
                row.lastDay(first, "validThrough"));
    }
}

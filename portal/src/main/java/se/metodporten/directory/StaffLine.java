package se.metodporten.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of a file of staff; what is wrong in it is empty or null here, and a {@link Problem} beside it. */
record StaffLine(
        int line,
        String hsaId,
        String givenName,
        String familyName,
        @Nullable String email,
        String unitHsaId,
        String title,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validThrough,
        boolean protectedIdentity) {

    static StaffLine read(RowReader row) {
        LocalDate first = row.day("validFrom");
        return new StaffLine(
                row.line(),
                row.hsaId("hsaId"),
                row.text("givenName", 100),
                row.text("familyName", 100),
                row.email("mail"),
                row.hsaId("unitHsaId"),
                row.text("title", 100),
                first,
                row.lastDay(first, "validThrough"),
                row.flag("protected"));
    }
}

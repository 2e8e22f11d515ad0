package se.metodporten.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.CountyTime;
import se.metodporten.directory.Fault;
import se.metodporten.directory.ImportKind;
import se.metodporten.directory.RowReader;

/**
 * A row of a register; what is wrong in it is empty or null here, and a problem beside it.
 *
 * @param units served beside the place held
 * @param what the training, refresher or licence
 * @param from the first day; of an agreement that on which it comes into force
 * @param through the last day; of a training the day on which it was done
 * @param vouchedBy who attests, or has the paper
 */
record RegisterLine(
        int line,
        @Nullable LineType type,
        @Nullable String hsaId,
        String givenName,
        String familyName,
        @Nullable String email,
        String role,
        String place,
        List<String> units,
        String what,
        @Nullable LocalDate from,
        @Nullable LocalDate through,
        @Nullable LocalDate signedOn,
        String vouchedBy) {

    static RegisterLine read(RowReader row) {
        LineType type = LineType.of(row.text("typ", 30)).orElse(null);
        if (type == null) {
            if (!row.isEmpty("typ")) {
                row.refuse("typ", Fault.TYPE);
            }
            return new RegisterLine(row.line(), null, null, "", "", null, "", "", List.of(), "", null, null, null, "");
        }
        for (String column : ImportKind.REGISTER.columns()) {
            if (!type.uses(column) && !row.isEmpty(column)) {
                row.refuse(column, Fault.NOT_USED);
            }
        }
        boolean named = row.isEmpty("hsaId");
        LocalDate from = row.day("från");
        boolean held = type.uses("roll");
        return new RegisterLine(
                row.line(),
                type,
                row.optionalHsaId("hsaId"),
                named ? row.text("förnamn", 100) : row.optionalText("förnamn", 100),
                named ? row.text("efternamn", 100) : row.optionalText("efternamn", 100),
                email(row, named),
                held ? row.text("roll", 100) : "",
                held ? row.text("plats", 200) : "",
                type == LineType.APPOINTMENT ? row.hsaIds("enheter") : List.of(),
                held ? "" : row.text("gäller", 500),
                from,
                through(row, type, from),
                type == LineType.AGREEMENT ? signedOn(row, from) : null,
                vouchedBy(row, type));
    }

    private static @Nullable String email(RowReader row, boolean named) {
        if (named && row.isEmpty("epost")) {
            row.refuse("epost", Fault.EMPTY);
        }
        return row.email("epost");
    }

    /** A training of one day may leave its last day out. */
    private static @Nullable LocalDate through(RowReader row, LineType type, @Nullable LocalDate from) {
        LocalDate last = type.uses("till") ? row.lastDay(from, "till") : from;
        return type.about().isEmpty() || !CountyTime.END_OF_DAYS.equals(last) ? last : from;
    }

    private static @Nullable LocalDate signedOn(RowReader row, @Nullable LocalDate from) {
        LocalDate signed = row.day("undertecknad");
        if (signed != null && from != null && signed.isAfter(from)) {
            row.refuse("undertecknad", Fault.SIGNED_LATER);
        }
        return signed;
    }

    private static String vouchedBy(RowReader row, LineType type) {
        return switch (type) {
            case AGREEMENT -> row.text("intygas av", 200);
            case APPOINTMENT -> row.optionalText("intygas av", 200);
            default -> "";
        };
    }

    LineType kind() {
        return Objects.requireNonNull(type);
    }

    LocalDate firstDay() {
        return Objects.requireNonNull(from);
    }

    LocalDate lastDay() {
        return Objects.requireNonNull(through);
    }

    LocalDate signed() {
        return Objects.requireNonNull(signedOn);
    }

    /** Two rows with the same are about the same person. */
    String person() {
        return hsaId != null ? hsaId : identity(givenName, familyName, email);
    }

    /** What people are told apart by where there is no HSA-id. */
    static String identity(String givenName, String familyName, @Nullable String email) {
        return (email == null ? "" : email).toLowerCase(Locale.ROOT)
                + "|" + givenName.toLowerCase(Locale.ROOT)
                + "|" + familyName.toLowerCase(Locale.ROOT);
    }
}

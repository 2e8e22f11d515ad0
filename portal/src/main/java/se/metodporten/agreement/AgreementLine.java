package se.metodporten.agreement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An agreement in a list: where it stands, without its text.
 *
 * @param inForceFrom null until both have signed
 * @param endedOn its last day when it was ended before the day agreed to
 * @param readable whether the reader is one of its sides, who read the text
 */
public record AgreementLine(
        long id,
        long appointmentId,
        LocalDate offeredOn,
        boolean signedByAppointee,
        boolean signedByManager,
        @Nullable LocalDate inForceFrom,
        LocalDate validThrough,
        @Nullable LocalDate endedOn,
        boolean readable) {}

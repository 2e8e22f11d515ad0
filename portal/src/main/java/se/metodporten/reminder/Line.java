package se.metodporten.reminder;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.metodporten.reminder.rules.Occasion;

/**
 * One line of a digest.
 *
 * @param person whom it is about; null where the recipient may not know the name
 * @param agreementId what to sign; null when it is no agreement
 */
record Line(
        long recipientId,
        long appointmentId,
        Occasion occasion,
        Recipient recipient,
        LocalDate eventDay,
        String role,
        String place,
        @Nullable String person,
        @Nullable Long agreementId) {}

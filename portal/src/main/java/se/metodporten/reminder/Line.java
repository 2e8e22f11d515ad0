package se.metodporten.reminder;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.metodporten.reminder.rules.Occasion;

/**
 * One line of a digest: about an appointment, or about a campaign.
 *
 * @param role empty of a campaign, and so is the place
 * @param person whom it is about; null where the recipient may not know the name
 * @param agreementId what to sign; null when it is no agreement
 * @param campaign its title; null when it is about an appointment
 * @param people how many of those the recipient answers for have not done what a campaign asks; null of the own
 */
record Line(
        long recipientId,
        @Nullable Long appointmentId,
        @Nullable Long campaignId,
        Occasion occasion,
        Recipient recipient,
        LocalDate eventDay,
        String role,
        String place,
        @Nullable String person,
        @Nullable Long agreementId,
        @Nullable String campaign,
        @Nullable Integer people) {

    /** What it is about: two with the same are about the same. */
    String subject() {
        if (campaignId == null) {
            return "appointment " + appointmentId;
        }
        return "campaign " + campaignId + (recipient == Recipient.APPOINTEE ? " own" : "");
    }
}

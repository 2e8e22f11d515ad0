package se.metodporten.certification;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a manager decides about what a role asks of someone, one form each (domain.md "Standing", rules 7 and 13). */
public sealed interface EvidenceDeed extends Serializable {

    /** One due day is moved. */
    record Extend(String requirement, LocalDate newDueDay, String reason) implements EvidenceDeed {}

    /** The requirement is not asked through a day. @param decidedBy the person who decided */
    record Exempt(String requirement, LocalDate from, LocalDate through, String decidedBy, String reason)
            implements EvidenceDeed {}

    /** Earlier evidence counts as if done here on its day. @param document null: no file */
    record Recognise(
            String requirement,
            LocalDate day,
            String reason,
            @Nullable Long document) implements EvidenceDeed {}

    record GiveLicence(String licence, LocalDate since) implements EvidenceDeed {}

    record WithdrawLicence(String licence, LocalDate firstDayWithout, String reason) implements EvidenceDeed {}

    /** Something recorded had other days. */
    record Correct(long fact, LocalDate from, @Nullable LocalDate through, String reason) implements EvidenceDeed {}

    /** Something recorded never was. */
    record TakeBack(long fact, String reason) implements EvidenceDeed {}
}

package se.metodporten.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agreement as one of its two sides reads it.
 *
 * @param mySide the reader's side
 * @param inForceFrom null until both have signed
 * @param closed null while it can be signed, and when it is in force
 * @param replaced whether a newer one has been offered; this one may be signed even so, until its last day (rule 9)
 */
public record AgreementView(
        long id,
        long appointmentId,
        String roleName,
        String personName,
        String placeName,
        String text,
        String textHash,
        @Nullable LocalDate inForceFrom,
        @Nullable Closed closed,
        boolean replaced,
        Side mySide,
        List<Signed> signatures) {

    /** One signature, for the reader's eyes. */
    public record Signed(Side side, String name, Instant signedAt) {}

    /** Whether the reader's side has yet to sign. */
    public boolean waitsForMe() {
        return signatures.stream().noneMatch(signed -> signed.side() == mySide);
    }

    /** Whether the reader's side has yet to sign, and still can. */
    public boolean asksMe() {
        return waitsForMe() && closed == null && !onPaper();
    }

    /** In force without a signature here: both have signed the paper. */
    public boolean onPaper() {
        return inForce() && signatures.isEmpty();
    }

    public boolean inForce() {
        return inForceFrom != null;
    }
}

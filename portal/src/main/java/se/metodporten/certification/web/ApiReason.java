package se.metodporten.certification.web;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.metodporten.certification.rules.Reason;
import se.metodporten.certification.rules.Remedy;

/** What the API says of a reason. */
@Schema(description = "Why a standing is what it is.")
public record ApiReason(
        Reason.Kind kind,

        @Schema(description = "code of the requirement; null: the appointment's own pause or end") @Nullable
        String requirement,

        @Schema(description = "since or until when, last days inclusive; null: it was never there, or no end is known")
        @Nullable
        LocalDate day,

        @Schema(description = "what mends it") Remedy remedy,

        @Schema(description = "the sessions of a begun training that remain")
        List<Integer> partsLeft,

        @Schema(description = "the same as a sentence") String text) {}

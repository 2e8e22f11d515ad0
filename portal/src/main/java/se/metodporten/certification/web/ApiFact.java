package se.metodporten.certification.web;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.metodporten.fact.FactKind;

/** What the API says of a fact. */
@Schema(description = "A fact that counts for an appointment.")
public record ApiFact(
        FactKind kind,
        LocalDate validFrom,

        @Schema(description = "inclusive; null: not a period, or without end") @Nullable
        LocalDate validThrough,

        @Schema(description = "the licence, requirement, course or kind of training") @Nullable
        String code,

        @Schema(description = "the version of a course or a description, the session of a training") @Nullable
        Integer number,

        @Schema(description = "the same as a sentence") String text) {}

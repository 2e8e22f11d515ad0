package se.metodporten.training.web;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.metodporten.role.TrainingKind;

/** What the API says of a kind of training. */
@Schema(description = "A kind of training.")
public record ApiTrainingKind(
        String code,
        String name,

        @Schema(description = "all of which must be attended for it to count")
        int sessions,

        TrainingKind.Arranger arranger) {}

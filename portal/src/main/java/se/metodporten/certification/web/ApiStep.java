package se.metodporten.certification.web;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.metodporten.common.web.api.Coded;

/** What the API says of one thing that a role asks of an appointee. */
@Schema(description = "One thing that the role asks of the appointee.")
public record ApiStep(
        Coded requirement,

        @Schema(description = "whether there is nothing to do about it now")
        boolean done,

        @Schema(
                description =
                        "what is the matter and what to do about it; of what is done, nothing or until when it holds")
        String text) {}

package se.metodporten.campaign.web;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.metodporten.campaign.ReachedPerson;
import se.metodporten.common.web.api.Named;

/** What the API says of someone behind a figure of a campaign. */
@Schema(description = "Someone whom a campaign reaches.")
public record ApiReachedPerson(
        Named person,
        @Schema(description = "names of the places where") String places) {

    static ApiReachedPerson of(ReachedPerson row) {
        return new ApiReachedPerson(new Named(row.personId(), row.name()), row.places());
    }
}

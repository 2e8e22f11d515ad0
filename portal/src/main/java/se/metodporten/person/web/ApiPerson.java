package se.metodporten.person.web;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.web.api.Named;
import se.metodporten.person.PersonCard;
import se.metodporten.person.PersonRow;

/** What the API says of a person. */
@Schema(description = "A person.")
public record ApiPerson(
        long id,

        @Schema(description = "null: protected from this reader") @Nullable
        String name,

        @Nullable String email,

        @Schema(description = "name, contact and place are shown to few")
        boolean protectedIdentity,

        @Schema(description = "where the person works today, as far as the reader may know")
        List<Work> work) {

    /** Where someone works. */
    @Schema(description = "Work in a unit today.")
    public record Work(Named unit, String title) {}

    /** As a page shows the person. */
    public static ApiPerson of(PersonCard card) {
        return new ApiPerson(card.id(), card.name(), card.email(), card.protectedIdentity(), work(card.work()));
    }

    static ApiPerson of(PersonRow row) {
        return new ApiPerson(row.id(), row.name(), row.email(), row.protectedIdentity(), work(row.work()));
    }

    private static List<Work> work(List<PersonRow.Work> work) {
        return work.stream()
                .map(one -> new Work(new Named(one.unitId(), one.unit()), one.title()))
                .toList();
    }
}

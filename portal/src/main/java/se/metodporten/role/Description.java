package se.metodporten.role;

import java.time.LocalDate;

/** A version of a role's assignment description (uppdragsbeskrivning), in Swedish as it was decided. */
public record Description(
        long id, long roleId, int number, String text, String decidedBy, LocalDate decidedOn, LocalDate appliesFrom) {}

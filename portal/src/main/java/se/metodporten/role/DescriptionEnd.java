package se.metodporten.role;

import java.time.Instant;
import java.time.LocalDate;

/** After a day only this version of a role's description and newer ones hold (domain.md "Standing", rule 9). */
public record DescriptionEnd(long roleId, int number, LocalDate lastDayOfOld, Instant knownFrom) {}

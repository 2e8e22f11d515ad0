package se.metodporten.desk;

import java.time.LocalDate;
import se.metodporten.common.Bilingual;

/**
 * How a role stands where the reader may see it, in one sentence.
 *
 * @param lacking units in need that are not covered today
 * @param losing units covered today that are not on {@code soon} if nobody acts
 */
public record RoleAnswer(String role, Bilingual name, int inNeed, int lacking, int losing, LocalDate soon) {}

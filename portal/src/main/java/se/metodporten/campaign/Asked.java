package se.metodporten.campaign;

import java.time.LocalDate;
import se.metodporten.common.Bilingual;

/** What a campaign asks of the reader, who has not done it. */
public record Asked(long id, String title, Task task, String code, Bilingual taskName, LocalDate lastDay) {}

package se.metodporten.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One stretch of a unit's history, as known now. */
public record UnitPeriod(
        LocalDate validFrom,
        LocalDate validThrough,
        String name,
        String kindSv,
        String kindEn,
        String organisation,
        @Nullable String district) {

    /** @param language {@code sv} or {@code en} */
    public String kind(String language) {
        return "en".equals(language) ? kindEn : kindSv;
    }
}

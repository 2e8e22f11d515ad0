package se.metodporten.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.CountyTime;

/**
 * A unit as it is on a day.
 *
 * @param code HSA-id
 * @param districtId null: county-wide
 * @param validFrom first day of what is shown here; an earlier version may differ
 * @param validThrough last day of what is shown here
 */
public record Unit(
        long id,
        String code,
        String name,
        long kindId,
        String kindSv,
        String kindEn,
        long organisationId,
        String organisation,
        OrganisationKind organisationKind,
        @Nullable Long districtId,
        @Nullable String district,
        LocalDate validFrom,
        LocalDate validThrough) {

    /** @param language {@code sv} or {@code en} */
    public String kind(String language) {
        return "en".equals(language) ? kindEn : kindSv;
    }

    /** Counts for the county, as a line of its own in every district's view. */
    public boolean countyWide() {
        return districtId == null;
    }

    /** Whether an end is known. */
    public boolean ending() {
        return validThrough.isBefore(CountyTime.END_OF_DAYS);
    }
}

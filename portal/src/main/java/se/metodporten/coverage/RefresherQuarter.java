package se.metodporten.coverage;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Refreshers that fall due in a quarter, and seats planned for them, of one district.
 *
 * @param districtId null for the county's own trainings and county-wide units
 * @param from the first day, today in the quarter that has begun
 * @param due certified on the first day, to be renewed by the last
 * @param seated of these, those who have a seat in a refresher before their due day
 * @param seats in refreshers that end in the quarter, taken ones among them
 */
public record RefresherQuarter(
        @Nullable Long districtId,
        @Nullable String districtName,
        LocalDate from,
        LocalDate through,
        int due,
        int seated,
        int seats) {}

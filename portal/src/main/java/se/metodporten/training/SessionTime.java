package se.metodporten.training;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;

/** When a session is, in the county's zone. */
public record SessionTime(LocalDate day, LocalTime starts, LocalTime ends) {

    Duration length() {
        return Duration.between(starts, ends);
    }

    boolean startsAfter(SessionTime earlier) {
        return day.atTime(starts).isAfter(earlier.day.atTime(earlier.ends).minusSeconds(1));
    }
}

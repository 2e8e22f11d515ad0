package se.metodporten.coverage;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.CountyTime;
import se.metodporten.common.DomainException;

/**
 * What a place is to need of a role in a period, with a reason.
 *
 * @param number null: as others of its kind again
 * @param through inclusive; {@link CountyTime#END_OF_DAYS} until further notice
 */
public record NeedDecision(
        long placeId, String role, @Nullable Integer number, String reason, LocalDate from, LocalDate through) {

    /** More than anybody has meant. */
    static final int LARGEST = 20;

    static final int LONGEST_REASON = 500;

    public NeedDecision {
        reason = reason.strip();
        if (number != null && (number < 0 || number > LARGEST)) {
            throw DomainException.at("number", "coverage.refused.number", LARGEST);
        }
        if (reason.isEmpty()) {
            throw DomainException.at("reason", "coverage.refused.noReason");
        }
        if (reason.length() > LONGEST_REASON) {
            throw DomainException.at("reason", "coverage.refused.longReason", LONGEST_REASON);
        }
        if (from.isBefore(CountyTime.FIRST_DAY) || from.isAfter(CountyTime.END_OF_DAYS)) {
            throw DomainException.at("from", "coverage.refused.day", CountyTime.FIRST_DAY, CountyTime.END_OF_DAYS);
        }
        if (through.isBefore(from)) {
            throw DomainException.at("through", "coverage.refused.order", from);
        }
        if (through.isAfter(CountyTime.END_OF_DAYS)) {
            throw DomainException.at("through", "coverage.refused.day", CountyTime.FIRST_DAY, CountyTime.END_OF_DAYS);
        }
    }
}

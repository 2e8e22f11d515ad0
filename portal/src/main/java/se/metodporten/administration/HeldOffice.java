package se.metodporten.administration;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Office;

/** An office someone holds. @param grantId null when it comes from employment or appointment */
public record HeldOffice(
        @Nullable Long grantId, Office office, String placeName, LocalDate validFrom, LocalDate validThrough)
        implements Serializable {}

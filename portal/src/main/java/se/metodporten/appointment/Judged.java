package se.metodporten.appointment;

import org.jspecify.annotations.Nullable;
import se.metodporten.common.DomainException;

/**
 * Whether an appointment can be made.
 *
 * @param personId after merges
 * @param employmentId that it would rest on; null: refused
 * @param refusal beside the field that is wrong; null: it can
 */
record Judged(
        NewAppointment asked,
        long personId,
        @Nullable Long employmentId,
        @Nullable DomainException refusal) {}

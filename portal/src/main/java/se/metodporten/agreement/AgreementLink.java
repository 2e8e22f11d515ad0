package se.metodporten.agreement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where an appointment's agreement is to be read.
 *
 * @param inForceFrom null while a signature is missing
 */
public record AgreementLink(long id, @Nullable LocalDate inForceFrom) {}

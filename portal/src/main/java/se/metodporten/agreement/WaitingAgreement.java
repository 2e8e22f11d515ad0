package se.metodporten.agreement;

import java.time.LocalDate;

/** An agreement that waits for the reader's signature, on {@code side}. */
public record WaitingAgreement(
        long id, Side side, String personName, String roleName, String placeName, LocalDate offeredOn) {}

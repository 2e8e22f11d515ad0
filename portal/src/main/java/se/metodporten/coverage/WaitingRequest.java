package se.metodporten.coverage;

import java.time.Instant;
import se.metodporten.common.Bilingual;

/** A request that waits for the reader's answer. */
public record WaitingRequest(
        long placeId, String placeName, long roleId, String role, Bilingual roleName, Instant askedAt) {}

package se.metodporten.coverage;

import java.time.Instant;

/**
 * Where a request to appoint somebody at a place stands.
 *
 * @param at when it came there
 */
public record RequestState(long placeId, Kind kind, Instant at) {

    /** The steps. */
    public enum Kind {
        /** The manager has been asked and has not answered. */
        ASKED,
        /** The manager has said why not now. */
        DECLINED,
        /** Somebody has been appointed since; the place is not covered yet. */
        APPOINTED
    }
}

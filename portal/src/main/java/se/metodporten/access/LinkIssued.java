package se.metodporten.access;

/**
 * A link for someone's mail; fired in the transaction that made it. Only the mail may hold the token: the database has
 * its hash.
 *
 * @param language {@code sv} or {@code en}
 */
public record LinkIssued(long personId, String address, String language, LinkPurpose purpose, String token) {

    /** Without the token, lest it ends in a log. */
    @Override
    public String toString() {
        return "LinkIssued[" + purpose + " for person:" + personId + "]";
    }
}

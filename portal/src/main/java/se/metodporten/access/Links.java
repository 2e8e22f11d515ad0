package se.metodporten.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import se.metodporten.common.Database;

/** Tokens of mailed links: random, kept as a hash, good once and for a time. */
@ApplicationScoped
class Links {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    /** A link that may still be used. */
    record Open(long accountId, LinkPurpose purpose) {}

    @Inject
    private Database database;

    @Inject
    private Event<LinkIssued> issued;

    /** A new link; earlier ones of the account are no longer good. */
    void issue(Account account, LinkPurpose purpose, Instant now) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        discard(account.id(), now);
        database.execute(handle -> handle.createUpdate("""
                        insert into account_token (account_id, purpose, token_hash, expires_at, created_at)
                        values (:account, :purpose, :hash, :expires, :now)""")
                .bind("account", account.id())
                .bind("purpose", purpose.name())
                .bind("hash", hash(token))
                .bind("expires", now.plus(purpose.validity()))
                .bind("now", now)
                .execute());
        issued.fire(new LinkIssued(account.personId(), account.username(), account.language(), purpose, token));
    }

    boolean issuedWithin(long accountId, Duration time, Instant now) {
        return database.query(handle -> handle.createQuery(
                                "select count(*) from account_token where account_id = :account and created_at > :after")
                        .bind("account", accountId)
                        .bind("after", now.minus(time))
                        .mapTo(int.class)
                        .one()
                > 0);
    }

    Optional<Open> find(String token, Instant now) {
        return database.query(handle -> handle.createQuery("""
                        select account_id, purpose from account_token
                        where token_hash = :hash and used_at is null and expires_at > :now""")
                .bind("hash", hash(token))
                .bind("now", now)
                .map((row, context) ->
                        new Open(row.getLong("account_id"), LinkPurpose.valueOf(row.getString("purpose"))))
                .findOne());
    }

    /** Uses the link up; false when another request was faster, or time has run out. */
    boolean use(String token, Instant now) {
        return database.query(handle -> handle.createUpdate("""
                                update account_token set used_at = :now
                                where token_hash = :hash and used_at is null and expires_at > :now""")
                        .bind("hash", hash(token))
                        .bind("now", now)
                        .execute()
                == 1);
    }

    void discard(long accountId, Instant now) {
        database.execute(handle -> handle.createUpdate(
                        "update account_token set used_at = :now where account_id = :account and used_at is null")
                .bind("account", accountId)
                .bind("now", now)
                .execute());
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

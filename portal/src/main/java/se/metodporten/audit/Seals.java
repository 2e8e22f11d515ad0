package se.metodporten.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import se.metodporten.common.Database;

/**
 * Seals audit rows in batches, each with the hash of the one before, so that writers need not queue for a chain and a
 * row that was changed, removed or slipped in later is found.
 */
@ApplicationScoped
public class Seals {

    /** Longer than any transaction may take: a row with a smaller id cannot still be on its way when a batch is sealed. */
    public static final Duration SETTLED_AFTER = Duration.ofMinutes(10);

    private static final int LARGEST_BATCH = 1000;
    private static final String FIRST = "0".repeat(64);

    private static final String ROWS = """
            select sha2(json_array(id, at, actor, action, outcome, subject, place_id, request_id, details), 256)
            from audit_event where id between :first and :last order by id""";

    /** One sealed batch. */
    public record Seal(
            long id, long firstEvent, long lastEvent, int events, String root, String previous, String seal) {}

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    /**
     * Seals the next batch of rows that are older than a moment.
     *
     * @return how many rows; 0 when there are none
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int next(Instant settled) {
        Optional<Seal> before = last();
        long first = before.map(Seal::lastEvent).orElse(0L) + 1;
        long last = lastSettled(first, settled);
        if (last < first) {
            return 0;
        }
        List<String> rows = rows(first, last);
        String previous = before.map(Seal::seal).orElse(FIRST);
        String root = hash(String.join("\n", rows));
        Instant now = clock.instant();
        database.execute(handle -> handle.createUpdate("""
                        insert into audit_seal (first_event, last_event, events, root, previous, seal, sealed_at)
                        values (:first, :last, :events, :root, :previous, :seal, :now)""")
                .bind("first", first)
                .bind("last", last)
                .bind("events", rows.size())
                .bind("root", root)
                .bind("previous", previous)
                .bind("seal", seal(first, last, rows.size(), root, previous))
                .bind("now", now)
                .execute());
        return rows.size();
    }

    /** The first batch that no longer is what was sealed; empty when all are. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Seal> firstBroken() {
        String previous = FIRST;
        long next = 1;
        for (Seal seal : all()) {
            List<String> rows = rows(seal.firstEvent(), seal.lastEvent());
            boolean whole = seal.firstEvent() == next
                    && seal.events() == rows.size()
                    && seal.root().equals(hash(String.join("\n", rows)))
                    && seal.previous().equals(previous)
                    && seal.seal()
                            .equals(seal(seal.firstEvent(), seal.lastEvent(), seal.events(), seal.root(), previous));
            if (!whole) {
                return Optional.of(seal);
            }
            previous = seal.seal();
            next = seal.lastEvent() + 1;
        }
        return Optional.empty();
    }

    /** The newest seal: what to note elsewhere, so that the chain cannot be made anew from its beginning. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Seal> last() {
        return database.query(handle -> handle.createQuery("select * from audit_seal order by id desc limit 1")
                .map(ConstructorMapper.of(Seal.class))
                .findOne());
    }

    private List<Seal> all() {
        return database.query(handle -> handle.createQuery("select * from audit_seal order by first_event")
                .map(ConstructorMapper.of(Seal.class))
                .list());
    }

    /** The last row of the next batch, before the first one that may have company on its way; 0 for none. */
    private long lastSettled(long first, Instant settled) {
        return database.query(handle -> handle.createQuery("""
                        select coalesce(max(id), 0) from (
                          select id from audit_event where id >= :first
                          and id < (select coalesce(min(id), 9223372036854775807) from audit_event
                                    where id >= :first and at > :settled)
                          order by id limit :most) batch""")
                .bind("first", first)
                .bind("settled", settled)
                .bind("most", LARGEST_BATCH)
                .mapTo(long.class)
                .one());
    }

    private List<String> rows(long first, long last) {
        return database.query(handle -> handle.createQuery(ROWS)
                .bind("first", first)
                .bind("last", last)
                .mapTo(String.class)
                .list());
    }

    private static String seal(long first, long last, int events, String root, String previous) {
        return hash(previous + "|" + first + "|" + last + "|" + events + "|" + root);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

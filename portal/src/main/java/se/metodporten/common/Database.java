package se.metodporten.common;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import javax.sql.DataSource;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;

/**
 * The door for queries and bulk writes in SQL. Aggregates that change state are JPA entities; both share the
 * transaction's connection, and what JPA has pending is flushed before SQL runs, so that SQL sees it.
 *
 * <p>Records are mapped by their component names ({@code mapTo} after {@code registerRowMapper(ConstructorMapper...)}, or
 * {@code map(ConstructorMapper.of(X.class))}). Moments are UTC in the database.
 */
@ApplicationScoped
public class Database {

    private static final Duration LONG_WORK = Duration.ofMinutes(15);

    @Resource(lookup = "java:app/jdbc/metodporten")
    private DataSource dataSource;

    @Resource(lookup = "java:app/jdbc/beside")
    private DataSource besideSource;

    @PersistenceContext
    private EntityManager entities;

    @Resource
    private TransactionSynchronizationRegistry transactions;

    @SuppressWarnings("NullAway.Init") // set by open()
    private Jdbi jdbi;

    @SuppressWarnings("NullAway.Init") // set by open()
    private Jdbi beside;

    @PostConstruct
    void open() {
        jdbi = configured(dataSource);
        beside = configured(besideSource);
    }

    private static Jdbi configured(DataSource source) {
        Jdbi jdbi = Jdbi.create(source);
        jdbi.registerArgument(new InstantArgument());
        jdbi.registerColumnMapper(Instant.class, (ColumnMapper<Instant>) (row, column, context) -> {
            LocalDateTime utc = row.getObject(column, LocalDateTime.class);
            return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
        });
        return jdbi;
    }

    /** Runs statements in the transaction under way (or each in its own without one) and gives back an answer. */
    public <T> T query(HandleCallback<T, RuntimeException> statements) {
        flush();
        return Objects.requireNonNull(jdbi.withHandle(statements));
    }

    /** As {@link #query}, without an answer. */
    public void execute(HandleConsumer<RuntimeException> statements) {
        flush();
        jdbi.useHandle(statements);
    }

    /**
     * As {@link #execute}, for statements over whole files or the whole county: their answer may take minutes, while
     * people's give up after seconds on a database that hangs.
     */
    public void executePatiently(HandleConsumer<RuntimeException> statements) {
        execute(handle -> {
            try (Patience waiting = Patience.of(handle.getConnection(), LONG_WORK)) {
                statements.useHandle(handle);
            }
        });
    }

    /**
     * As {@link #execute}, for few and short statements in a transaction beside the one under way ({@code REQUIRES_NEW}):
     * on connections of their own. From the same pool, as many callers as it has connections would wait for each other.
     */
    public void executeBeside(HandleConsumer<RuntimeException> statements) {
        beside.useHandle(statements);
    }

    /** Asks the transaction, not the entity manager: outside one, the container's is shared by all threads and closes. */
    private void flush() {
        if (transactions.getTransactionStatus() == Status.STATUS_ACTIVE) {
            entities.flush();
        }
    }

    private static final class InstantArgument extends AbstractArgumentFactory<Instant> {

        InstantArgument() {
            super(Types.TIMESTAMP);
        }

        @Override
        protected Argument build(Instant value, ConfigRegistry config) {
            return (position, statement, context) ->
                    statement.setObject(position, LocalDateTime.ofInstant(value, ZoneOffset.UTC));
        }
    }
}

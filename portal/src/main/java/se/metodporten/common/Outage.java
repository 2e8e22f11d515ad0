package se.metodporten.common;

import jakarta.resource.ResourceException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the database cannot do at the moment, told from what fails because of a fault of ours: it is over some day, so
 * people are asked to come back rather than to report it. In words by {@code common.outage.<name>}.
 */
public enum Outage {

    /** It is not there, or hangs. */
    UNREACHABLE,
    /** It can be read, but has no room for more or may not be written. */
    FULL,
    /** Others hold what is asked for, or have all its connections. */
    BUSY;

    /** What HTTP says of it, in seconds. */
    public static final String RETRY_AFTER = "60";

    /** By the SQL standard, a connection that cannot be made or has gone. */
    private static final String CONNECTION = "08";

    /** MariaDB's: shutting down, connection ended by an operator. */
    private static final Set<Integer> GOING = Set.of(1053, 1927);

    /** MariaDB's: no room for temporary files (3, 20) or for tables, nothing may be written. */
    private static final Set<Integer> NO_ROOM = Set.of(3, 20, 1021, 1026, 1030, 1114, 1290, 1792, 1836);

    /** MariaDB's: too many connections, out of handles, a lock or an answer that did not come in time. */
    private static final Set<Integer> OVERLOADED = Set.of(1040, 1041, 1203, 1205, 1969, 3024);

    /** Empty when neither it, nor what caused it, is the database's state of the moment. */
    public static Optional<Outage> in(@Nullable Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = next(cause)) {
            Outage found = of(cause);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static @Nullable Outage of(Throwable cause) {
        if (cause instanceof SQLException sql) {
            return of(sql);
        }
        // The container's: its pool can neither hand out a connection nor make one; a transaction can be neither
        // committed
        // nor rolled back.
        return cause instanceof ResourceException || cause instanceof SystemException ? UNREACHABLE : null;
    }

    private static @Nullable Outage of(SQLException failed) {
        int code = failed.getErrorCode();
        if (NO_ROOM.contains(code)) {
            return FULL;
        }
        if (OVERLOADED.contains(code)) {
            return BUSY;
        }
        String state = failed.getSQLState();
        boolean gone = GOING.contains(code)
                || failed instanceof SQLTimeoutException
                || (state != null && state.startsWith(CONNECTION));
        return gone ? UNREACHABLE : null;
    }

    private static @Nullable Throwable next(Throwable failed) {
        Throwable cause = failed.getCause();
        return cause == failed ? null : cause;
    }
}

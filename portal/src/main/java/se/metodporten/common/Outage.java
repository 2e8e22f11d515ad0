package se.metodporten.common;

import jakarta.resource.ResourceException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells what fails because the database cannot be reached, or cannot store anything, from what fails because of a fault
 * of ours: the first is over some day, so people are asked to come back rather than to report it.
 */
public final class Outage {

    /** By the SQL standard, a connection that cannot be made or has gone. */
    private static final String CONNECTION = "08";

    /**
     * MariaDB's: too many connections (1040, 1203), out of memory or handles (1041), shutting down (1053), connection
     * ended by an operator (1927), read only (1290, 1792, 1836), no answer in time (1205, 1969, 3024), and a disk that is
     * full (3, 20: temporary files; 1021, 1026, 1030, 1114: tables).
     */
    private static final Set<Integer> PASSING =
            Set.of(3, 20, 1021, 1026, 1030, 1040, 1041, 1053, 1114, 1203, 1205, 1290, 1792, 1836, 1927, 1969, 3024);

    private Outage() {}

    /** Whether it, or what caused it, is the database's state of the moment. */
    public static boolean in(@Nullable Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = next(cause)) {
            if (cause instanceof ResourceException || cause instanceof SQLTimeoutException) {
                return true;
            }
            if (cause instanceof SQLException sql && passes(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean passes(SQLException failed) {
        String state = failed.getSQLState();
        return PASSING.contains(failed.getErrorCode()) || (state != null && state.startsWith(CONNECTION));
    }

    private static @Nullable Throwable next(Throwable failed) {
        Throwable cause = failed.getCause();
        return cause == failed ? null : cause;
    }
}

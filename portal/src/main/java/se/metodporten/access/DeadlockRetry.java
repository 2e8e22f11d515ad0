package se.metodporten.access;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs a service call again, outside its rolled back transaction, when the database broke a dead-lock by ending it. */
@Guarded
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class DeadlockRetry {

    private static final int TRIES = 4;

    /** Dead-lock found; lock wait timed out; record changed since last read (11.4's snapshot isolation). */
    private static final Set<Integer> TRANSIENT = Set.of(1213, 1205, 1020);

    @Resource
    private TransactionSynchronizationRegistry transactions;

    @AroundInvoke
    Object retry(InvocationContext call) throws Exception {
        if (transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
            return call.proceed();
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return call.proceed();
            } catch (Exception failed) {
                if (attempt == TRIES || !isTransient(failed)) {
                    throw failed;
                }
            }
        }
    }

    private static boolean isTransient(@Nullable Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && TRANSIENT.contains(sql.getErrorCode())) {
                return true;
            }
        }
        return false;
    }
}

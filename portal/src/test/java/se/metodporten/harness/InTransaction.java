package se.metodporten.harness;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.concurrent.Callable;
import se.metodporten.access.Guard;

/** Runs a test's deed as a job in one transaction: for what lies below the services. */
@ApplicationScoped
public class InTransaction {

    @Inject
    private UserTransaction transaction;

    @Inject
    private Guard guard;

    public void run(As.Deed deed) {
        answer(() -> {
            deed.run();
            return true;
        });
    }

    public <T> T answer(Callable<T> question) {
        return ended(question, true);
    }

    public void rollBack(As.Deed deed) {
        ended(
                () -> {
                    deed.run();
                    return true;
                },
                false);
    }

    private <T> T ended(Callable<T> question, boolean commit) {
        try {
            transaction.begin();
            boolean ended = false;
            try {
                T answer = guard.asSystem("test", () -> called(question));
                ended = true;
                if (commit) {
                    transaction.commit();
                } else {
                    transaction.rollback();
                }
                return answer;
            } finally {
                if (!ended) {
                    transaction.rollback();
                }
            }
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static <T> T called(Callable<T> question) {
        try {
            return question.call();
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}

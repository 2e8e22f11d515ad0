package se.metodporten.statements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import se.metodporten.common.Database;
import se.metodporten.harness.Patience;

/**
 * Counts what the database was asked, whoever asked: JDBI, JPA or anything else that comes. Jobs in the background can
 * only add to it, so the smallest of several counts is the page's own.
 */
@ApplicationScoped
class StatementCounter {

    private static final Duration LONG = Duration.ofMinutes(2);

    /** The kinds of statements; beginning and ending transactions is none, nor is asking for this. */
    private static final List<String> KINDS = List.of(
            "Com_select",
            "Com_insert",
            "Com_insert_select",
            "Com_replace",
            "Com_replace_select",
            "Com_update",
            "Com_update_multi",
            "Com_delete",
            "Com_delete_multi");

    @Inject
    private Database database;

    /** Asks once to be warm, and counts when it asks again. */
    int countWarm(Runnable question) {
        question.run();
        return once(question);
    }

    /**
     * Asks once, and again only when that took more than {@code most}: until the smallest count has come twice, for mails
     * and jobs of other tests may still be under way.
     */
    int count(Runnable question, int most) {
        AtomicInteger fewest = new AtomicInteger(once(question));
        Patience.until(LONG, () -> {
            if (fewest.get() <= most) {
                return true;
            }
            int statements = once(question);
            return statements == fewest.getAndAccumulate(statements, Math::min);
        });
        return fewest.get();
    }

    private int once(Runnable question) {
        int before = soFar();
        question.run();
        return soFar() - before;
    }

    private int soFar() {
        return database.query(handle -> handle
                .createQuery("show global status where variable_name in (<kinds>)")
                .bindList("kinds", KINDS)
                .map((row, context) -> row.getInt("Value"))
                .stream()
                .mapToInt(Integer::intValue)
                .sum());
    }
}

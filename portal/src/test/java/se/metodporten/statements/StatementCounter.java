package se.metodporten.statements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import se.metodporten.common.Database;
import se.metodporten.harness.Patience;

/**
 * Counts what the database was asked, whoever asked: JDBI, JPA or anything else that comes. Jobs wait meanwhile; what
 * other tests left under way can only add to it, so the smallest of several counts is the page's own.
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

    @Inject
    private QuietJobs jobs;

    /** An answer and how many statements it took. */
    record Counted<T>(T answer, int statements) {}

    /** Asks once to be warm, then until the smallest count has come twice: what other tests began may still be under way. */
    <T> Counted<T> count(Supplier<T> question) {
        AtomicReference<T> answer = new AtomicReference<>(question.get());
        AtomicInteger fewest = new AtomicInteger(Integer.MAX_VALUE);
        Patience.until(LONG, () -> {
            int statements = jobs.without(() -> {
                int before = soFar();
                answer.set(question.get());
                return soFar() - before;
            });
            return statements == fewest.getAndAccumulate(statements, Math::min);
        });
        return new Counted<>(answer.get(), fewest.get());
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

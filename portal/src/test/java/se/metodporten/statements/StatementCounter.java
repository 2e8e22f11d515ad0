package se.metodporten.statements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;
import se.metodporten.common.Database;

/**
 * Counts what the database was asked, whoever asked: JDBI, JPA or anything else that comes. Jobs in the background can
 * only add to it, so the smallest of several counts is the page's own.
 */
@ApplicationScoped
class StatementCounter {

    private static final int MOST_TIMES = 20;

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

    /** An answer and how many statements it took. */
    record Counted<T>(T answer, int statements) {}

    /** Asks once to be warm, then until the smallest count has come twice. */
    <T> Counted<T> count(Supplier<T> question) {
        T answer = question.get();
        int fewest = Integer.MAX_VALUE;
        for (int i = 0; i < MOST_TIMES; i++) {
            int before = soFar();
            answer = question.get();
            int statements = soFar() - before;
            if (statements == fewest) {
                return new Counted<>(answer, statements);
            }
            fewest = Math.min(fewest, statements);
        }
        throw new AssertionError("Something else keeps the database busy: " + answer);
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

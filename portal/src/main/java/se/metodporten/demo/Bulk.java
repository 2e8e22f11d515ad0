package se.metodporten.demo;

import java.util.List;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Writing many rows at once. */
final class Bulk {

    /** Who has recorded the demo county. */
    static final String ACTOR = "system:demo";

    private Bulk() {}

    static <T> void insert(Handle handle, String sql, List<T> rows, BiConsumer<PreparedBatch, T> bind) {
        if (rows.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(sql);
        for (T row : rows) {
            bind.accept(batch, row);
            batch.add();
        }
        batch.execute();
    }

    static @Nullable Long shifted(@Nullable Long id, long shift) {
        return id == null ? null : id + shift;
    }
}

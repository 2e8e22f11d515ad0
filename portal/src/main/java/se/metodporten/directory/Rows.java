package se.metodporten.directory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Many rows in one statement: ten times as fast as a batch of one row each. */
public final class Rows {

    private final String table;
    private final int columns;
    private final List<@Nullable Object> values = new ArrayList<>();

    /** @param table with its columns */
    public Rows(String table, int columns) {
        this.table = table;
        this.columns = columns;
    }

    public void add(@Nullable Object... row) {
        Collections.addAll(values, row);
    }

    public void insert(Handle handle) {
        insert(handle, "");
    }

    /** @param otherwise what follows the rows: {@code on duplicate key update …} */
    public void insert(Handle handle, String otherwise) {
        if (values.isEmpty()) {
            return;
        }
        String row = "(" + String.join(",", Collections.nCopies(columns, "?")) + ")";
        String rows = String.join(",", Collections.nCopies(values.size() / columns, row));
        Update insert = handle.createUpdate("insert into " + table + " values " + rows + otherwise);
        for (int i = 0; i < values.size(); i++) {
            insert.bind(i, values.get(i));
        }
        insert.execute();
    }
}

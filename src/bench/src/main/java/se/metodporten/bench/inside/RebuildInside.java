package se.metodporten.bench.inside;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonWriter;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Guard;
import se.metodporten.certification.Rebuild;
import se.metodporten.fact.FactRecord;

/**
 * Steps of the benchmark of a rebuild: {@code ?step=rebuild}; and as a baseline {@code ?step=read}, all facts over JDBC alone,
 * which also remembers the periods there are, and {@code ?step=write}, these periods in bulk into a table that was emptied.
 */
@WebServlet("/bench/rebuild")
public class RebuildInside extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final double SECOND = 1e9;
    private static final String PERIODS =
            "appointment_id, valid_from, valid_through, standing, due_day, reasons, known_from, known_until";
    private static final int COLUMNS = 8;
    private static final int ROWS_IN_A_STATEMENT = 500;

    @Inject
    private transient Guard guard;

    @Inject
    private transient Rebuild rebuild;

    @Resource(lookup = "java:app/jdbc/metodporten")
    private transient DataSource source;

    private transient List<Object[]> periods = List.of();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        JsonObjectBuilder answer = Json.createObjectBuilder();
        try (Connection connection = source.getConnection()) {
            switch (request.getParameter("step")) {
                case "rebuild" -> rebuild(answer);
                case "read" -> read(connection, answer);
                case "write" -> write(connection, answer);
                default -> throw new ServletException("step=rebuild, read or write");
            }
        } catch (SQLException failed) {
            throw new ServletException(failed);
        }
        try (JsonWriter writer = Json.createWriter(response.getWriter())) {
            writer.writeObject(answer.build());
        }
    }

    private void rebuild(JsonObjectBuilder answer) {
        long begun = System.nanoTime();
        Rebuild.Result result = guard.asSystem("bench", () -> rebuild.rebuild((done, total) -> {}));
        answer.add("seconds", secondsSince(begun))
                .add("appointments", result.appointments())
                .add("filled", result.filled())
                .add("differing", result.differing());
    }

    private void read(Connection connection, JsonObjectBuilder answer) throws SQLException {
        long begun = System.nanoTime();
        int facts = rows(
                connection,
                "select " + FactRecord.COLUMNS + " from fact f order by f.person_id, f.recorded_at, f.id",
                null);
        answer.add("seconds", secondsSince(begun)).add("facts", facts);
        periods = new ArrayList<>();
        answer.add("periods", rows(connection, "select " + PERIODS + " from standing_period order by id", periods));
    }

    /** A row at a time from the server: all of them would fill the memory. */
    private static int rows(Connection connection, String sql, @Nullable List<Object[]> kept) throws SQLException {
        int rows = 0;
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(ROWS_IN_A_STATEMENT);
            try (ResultSet result = statement.executeQuery(sql)) {
                int columns = result.getMetaData().getColumnCount();
                while (result.next()) {
                    rows++;
                    Object[] row = new Object[columns];
                    for (int column = 1; column <= columns; column++) {
                        row[column - 1] = result.getObject(column);
                    }
                    if (kept != null) {
                        kept.add(row);
                    }
                }
            }
        }
        return rows;
    }

    private void write(Connection connection, JsonObjectBuilder answer) throws SQLException {
        long begun = System.nanoTime();
        for (int from = 0; from < periods.size(); from += ROWS_IN_A_STATEMENT) {
            List<Object[]> some = periods.subList(from, Math.min(periods.size(), from + ROWS_IN_A_STATEMENT));
            String values = String.join(",", Collections.nCopies(some.size(), "(?, ?, ?, ?, ?, ?, ?, ?)"));
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into standing_period (" + PERIODS + ") values " + values)) {
                for (int i = 0; i < some.size() * COLUMNS; i++) {
                    insert.setObject(i + 1, some.get(i / COLUMNS)[i % COLUMNS]);
                }
                insert.executeUpdate();
            }
        }
        answer.add("seconds", secondsSince(begun)).add("periods", periods.size());
    }

    private static double secondsSince(long begun) {
        return (System.nanoTime() - begun) / SECOND;
    }
}

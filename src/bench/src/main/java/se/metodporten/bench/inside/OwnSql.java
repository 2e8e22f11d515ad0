package se.metodporten.bench.inside;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import se.metodporten.common.Database;

/** The queries that some work sent to the database, to be sent again without it. */
final class OwnSql {

    private record Sent(String sql, List<Argument> arguments, StatementContext context) {}

    private final List<Sent> sent;

    private OwnSql(List<Sent> sent) {
        this.sent = List.copyOf(sent);
    }

    /** Does the work once and listens; to this thread alone, since the portal's jobs go on. */
    static OwnSql of(Database database, Runnable work) {
        List<Sent> sent = new ArrayList<>();
        Thread here = Thread.currentThread();
        SqlStatements statements = database.query(handle -> handle.getJdbi()).getConfig(SqlStatements.class);
        SqlLogger before = statements.getSqlLogger();
        statements.setSqlLogger(new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                if (Thread.currentThread() == here) {
                    sent.add(sent(context));
                }
            }
        });
        try {
            work.run();
        } finally {
            statements.setSqlLogger(before);
        }
        return new OwnSql(sent);
    }

    /** JDBI lets what is bound be asked for in no other way. */
    @SuppressWarnings("removal")
    private static Sent sent(StatementContext context) {
        List<Argument> arguments = context.getParsedSql().getParameters().getParameterNames().stream()
                .map(name -> context.getBinding().findForName(name, context))
                .map(Optional::orElseThrow)
                .toList();
        return new Sent(context.getParsedSql().getSql(), arguments, context);
    }

    int statements() {
        return sent.size();
    }

    /**
     * Sends them over plain JDBC, on one connection, and reads every value of every row.
     *
     * @return how many rows came
     */
    int sendAgain(DataSource source) throws SQLException {
        int rows = 0;
        try (Connection connection = source.getConnection()) {
            for (Sent one : sent) {
                try (PreparedStatement statement = connection.prepareStatement(one.sql)) {
                    for (int i = 0; i < one.arguments.size(); i++) {
                        one.arguments.get(i).apply(i + 1, statement, one.context);
                    }
                    rows += read(statement);
                }
            }
        }
        return rows;
    }

    private static int read(PreparedStatement statement) throws SQLException {
        int rows = 0;
        try (ResultSet result = statement.executeQuery()) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                rows++;
                for (int column = 1; column <= columns; column++) {
                    result.getObject(column);
                }
            }
        }
        return rows;
    }
}

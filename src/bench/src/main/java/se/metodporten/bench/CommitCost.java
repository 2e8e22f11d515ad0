package se.metodporten.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What commits take: processor time of the portal's server and of the database, and statements, as the database counts them. */
final class CommitCost {

    private static final Set<String> STATEMENTS =
            Set.of("com_select", "com_insert", "com_update", "com_delete", "com_replace", "com_insert_select");

    private final BenchDatabase database;
    private final List<ProcessHandle> portal;
    private final List<ProcessHandle> databases = Processes.databases();

    CommitCost(BenchDatabase database, RunningPortal portal) {
        this.database = database;
        this.portal = portal.processes();
    }

    /** Of several turns. */
    static final class Sum {
        private int commits;
        private int commitsByHand;
        private double jvm;
        private double database;
        private double databaseByHand;
        private long statements;
        private long questions;
        private Now at;

        private Sum(Now at) {
            this.at = at;
        }

        double jvmMillis() {
            return jvm * 1000 / commits;
        }

        double databaseMillis() {
            return database * 1000 / commits;
        }

        double databaseMillisByHand() {
            return databaseByHand * 1000 / commitsByHand;
        }

        double statements() {
            return (double) statements / commits;
        }

        double questions() {
            return (double) questions / commits;
        }
    }

    private record Now(double jvm, double database, long statements, long questions) {}

    Sum begin() throws SQLException {
        return new Sum(now());
    }

    void handStarts(Sum sum) throws SQLException {
        sum.at = now();
    }

    void handEnds(Sum sum, int commits) throws SQLException {
        Now now = now();
        sum.commitsByHand += commits;
        sum.databaseByHand += now.database() - sum.at.database();
        sum.at = now;
    }

    void portalEnds(Sum sum, int commits) throws SQLException {
        Now now = now();
        sum.commits += commits;
        sum.jvm += now.jvm() - sum.at.jvm();
        sum.database += now.database() - sum.at.database();
        sum.statements += now.statements() - sum.at.statements();
        sum.questions += now.questions() - sum.at.questions();
        sum.at = now;
    }

    private Now now() throws SQLException {
        long statements = 0;
        long questions = 0;
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "show global status where variable_name like 'Com_%' or variable_name = 'Questions'")) {
            while (rows.next()) {
                String name = rows.getString(1).toLowerCase(Locale.ROOT);
                if ("questions".equals(name)) {
                    questions = rows.getLong(2);
                } else if (STATEMENTS.contains(name)) {
                    statements += rows.getLong(2);
                }
            }
        }
        return new Now(Processes.cpuSeconds(portal), Processes.cpuSeconds(databases), statements, questions);
    }
}

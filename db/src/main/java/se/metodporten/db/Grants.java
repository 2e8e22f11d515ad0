package se.metodporten.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the application's user may do, table by table: nothing but rows, and on the append-only tables only new ones.
 * Compares before it changes, since a grant is slow and most starts change nothing.
 */
final class Grants {

    /** A row written here is never changed or taken away, not even by a fault in the portal. */
    static final Set<String> APPEND_ONLY =
            Set.of("fact", "fact_basis", "audit_event", "audit_seal", "conversation_message", "appointment_employment");

    private static final Set<String> APPEND = Set.of("SELECT", "INSERT");
    private static final Set<String> ROWS = Set.of("SELECT", "INSERT", "UPDATE", "DELETE");
    private static final Set<String> READ = Set.of("SELECT");

    private static final String TABLES = """
            select table_name, table_type from information_schema.tables
            where table_schema = database() and table_name <> 'flyway_schema_history'
            """;

    private static final String PRIVILEGES = """
            select table_name, privilege_type from information_schema.table_privileges where table_schema = ?
            """;

    private Grants() {}

    static void give(DatabaseSettings settings) throws SQLException {
        String database = Connections.parse(settings.url()).database();
        String account;
        Map<String, Set<String>> present;
        try (Connection application = Connections.openWithoutDatabase(settings.url(), settings.application())) {
            account = account(application);
            present = privileges(application, database);
        }
        try (Connection owner = Connections.open(settings.url(), settings.owner());
                Statement statement = owner.createStatement()) {
            for (Map.Entry<String, Set<String>> table : wanted(owner).entrySet()) {
                String on = " on " + quoted(database) + "." + quoted(table.getKey());
                Set<String> has = present.getOrDefault(table.getKey(), Set.of());
                Set<String> missing = minus(table.getValue(), has);
                if (!missing.isEmpty()) {
                    statement.execute("grant " + String.join(", ", missing) + on + " to " + account);
                }
                Set<String> surplus = minus(has, table.getValue());
                if (!surplus.isEmpty()) {
                    statement.execute("revoke " + String.join(", ", surplus) + on + " from " + account);
                }
            }
        }
    }

    private static Map<String, Set<String>> wanted(Connection owner) throws SQLException {
        Map<String, Set<String>> wanted = new TreeMap<>();
        try (Statement statement = owner.createStatement();
                ResultSet tables = statement.executeQuery(TABLES)) {
            while (tables.next()) {
                String name = tables.getString(1);
                boolean view = tables.getString(2).endsWith("VIEW");
                wanted.put(name, view ? READ : APPEND_ONLY.contains(name) ? APPEND : ROWS);
            }
        }
        return wanted;
    }

    private static Map<String, Set<String>> privileges(Connection application, String database) throws SQLException {
        Map<String, Set<String>> present = new TreeMap<>();
        try (PreparedStatement statement = application.prepareStatement(PRIVILEGES)) {
            statement.setString(1, database);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    present.computeIfAbsent(rows.getString(1), table -> new TreeSet<>())
                            .add(rows.getString(2));
                }
            }
        }
        return present;
    }

    /** The account as the server knows it, with the host pattern that matched. */
    private static String account(Connection application) throws SQLException {
        try (Statement statement = application.createStatement();
                ResultSet row = statement.executeQuery("select current_user()")) {
            row.next();
            String account = row.getString(1);
            int at = account.lastIndexOf('@');
            return quoted(account.substring(0, at)) + "@" + quoted(account.substring(at + 1));
        }
    }

    private static Set<String> minus(Set<String> from, Set<String> what) {
        Set<String> rest = new TreeSet<>(from);
        rest.removeAll(what);
        return rest;
    }

    private static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }
}

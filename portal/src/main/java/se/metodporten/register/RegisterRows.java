package se.metodporten.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import se.metodporten.directory.Rows;

/** The table of rows of registers. */
final class RegisterRows {

    private static final int SOME = 500;

    /** A row as it was kept, with what was proposed of its person and decided about that. */
    record Kept(
            RegisterLine line,
            boolean faulty,
            @Nullable Long likePerson,
            @Nullable Integer likeLine,
            @Nullable Boolean same) {}

    private RegisterRows() {}

    static void add(Handle handle, long run, List<RegisterLine> lines) {
        Rows into = new Rows(
                "import_register (run_id, line, type, hsa_id, given_name, family_name, email, role, place, units, what,"
                        + " valid_from, valid_through, signed_on, vouched_by)",
                15);
        for (RegisterLine line : lines) {
            LineType type = line.type();
            into.add(
                    run,
                    line.line(),
                    type == null ? null : type.name(),
                    line.hsaId(),
                    line.givenName(),
                    line.familyName(),
                    line.email(),
                    line.role(),
                    line.place(),
                    String.join(" ", line.units()),
                    line.what(),
                    line.from(),
                    line.through(),
                    line.signedOn(),
                    line.vouchedBy());
        }
        into.insert(handle);
    }

    /** All rows in the file's order; those in which something is wrong by themselves are faulty. */
    static List<Kept> all(Handle handle, long run) {
        return handle.createQuery("""
                        select r.*, exists (select 1 from import_problem p where p.run_id = r.run_id and p.line = r.line) wrong
                        from import_register r where r.run_id = :run order by r.line""")
                .bind("run", run)
                .map((row, context) -> kept(row))
                .list();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        String type = row.getString("type");
        String units = row.getString("units");
        return new Kept(
                new RegisterLine(
                        row.getInt("line"),
                        type == null ? null : LineType.valueOf(type),
                        row.getString("hsa_id"),
                        Objects.requireNonNull(row.getString("given_name")),
                        Objects.requireNonNull(row.getString("family_name")),
                        row.getString("email"),
                        Objects.requireNonNull(row.getString("role")),
                        Objects.requireNonNull(row.getString("place")),
                        units == null || units.isEmpty() ? List.of() : List.of(units.split(" ")),
                        Objects.requireNonNull(row.getString("what")),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_through", LocalDate.class),
                        row.getObject("signed_on", LocalDate.class),
                        Objects.requireNonNull(row.getString("vouched_by"))),
                row.getBoolean("wrong"),
                row.getObject("like_person", Long.class),
                row.getObject("like_line", Integer.class),
                row.getObject("same_person", Boolean.class));
    }

    /** Writes what became of each row. */
    static void tell(Handle handle, long run, List<Told> told) {
        for (int from = 0; from < told.size(); from += SOME) {
            Rows into = new Rows(
                    "import_register (run_id, line, person_id, like_person, like_line, same_person, merges, faulty, outcome)",
                    9);
            for (Told one : told.subList(from, Math.min(told.size(), from + SOME))) {
                into.add(
                        run,
                        one.line(),
                        one.personId(),
                        one.likePerson(),
                        one.likeLine(),
                        one.same(),
                        one.merges(),
                        one.outcome() == null,
                        one.outcome() == null ? null : one.outcome().name());
            }
            into.insert(handle, """
                     on duplicate key update person_id = values(person_id), like_person = values(like_person),
                      like_line = values(like_line), same_person = values(same_person), merges = values(merges),
                      faulty = values(faulty), outcome = values(outcome)""");
        }
    }
}

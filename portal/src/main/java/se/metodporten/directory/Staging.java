package se.metodporten.directory;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** The rows of a file in the database while somebody decides about them. */
public final class Staging {

    private Staging() {}

    static void addUnits(Handle handle, long run, List<UnitLine> rows) {
        Rows into = new Rows(
                "import_unit (run_id, line, hsa_id, name, kind, organisation, district, manager_hsa_id, valid_from, valid_through)",
                10);
        for (UnitLine row : rows) {
            into.add(
                    run,
                    row.line(),
                    row.hsaId(),
                    row.name(),
                    row.kind(),
                    row.organisation(),
                    row.district(),
                    row.managerHsaId(),
                    row.validFrom(),
                    row.validThrough());
        }
        into.insert(handle);
    }

    static void addStaff(Handle handle, long run, List<StaffLine> rows) {
        Rows into = new Rows(
                "import_staff (run_id, line, hsa_id, given_name, family_name, email, unit_hsa_id, title, valid_from,"
                        + " valid_through, protected)",
                11);
        for (StaffLine row : rows) {
            into.add(
                    run,
                    row.line(),
                    row.hsaId(),
                    row.givenName(),
                    row.familyName(),
                    row.email(),
                    row.unitHsaId(),
                    row.title(),
                    row.validFrom(),
                    row.validThrough(),
                    row.protectedIdentity());
        }
        into.insert(handle);
    }

    public static void addProblems(Handle handle, long run, List<Problem> problems) {
        Rows into = new Rows("import_problem (run_id, line, column_name, reason, value)", 5);
        for (Problem problem : problems) {
            into.add(run, problem.line(), problem.column(), problem.fault().name(), problem.value());
        }
        into.insert(handle);
    }

    /** Names and addresses are kept no longer than the decision needs them. */
    public static void remove(Handle handle, String table, long run) {
        handle.createUpdate("delete from " + table + " where run_id = :run")
                .bind("run", run)
                .execute();
    }
}

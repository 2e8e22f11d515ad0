package se.metodporten.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Page;

/** Reads the rows of a report, a page at a time, with what they change. */
final class Reports {

    private static final String UNITS = """
            select r.line, r.hsa_id, r.name, o.name organisation, r.change_from, r.valid_from, r.valid_through,
                   r.district_id, r.manager_hsa_id, k.name_sv kind, d.name district,
                   v.name old_name, vk.name_sv old_kind, vo.name old_organisation, vd.name old_district,
                   v.valid_through old_through, m.hsa_id old_manager
            from import_unit r
            left join unit_kind k on k.id = r.unit_kind_id
            left join place_version o on o.id = (select max(id) from place_version where place_id = r.organisation_id and known_until = :stillKnown)
            left join place_version d on d.id = (select max(id) from place_version where place_id = r.district_id and known_until = :stillKnown)
            left join place_version v on v.id = (
              select n.id from place_version n where n.place_id = r.place_id and n.known_until = :stillKnown
              order by n.valid_through desc limit 1)
            left join unit_kind vk on vk.id = v.unit_kind_id
            left join place_version vo on vo.id = (select max(id) from place_version where place_id = v.organisation_id and known_until = :stillKnown)
            left join place_version vd on vd.id = (select max(id) from place_version where place_id = v.district_id and known_until = :stillKnown)
            left join directory_manager m on m.place_id = r.place_id
            where r.run_id = :run and r.outcome = :outcome
            order by r.line < 0, abs(r.line) limit :size offset :skip""";

    private static final String STAFF = """
            select r.line, r.hsa_id, r.given_name, r.family_name, r.email, r.title, r.protected, r.leads, r.move_on,
                   r.valid_from, r.valid_through, u.name unit,
                   p.given_name old_given_name, p.family_name old_family_name, p.email old_email, p.protected old_protected,
                   e.title old_title, e.valid_through old_through, eu.name old_unit
            from import_staff r
            left join place_version u on u.id = (select max(id) from place_version where place_id = r.unit_id and known_until = :stillKnown)
            left join employment e on e.id = r.employment_id
            left join person p on p.id = e.person_id
            left join place_version eu on eu.id = (select max(id) from place_version where place_id = e.unit_id and known_until = :stillKnown)
            where r.run_id = :run and r.outcome = :outcome
            order by r.line < 0, abs(r.line) limit :size offset :skip""";

    private Reports() {}

    static Page<ReportRow> rows(Handle handle, ImportRun run, Outcome outcome, int page) {
        int total = handle.createQuery(
                        "select count(*) from " + run.kind().table() + " where run_id = :run and outcome = :outcome")
                .bind("run", run.id())
                .bind("outcome", outcome)
                .mapTo(int.class)
                .one();
        List<ReportRow> rows = handle.createQuery(run.kind() == ImportKind.UNITS ? UNITS : STAFF)
                .bind("run", run.id())
                .bind("outcome", outcome)
                .bind("stillKnown", CountyTime.STILL_KNOWN)
                .bind("size", Page.SIZE)
                .bind("skip", (page - 1) * Page.SIZE)
                .map((row, context) -> run.kind() == ImportKind.UNITS ? unit(row, outcome) : person(row, outcome))
                .list();
        return new Page<>(rows, total, page, Page.SIZE);
    }

    private static ReportRow unit(ResultSet row, Outcome outcome) throws SQLException {
        Changes changes = new Changes(outcome);
        changes.add("name", row.getString("old_name"), row.getString("name"));
        changes.add("kind", row.getString("old_kind"), row.getString("kind"));
        changes.add("organisation", row.getString("old_organisation"), row.getString("organisation"));
        changes.add("district", row.getString("old_district"), row.getString("district"));
        changes.add("managerHsaId", row.getString("old_manager"), row.getString("manager_hsa_id"));
        changes.add("validThrough", day(row, "old_through"), day(row, "valid_through"));
        return new ReportRow(
                line(row),
                row.getString("hsa_id"),
                row.getString("name"),
                text(row.getString("organisation")),
                outcome == Outcome.CLOSED ? null : row.getObject("change_from", LocalDate.class),
                outcome == Outcome.CLOSED ? row.getObject("valid_through", LocalDate.class) : null,
                changes.found());
    }

    private static ReportRow person(ResultSet row, Outcome outcome) throws SQLException {
        Changes changes = new Changes(outcome);
        if (row.getBoolean("leads")) {
            changes.add("givenName", row.getString("old_given_name"), row.getString("given_name"));
            changes.add("familyName", row.getString("old_family_name"), row.getString("family_name"));
            if (row.getString("email") != null) {
                changes.add("mail", row.getString("old_email"), row.getString("email"));
            }
            changes.add("protected", yesOrNo(row, "old_protected"), yesOrNo(row, "protected"));
        }
        changes.add("unitHsaId", row.getString("old_unit"), row.getString("unit"));
        changes.add("title", row.getString("old_title"), row.getString("title"));
        changes.add("validThrough", day(row, "old_through"), day(row, "valid_through"));
        return new ReportRow(
                line(row),
                row.getString("hsa_id"),
                row.getString("given_name") + " " + row.getString("family_name"),
                text(row.getString("unit")),
                outcome == Outcome.ADDED
                        ? row.getObject("valid_from", LocalDate.class)
                        : row.getObject("move_on", LocalDate.class),
                outcome == Outcome.CLOSED ? row.getObject("valid_through", LocalDate.class) : null,
                changes.found());
    }

    /** Collects what differs, of rows about something that is known. */
    private static final class Changes {

        private final boolean wanted;
        private final List<ReportRow.Change> found = new ArrayList<>();

        Changes(Outcome outcome) {
            wanted = outcome == Outcome.CHANGED;
        }

        void add(String what, @Nullable String before, @Nullable String after) {
            if (wanted && !Objects.equals(before, after)) {
                found.add(new ReportRow.Change(what, text(before), text(after)));
            }
        }

        List<ReportRow.Change> found() {
            return found;
        }
    }

    private static @Nullable Integer line(ResultSet row) throws SQLException {
        int line = row.getInt("line");
        return line < 0 ? null : line;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String day(ResultSet row, String column) throws SQLException {
        LocalDate day = row.getObject(column, LocalDate.class);
        return day == null || day.equals(CountyTime.END_OF_DAYS) ? null : day.toString();
    }

    private static String yesOrNo(ResultSet row, String column) throws SQLException {
        return row.getBoolean(column) ? "ja" : "nej";
    }
}

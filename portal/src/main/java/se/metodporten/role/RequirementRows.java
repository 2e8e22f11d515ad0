package se.metodporten.role;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** What requirements are in the table. */
final class RequirementRows {

    private RequirementRows() {}

    static Requirement.Terms terms(Requirement.Kind kind, RowView row) {
        return switch (kind) {
            case REFRESHER -> Requirement.Terms.of(renewal(row));
            case RECURRING ->
                Requirement.Terms.of(new Requirement.Recurrence(
                        row.getColumn("occasions", Integer.class),
                        row.getColumn("period_months", Integer.class),
                        row.getColumn("after_pause_months", Integer.class)));
            case COURSE -> {
                Integer version = row.getColumn("course_version", Integer.class);
                yield version == null
                        ? Requirement.Terms.NONE
                        : Requirement.Terms.of(
                                new Requirement.NewVersion(version, row.getColumn("last_day_of_old", LocalDate.class)));
            }
            case LICENCE, ATTESTATION, TRAINING, AGREEMENT -> Requirement.Terms.NONE;
        };
    }

    static SortedSet<String> kinds(RowView row) {
        String codes = row.getColumn("only_at", String.class);
        return codes == null ? new TreeSet<>() : new TreeSet<>(List.of(codes.split(",")));
    }

    private static Requirement.Renewal renewal(RowView row) {
        String fixedDay = row.getColumn("fixed_day", String.class);
        return new Requirement.Renewal(
                row.getColumn("period_months", Integer.class),
                row.getColumn("grace_months", Integer.class),
                row.getColumn("after_grace", Requirement.AfterGrace.class),
                row.getColumn("after_pause_months", Integer.class),
                row.getColumn("next_due_from", Requirement.NextDueFrom.class),
                fixedDay == null ? null : MonthDay.parse("--" + fixedDay),
                row.getColumn("starts_with", String.class));
    }

    static void insert(Handle handle, long roleVersion, List<Requirement> requirements) {
        PreparedBatch rows = handle.prepareBatch("""
                insert into requirement (role_version_id, position, kind, code, text_sv, text_en, period_months,
                                         grace_months, after_grace, after_pause_months, next_due_from, fixed_day,
                                         starts_with, occasions, course_version, last_day_of_old)
                values (:version, :position, :kind, :code, :sv, :en, :period, :grace, :afterGrace, :afterPause, :next,
                        :fixedDay, :starts, :occasions, :courseVersion, :lastDayOfOld)""");
        for (int i = 0; i < requirements.size(); i++) {
            Requirement one = requirements.get(i);
            rows.bind("version", roleVersion)
                    .bind("position", i + 1)
                    .bind("kind", one.kind().name())
                    .bind("code", one.code())
                    .bind("sv", one.text().sv())
                    .bind("en", one.text().en());
            bind(rows, one.terms());
            rows.add();
        }
        rows.execute();
        PreparedBatch kinds = handle.prepareBatch("""
                insert into requirement_unit_kind (requirement_id, unit_kind_id)
                select q.id, u.id from requirement q join unit_kind u on u.code = :kind
                where q.role_version_id = :version and q.position = :position""");
        for (int i = 0; i < requirements.size(); i++) {
            for (String kind : requirements.get(i).onlyAt()) {
                kinds.bind("version", roleVersion)
                        .bind("position", i + 1)
                        .bind("kind", kind)
                        .add();
            }
        }
        if (kinds.size() > 0) {
            kinds.execute();
        }
    }

    private static void bind(PreparedBatch rows, Requirement.Terms terms) {
        Requirement.Renewal renewal = terms.renewal();
        Requirement.Recurrence recurrence = terms.recurrence();
        Requirement.NewVersion newVersion = terms.newVersion();
        Integer again = recurrence == null ? null : recurrence.months();
        Integer back = recurrence == null ? null : recurrence.afterPause();
        rows.bind("period", renewal == null ? again : Integer.valueOf(renewal.period()))
                .bind("grace", renewal == null ? null : renewal.grace())
                .bind(
                        "afterGrace",
                        renewal == null
                                ? "WHOLE_TRAINING"
                                : renewal.afterGrace().name())
                .bind("afterPause", renewal == null ? back : Integer.valueOf(renewal.afterPause()))
                .bind("next", renewal == null ? null : renewal.nextDueFrom().name())
                .bind("fixedDay", renewal == null ? null : written(renewal.fixedDay()))
                .bind("starts", renewal == null ? null : renewal.startsWith())
                .bind("occasions", recurrence == null ? null : recurrence.occasions())
                .bind("courseVersion", newVersion == null ? null : newVersion.version())
                .bind("lastDayOfOld", newVersion == null ? null : newVersion.lastDayOfOld());
    }

    /** {@code 09-01} */
    private static @Nullable String written(@Nullable MonthDay day) {
        return day == null ? null : day.toString().substring(2);
    }
}

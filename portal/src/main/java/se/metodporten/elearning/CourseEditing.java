package se.metodporten.elearning;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Service;
import se.metodporten.audit.Audit;
import se.metodporten.common.Bilingual;
import se.metodporten.common.Database;
import se.metodporten.common.DomainException;
import se.metodporten.common.PlainText;

/** The courses as whoever answers for them sees them: what each is called, its versions, and how attempts spread over them. */
@Service
public class CourseEditing {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_SUMMARY = 1000;
    private static final int LONGEST_CODE = 50;
    private static final int MOST_MINUTES = 1000;

    @Inject
    private Guard guard;

    @Inject
    private Database database;

    @Inject
    private Audit audit;

    /** What a course is called and what it says of itself, as it is typed. @param minutes about so long */
    public record About(String titleSv, String titleEn, String summarySv, String summaryEn, int minutes) {}

    /**
     * @param number of the newest version; null while there is none
     * @param published when the newest was
     * @param waiting whether a package waits for somebody to decide
     */
    public record Listed(
            String code,
            Bilingual title,
            @Nullable Integer number,
            @Nullable Instant published,
            int underWay,
            int completed,
            boolean waiting) {}

    /**
     * @param bundled came with the portal
     * @param uploadId whose report can be read; null for what came with the portal
     */
    public record Version(
            long id,
            int number,
            Instant published,
            boolean bundled,
            String standard,
            long size,
            int underWay,
            int completed,
            @Nullable Long uploadId) {}

    /** All courses, by title. */
    public List<Listed> courses() {
        guard.requireAnywhere(Action.EDIT_COURSES);
        return database.query(handle ->
                handle.createQuery("""
                        select c.code, c.title_sv, c.title_en, v.number, v.published_at, coalesce(t.under_way, 0) under_way,
                               coalesce(t.completed, 0) completed,
                               exists (select 1 from course_upload u where u.course_id = c.id and u.state = 'READY') waiting
                        from course c
                        left join course_version v on v.course_id = c.id and v.number = (
                             select max(n.number) from course_version n
                             where n.course_id = c.id and n.published_at is not null)
                        left join (select n.course_id, sum(a.completed_at is null) under_way, sum(a.completed_at is not null) completed
                                   from attempt a join course_version n on n.id = a.course_version_id
                                   group by n.course_id) t on t.course_id = c.id
                        order by c.title_sv, c.code""").map((row, context) -> listed(row)).list());
    }

    /** The published versions of a course, the newest first. */
    public List<Version> versions(String code) {
        guard.requireAnywhere(Action.EDIT_COURSES);
        return database.query(handle -> handle.createQuery("""
                        select v.id, v.number, v.published_at, v.created_by like 'system:%' bundled, v.scorm_version, v.size,
                               count(a.id) - count(a.completed_at) under_way, count(a.completed_at) completed,
                               (select max(u.id) from course_upload u where u.course_version_id = v.id) upload_id
                        from course_version v join course c on c.id = v.course_id
                        left join attempt a on a.course_version_id = v.id
                        where c.code = :code and v.published_at is not null
                        group by v.id order by v.number desc""")
                .bind("code", code)
                .map((row, context) -> new Version(
                        row.getLong("id"),
                        row.getInt("number"),
                        moment(row, "published_at"),
                        row.getBoolean("bundled"),
                        row.getString("scorm_version"),
                        row.getLong("size"),
                        row.getInt("under_way"),
                        row.getInt("completed"),
                        row.getObject("upload_id", Long.class)))
                .list());
    }

    /** @throws DomainException when there is no such course */
    public About about(String code) {
        guard.requireAnywhere(Action.EDIT_COURSES);
        return database.query(handle -> handle.createQuery(
                                "select title_sv, title_en, summary_sv, summary_en, minutes from course where code = :code")
                        .bind("code", code)
                        .map((row, context) -> new About(
                                row.getString("title_sv"),
                                row.getString("title_en"),
                                row.getString("summary_sv"),
                                row.getString("summary_en"),
                                row.getInt("minutes")))
                        .findOne())
                .orElseThrow(() -> new DomainException("elearning.refused.noSuchCourse"));
    }

    /**
     * Begins a course: nobody sees it, and no role can ask for it, before its first version is published.
     *
     * @return its code
     * @throws DomainException at the field that is wrong
     */
    public String begin(About about) {
        guard.requireAnywhere(Action.EDIT_COURSES);
        About checked = checked(about);
        String code = code(checked.titleSv());
        if (code.isEmpty()) {
            throw DomainException.at("titleSv", "elearning.refused.title");
        }
        database.execute(handle -> {
            int written = handle.createUpdate(
                            "insert ignore into course_ref (code, name_sv, name_en, offered) values (:code, :sv, :en, false)")
                    .bind("code", code)
                    .bind("sv", checked.titleSv())
                    .bind("en", checked.titleEn())
                    .execute();
            if (written == 0) {
                throw DomainException.at("titleSv", "elearning.refused.titleTaken");
            }
            handle.createUpdate("""
                            insert into course (code, title_sv, title_en, summary_sv, summary_en, minutes)
                            values (:code, :titleSv, :titleEn, :summarySv, :summaryEn, :minutes)""").bind("code", code).bindMethods(checked).execute();
        });
        audit.done(guard.reader().actor(), "BEGIN_COURSE", "course:" + code, null, null);
        return code;
    }

    /** @throws DomainException at the field that is wrong */
    public void change(String code, About about) {
        guard.requireAnywhere(Action.EDIT_COURSES);
        about(code);
        About checked = checked(about);
        database.execute(handle -> {
            handle.createUpdate("""
                            update course set title_sv = :titleSv, title_en = :titleEn, summary_sv = :summarySv,
                                   summary_en = :summaryEn, minutes = :minutes, version = version + 1
                            where code = :code""").bind("code", code).bindMethods(checked).execute();
            handle.createUpdate("update course_ref set name_sv = :sv, name_en = :en where code = :code")
                    .bind("code", code)
                    .bind("sv", checked.titleSv())
                    .bind("en", checked.titleEn())
                    .execute();
        });
        audit.done(guard.reader().actor(), "CHANGE_COURSE", "course:" + code, null, null);
    }

    private static About checked(About about) {
        if (about.minutes() < 1 || about.minutes() > MOST_MINUTES) {
            throw DomainException.at("minutes", "elearning.refused.minutes", MOST_MINUTES);
        }
        return new About(
                PlainText.require("titleSv", about.titleSv(), LONGEST_TITLE),
                PlainText.require("titleEn", about.titleEn(), LONGEST_TITLE),
                PlainText.require("summarySv", about.summarySv(), LONGEST_SUMMARY),
                PlainText.require("summaryEn", about.summaryEn(), LONGEST_SUMMARY),
                about.minutes());
    }

    /** Letters and digits of the title, for addresses: {@code basala-hygienrutiner}. */
    private static String code(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return plain.substring(0, Math.min(plain.length(), LONGEST_CODE)).replaceAll("-$", "");
    }

    private static Listed listed(ResultSet row) throws SQLException {
        Integer number = row.getObject("number", Integer.class);
        return new Listed(
                row.getString("code"),
                new Bilingual(row.getString("title_sv"), row.getString("title_en")),
                number,
                number == null ? null : moment(row, "published_at"),
                row.getInt("under_way"),
                row.getInt("completed"),
                row.getBoolean("waiting"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}

package se.metodporten.elearning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.Bilingual;
import se.metodporten.common.Database;
import se.metodporten.common.RecordRows;
import se.metodporten.elearning.CourseUpload.State;

/** The statements of packages on their way in. Asks no guard: the services do. */
@ApplicationScoped
class UploadSql {

    private static final String UPLOAD = """
            select u.id, c.code, c.title_sv, c.title_en, u.course_version_id, u.state, u.file_name, u.size, u.stored, u.report,
                   u.heard_at, u.created_at,
                   if(v.number > 0, v.number,
                      (select coalesce(max(n.number), 0) + 1 from course_version n where n.course_id = c.id and n.number > 0)) number,
                   (select max(s.number) from course_version s
                    where s.course_id = c.id and s.number > 0 and s.sha256 = u.sha256 and s.id <> coalesce(v.id, 0)) same_as
            from course_upload u join course c on c.id = u.course_id
            left join course_version v on v.id = u.course_version_id
            """;

    /** What is to be worked on or away with. */
    record Left(long id, @Nullable Long versionId) {}

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    long begin(String courseCode, String fileName, long size, String sha256, String actor) {
        return database.query(handle -> handle.createUpdate("""
                        insert into course_upload (course_id, state, file_name, size, sha256, heard_at, created_at, created_by)
                        select id, 'CHECKING', :name, :size, :sha256, :now, :now, :actor from course where code = :code""")
                .bind("code", courseCode)
                .bind("name", fileName)
                .bind("size", size)
                .bind("sha256", sha256)
                .bind("now", clock.instant())
                .bind("actor", actor)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
    }

    Optional<CourseUpload> find(long id) {
        return database.query(handle -> handle.createQuery(UPLOAD + "where u.id = :id")
                .bind("id", id)
                .map((row, context) -> upload(row))
                .findOne());
    }

    /** Of a course, those that are under way or wait for somebody to decide; the newest first. */
    List<CourseUpload> open(String courseCode) {
        return database.query(handle -> handle.createQuery(UPLOAD
                        + "where c.code = :code and u.state in ('CHECKING', 'STORING', 'READY') order by u.id desc")
                .bind("code", courseCode)
                .map((row, context) -> upload(row))
                .list());
    }

    void state(long id, State state) {
        database.execute(
                handle -> handle.createUpdate("update course_upload set state = :state, heard_at = :now where id = :id")
                        .bind("state", state.name())
                        .bind("now", clock.instant())
                        .bind("id", id)
                        .execute());
    }

    void report(long id, PackageSummary summary, State state) {
        database.execute(handle -> handle.createUpdate(
                        "update course_upload set report = :report, state = :state, heard_at = :now where id = :id")
                .bind("report", summary.toJson())
                .bind("state", state.name())
                .bind("now", clock.instant())
                .bind("id", id)
                .execute());
    }

    void version(long id, @Nullable Long versionId) {
        database.execute(handle -> handle.createUpdate(
                        "update course_upload set course_version_id = :version, heard_at = :now where id = :id")
                .bind("version", versionId)
                .bind("now", clock.instant())
                .bind("id", id)
                .execute());
    }

    /** @return whether it is still there to be stored */
    boolean stored(long id, int chunks) {
        return database.query(handle -> handle.createUpdate(
                                "update course_upload set stored = :chunks, heard_at = :now where id = :id and state = 'STORING'")
                        .bind("chunks", chunks)
                        .bind("now", clock.instant())
                        .bind("id", id)
                        .execute())
                == 1;
    }

    /** Whose work stopped in the middle, and what nobody has decided about since a moment. */
    List<Left> left(Instant silentSince, Instant undecidedSince) {
        return database.query(handle -> handle.createQuery("""
                        select id, course_version_id version_id from course_upload
                        where (state in ('CHECKING', 'STORING') and heard_at < :silent)
                           or (state = 'READY' and heard_at < :undecided)""")
                .bind("silent", silentSince)
                .bind("undecided", undecidedSince)
                .map(RecordRows.of(Left.class))
                .list());
    }

    private static CourseUpload upload(ResultSet row) throws SQLException {
        String report = row.getString("report");
        return new CourseUpload(
                row.getLong("id"),
                row.getString("code"),
                new Bilingual(row.getString("title_sv"), row.getString("title_en")),
                row.getObject("course_version_id", Long.class),
                row.getInt("number"),
                State.valueOf(row.getString("state")),
                row.getString("file_name"),
                row.getLong("size"),
                row.getInt("stored"),
                report == null ? null : PackageSummary.fromJson(report),
                row.getObject("same_as", Integer.class),
                instant(row, "heard_at"),
                instant(row, "created_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}

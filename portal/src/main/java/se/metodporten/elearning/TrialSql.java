package se.metodporten.elearning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.Database;
import se.metodporten.common.RecordRows;
import se.metodporten.scorm.LessonStatus;
import se.metodporten.scorm.runtime.AttemptState;

/** The statements of trials. */
@ApplicationScoped
class TrialSql implements Delivery.Keeping {

    /** A version that can be tried. */
    record Tried(String scormVersion, boolean published) {}

    @Inject
    private Database database;

    Optional<Tried> version(long versionId) {
        return database.query(handle -> handle.createQuery(
                        "select scorm_version, published_at is not null published from course_version where id = :id and complete")
                .bind("id", versionId)
                .map(RecordRows.of(Tried.class))
                .findOne());
    }

    void begin(
            long versionId,
            long personId,
            @Nullable Long uploadId,
            AttemptState state,
            String ticketHash,
            Instant expires) {
        database.execute(handle -> handle.createUpdate("""
                        insert into course_trial (course_version_id, person_id, upload_id, state, ticket_hash, expires_at)
                        values (:version, :person, :upload, :state, :ticket, :expires)""")
                .bind("version", versionId)
                .bind("person", personId)
                .bind("upload", uploadId)
                .bind("state", state.toJson())
                .bind("ticket", ticketHash)
                .bind("expires", expires)
                .execute());
    }

    boolean takeTicket(String ticketHash, String secretHash, Instant now, Instant expires) {
        return database.query(handle -> handle.createUpdate("""
                        update course_trial set ticket_hash = null, secret_hash = :secret, expires_at = :expires
                        where ticket_hash = :ticket and expires_at > :now""")
                        .bind("secret", secretHash)
                        .bind("expires", expires)
                        .bind("ticket", ticketHash)
                        .bind("now", now)
                        .execute())
                == 1;
    }

    Optional<PlayerRow> player(String secretHash) {
        return database.query(handle -> handle.createQuery("""
                        select t.id launch_id, true latest, false revoked, t.expires_at secret_expires_at, -t.id attempt_id,
                               t.person_id, p.given_name, p.family_name, coalesce(acc.language, 'sv') language,
                               v.id course_version_id, v.number course_version_number, c.code course_code,
                               concat(c.title_sv, ' (prov)') title_sv, concat(c.title_en, ' (trial)') title_en,
                               c.completion_rule
                        from course_trial t join person p on p.id = t.person_id
                        left join account acc on acc.person_id = p.id
                        join course_version v on v.id = t.course_version_id join course c on c.id = v.course_id
                        where t.secret_hash = :hash""")
                .bind("hash", secretHash)
                .map(RecordRows.of(PlayerRow.class))
                .findOne());
    }

    AttemptState lock(PlayerRow player) {
        return AttemptState.fromJson(
                database.query(handle -> handle.createQuery("select state from course_trial where id = :id for update")
                        .bind("id", player.launchId())
                        .mapTo(String.class)
                        .one()));
    }

    @Override
    public void storeState(PlayerRow player, AttemptState state, LessonStatus status) {
        database.execute(handle -> handle.createUpdate("update course_trial set state = :state where id = :id")
                .bind("state", state.toJson())
                .bind("id", player.launchId())
                .execute());
    }

    @Override
    public String mark() {
        return Trials.MARK;
    }

    @Override
    public void newToken(PlayerRow player, String tokenHash) {
        database.execute(
                handle -> handle.createUpdate("update course_trial set path_token_hash = :token where id = :id")
                        .bind("token", tokenHash)
                        .bind("id", player.launchId())
                        .execute());
    }

    /** The report of the package that is tried, or the versions of the course. */
    @Override
    public String returnPath(PlayerRow player) {
        Optional<Long> upload = database.query(handle -> handle.createQuery(
                        "select upload_id from course_trial where id = :id and upload_id is not null")
                .bind("id", player.launchId())
                .mapTo(Long.class)
                .findOne());
        return upload.map(id -> "/elearning/package.xhtml?id=" + id)
                .orElse("/elearning/versions.xhtml?code=" + player.courseCode());
    }

    Optional<Long> versionOfToken(String tokenHash, Instant now) {
        return database.query(handle -> handle.createQuery(
                        "select course_version_id from course_trial where path_token_hash = :hash and expires_at > :now")
                .bind("hash", tokenHash)
                .bind("now", now)
                .mapTo(Long.class)
                .findOne());
    }

    void end(PlayerRow player) {
        database.execute(handle -> handle.createUpdate("delete from course_trial where id = :id")
                .bind("id", player.launchId())
                .execute());
    }

    /** Those that nobody ended. */
    void sweep(Instant now) {
        database.execute(handle -> handle.createUpdate("delete from course_trial where expires_at < :now")
                .bind("now", now)
                .execute());
    }
}

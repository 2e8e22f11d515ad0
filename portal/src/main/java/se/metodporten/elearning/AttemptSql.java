package se.metodporten.elearning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.Database;
import se.metodporten.common.RecordRows;
import se.metodporten.scorm.LessonStatus;
import se.metodporten.scorm.runtime.AttemptResult;
import se.metodporten.scorm.runtime.AttemptState;

/** The statements of attempts and launches. A commit is three: who, the locked state, the new state. */
@ApplicationScoped
class AttemptSql {

    private static final int LONGEST_LOCATION = 250;

    /** An attempt's state under its lock. */
    record Locked(String state, @Nullable Instant completedAt) {}

    /** A course version that can be launched. */
    record Launchable(
            long courseVersionId,
            String scormVersion,
            @Nullable Long attemptId) {}

    private static final String PLAYER = """
            select l.id launch_id, l.revoked, l.secret_expires_at, a.id attempt_id, a.person_id, p.given_name,
                   p.family_name, coalesce(acc.language, 'sv') language, v.id course_version_id,
                   v.number course_version_number, c.code course_code, c.title_sv, c.title_en, c.completion_rule,
                   not exists (select 1 from player_launch n where n.attempt_id = a.id and n.id > l.id
                                              and n.secret_hash is not null) latest
            from player_launch l
            join attempt a on a.id = l.attempt_id
            join person p on p.id = a.person_id
            left join account acc on acc.person_id = p.id
            join course_version v on v.id = a.course_version_id
            join course c on c.id = v.course_id
            where l.secret_hash = :hash""";

    @Inject
    private Database database;

    /** The attempt to go on with: of the last on each version, one that is under way, else that on the newest version. */
    Optional<Launchable> launchable(long personId, String courseCode) {
        return database.query(handle -> handle.createQuery("""
                        select v.id course_version_id, v.scorm_version, a.id attempt_id
                        from course c
                        join course_version v on v.course_id = c.id and v.published_at is not null
                        left join attempt a on a.course_version_id = v.id and a.person_id = :person
                          and a.number = (select max(n.number) from attempt n
                                          where n.course_version_id = v.id and n.person_id = :person)
                        where c.code = :code
                        order by (a.id is not null and a.completed_at is null) desc, v.number desc limit 1""")
                .bind("person", personId)
                .bind("code", courseCode)
                .map(RecordRows.of(Launchable.class))
                .findOne());
    }

    long begin(long personId, long courseVersionId, AttemptState state, Instant now) {
        return database.query(handle -> {
            handle.createUpdate("""
                            insert ignore into attempt (person_id, course_version_id, number, state, status, started_at)
                            values (:person, :version, 1, :state, :status, :now)""")
                    .bind("person", personId)
                    .bind("version", courseVersionId)
                    .bind("state", state.toJson())
                    .bind("status", LessonStatus.NOT_ATTEMPTED)
                    .bind("now", now)
                    .execute();
            return handle.createQuery(
                            "select id from attempt where person_id = :person and course_version_id = :version and number = 1")
                    .bind("person", personId)
                    .bind("version", courseVersionId)
                    .mapTo(Long.class)
                    .one();
        });
    }

    void ticket(long attemptId, String ticketHash, Instant expires) {
        database.execute(handle -> handle.createUpdate("""
                        insert into player_launch (attempt_id, ticket_hash, ticket_expires_at)
                        values (:attempt, :hash, :expires)""")
                .bind("attempt", attemptId)
                .bind("hash", ticketHash)
                .bind("expires", expires)
                .execute());
    }

    /** Takes a ticket, once: it is gone for whoever comes second, and when it is too old. */
    boolean takeTicket(String ticketHash, String secretHash, Instant now, Instant secretExpires) {
        return database.query(handle -> handle.createUpdate("""
                        update player_launch set ticket_hash = null, secret_hash = :secret,
                               secret_expires_at = :secretExpires
                        where ticket_hash = :ticket and ticket_expires_at > :now""")
                        .bind("secret", secretHash)
                        .bind("secretExpires", secretExpires)
                        .bind("ticket", ticketHash)
                        .bind("now", now)
                        .execute())
                == 1;
    }

    Optional<PlayerRow> player(String secretHash) {
        return database.query(handle -> handle.createQuery(PLAYER)
                .bind("hash", secretHash)
                .map(RecordRows.of(PlayerRow.class))
                .findOne());
    }

    Locked lock(long attemptId) {
        return database.query(
                handle -> handle.createQuery("select state, completed_at from attempt where id = :id for update")
                        .bind("id", attemptId)
                        .map(RecordRows.of(Locked.class))
                        .one());
    }

    void store(long attemptId, AttemptState state, AttemptResult result, @Nullable Instant completedAt, Instant now) {
        @Nullable BigDecimal score = result.score().orElse(null);
        database.execute(handle -> handle.createUpdate("""
                        update attempt set state = :state, status = :status, score = :score, location = :location,
                               total_seconds = :seconds,
                               completed_at = :completed, last_commit_at = :now, version = version + 1
                        where id = :id""")
                .bind("state", state.toJson())
                .bind("status", result.status())
                .bind("score", score)
                .bind("location", Cut.to(LONGEST_LOCATION, state.location()))
                .bind("seconds", result.totalTime().toSeconds())
                .bind("completed", completedAt)
                .bind("now", now)
                .bind("id", attemptId)
                .execute());
    }

    /** The state after a session was opened: nothing that content said has changed. */
    void storeState(long attemptId, AttemptState state, LessonStatus status) {
        database.execute(handle -> handle.createUpdate(
                        "update attempt set state = :state, status = :status, version = version + 1 where id = :id")
                .bind("state", state.toJson())
                .bind("status", status)
                .bind("id", attemptId)
                .execute());
    }

    void newToken(long launchId, String tokenHash) {
        database.execute(
                handle -> handle.createUpdate("update player_launch set path_token_hash = :token where id = :id")
                        .bind("token", tokenHash)
                        .bind("id", launchId)
                        .execute());
    }

    void prolong(long launchId, Instant expires) {
        database.execute(
                handle -> handle.createUpdate("update player_launch set secret_expires_at = :expires where id = :id")
                        .bind("expires", expires)
                        .bind("id", launchId)
                        .execute());
    }

    void revoke(long launchId) {
        database.execute(handle -> handle.createUpdate(
                        "update player_launch set revoked = true, path_token_hash = null where id = :id")
                .bind("id", launchId)
                .execute());
    }

    /** The version whose files a token reads, while its launch lives. */
    Optional<Long> versionOfToken(String tokenHash, Instant now) {
        return database.query(handle -> handle.createQuery("""
                        select a.course_version_id from player_launch l join attempt a on a.id = l.attempt_id
                        where l.path_token_hash = :hash and not l.revoked and l.secret_expires_at > :now""")
                .bind("hash", tokenHash)
                .bind("now", now)
                .mapTo(Long.class)
                .findOne());
    }
}

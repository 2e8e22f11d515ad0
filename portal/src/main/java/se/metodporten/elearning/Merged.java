package se.metodporten.elearning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Handle;
import se.metodporten.common.Database;
import se.metodporten.person.PersonsMerged;

/**
 * Attempts follow a person whose row turned out to be another's. Where both have tried the same version of a course, all
 * attempts are kept and numbered again, the one that came furthest last: that is the one that goes on.
 */
@ApplicationScoped
class Merged {

    /** Above all numbers in use, so that no two meet while they are given anew. */
    private static final int ASIDE = 1_000_000;

    @Inject
    private Database database;

    void follow(@Observes PersonsMerged merged) {
        database.execute(handle -> {
            handle.createUpdate("""
                            update attempt mine
                            join attempt theirs on theirs.course_version_id = mine.course_version_id
                            set mine.number = mine.number + 2 * :aside
                            where mine.person_id = :from and theirs.person_id = :into""")
                    .bind("aside", ASIDE)
                    .bind("from", merged.from())
                    .bind("into", merged.into())
                    .execute();
            handle.createUpdate("update attempt set person_id = :into, version = version + 1 where person_id = :from")
                    .bind("from", merged.from())
                    .bind("into", merged.into())
                    .execute();
            numberAgain(handle, merged.into());
        });
    }

    /** Those of the one who stays out of the way too, then all in order: completed after those under way, each by when it was last heard of. */
    private static void numberAgain(Handle handle, long person) {
        handle.createUpdate("""
                        update attempt a
                        join (select distinct course_version_id from attempt
                              where person_id = :person and number > 2 * :aside) mixed
                          on mixed.course_version_id = a.course_version_id
                        set a.number = a.number + :aside
                        where a.person_id = :person and a.number < :aside""").bind("aside", ASIDE).bind("person", person).execute();
        handle.createUpdate("""
                        update attempt a
                        join (select id, row_number() over (
                                partition by course_version_id
                                order by completed_at is not null, coalesce(last_commit_at, started_at), id) place
                              from attempt where person_id = :person and number > :aside) ordered on ordered.id = a.id
                        set a.number = ordered.place""").bind("aside", ASIDE).bind("person", person).execute();
    }
}

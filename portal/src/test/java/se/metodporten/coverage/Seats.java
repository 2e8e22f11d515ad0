package se.metodporten.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import se.metodporten.common.Database;

/** Planned county trainings and who has a seat in them, for tests of coverage ahead. */
@ApplicationScoped
public class Seats {

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    /** One session a day. */
    public long training(String kind, List<LocalDate> days) {
        return database.query(handle -> {
            long training = handle.createUpdate("""
                            insert into training (kind, place_id, title, seats, created_at)
                            select :kind, min(id), 'Tillfälle', 20, :now from place where kind = 'COUNTY'""")
                    .bind("kind", kind)
                    .bind("now", clock.instant())
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(long.class)
                    .one();
            for (int part = 1; part <= days.size(); part++) {
                handle.execute(
                        "insert into training_session (training_id, part, day, starts, ends) values (?, ?, ?, '09:00', '12:00')",
                        training,
                        part,
                        days.get(part - 1));
            }
            return training;
        });
    }

    public void signedUp(long training, long person, String state) {
        database.execute(handle -> handle.createUpdate("""
                        insert into sign_up (training_id, person_id, state, signed_up_at)
                        values (:training, :person, :state, :now)""")
                .bind("training", training)
                .bind("person", person)
                .bind("state", state)
                .bind("now", clock.instant())
                .execute());
    }

    public void cancel(long training) {
        database.execute(handle -> handle.createUpdate("update training set cancelled_at = :now where id = :id")
                .bind("now", clock.instant())
                .bind("id", training)
                .execute());
    }

    public void markAbsent(long training, long person) {
        database.execute(handle -> handle.createUpdate("""
                        insert into attendance (session_id, person_id, present, marked_at)
                        select id, :person, false, :now from training_session where training_id = :training""")
                .bind("training", training)
                .bind("person", person)
                .bind("now", clock.instant())
                .execute());
    }
}

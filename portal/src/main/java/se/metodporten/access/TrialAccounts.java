package se.metodporten.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.jdbi.v3.core.statement.PreparedBatch;
import se.metodporten.common.Database;

/** Accounts of a trial county, which can sign in at once with a password that everybody is told. Only for a job. */
@ApplicationScoped
public class TrialAccounts {

    @Inject
    private Database database;

    @Inject
    private Guard guard;

    @Inject
    private Clock clock;

    /**
     * @param usernames e-mail addresses in lower case, by person's id
     * @throws IllegalStateException when called by anyone but a job
     */
    public void open(Map<Long, String> usernames, String password) {
        if (!guard.reader().system()) {
            throw new IllegalStateException("only a job opens trial accounts");
        }
        String hash = Passwords.hash(password);
        database.execute(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    insert into account (person_id, username, password_hash, created_at)
                    values (:person, :username, :hash, :now)""");
            usernames.forEach((person, username) -> batch.bind("person", person)
                    .bind("username", username)
                    .bind("hash", hash)
                    .bind("now", clock.instant())
                    .add());
            batch.execute();
        });
    }
}

package se.metodporten.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Guard;
import se.metodporten.common.Database;
import se.metodporten.common.RecordRows;
import se.metodporten.fact.Facts;
import se.metodporten.person.PersonsMerged;

/**
 * Sign-ups and attendance follow a person whose row turned out to be another's. Where both were signed up for one
 * training, the person keeps a seat if either had one, and a seat too many goes to the first who waits. Where both were
 * marked at one session, the person was there if either was, and of two facts that say so the later is withdrawn, so
 * that correcting the mark corrects all. What loses stays as a row of the id that is no longer used.
 */
@ApplicationScoped
class Merged {

    private record Both(long trainingId, SignUpState leaving, SignUpState staying) {}

    private record Marks(
            long sessionId,
            boolean leavingPresent,
            @Nullable Long leavingFact,
            boolean stayingPresent,
            @Nullable Long stayingFact) {}

    @Inject
    private Database database;

    @Inject
    private Seats seats;

    @Inject
    private TrainingSql sql;

    @Inject
    private Facts facts;

    @Inject
    private Guard guard;

    @Inject
    private Clock clock;

    void follow(@Observes PersonsMerged merged) {
        Map<String, Long> ids = Map.of("from", merged.from(), "into", merged.into());
        both(ids).forEach(training -> resolve(training, merged));
        marks(ids).forEach(session -> resolve(session, merged));
        database.execute(handle -> {
            for (String table : List.of("sign_up", "attendance", "training_leader")) {
                // What the other has in the same place is settled above; such a row stays where it is.
                handle.createUpdate("update ignore " + table + " set person_id = :into where person_id = :from")
                        .bindMap(ids)
                        .execute();
            }
        });
    }

    private List<Both> both(Map<String, Long> ids) {
        return database.query(handle -> handle.createQuery("""
                        select l.training_id, l.state leaving, s.state staying
                        from sign_up l join sign_up s on s.training_id = l.training_id
                        where l.person_id = :from and s.person_id = :into order by l.training_id""")
                .bindMap(ids)
                .map(RecordRows.of(Both.class))
                .list());
    }

    private void resolve(Both training, PersonsMerged merged) {
        if (training.leaving == SignUpState.CANCELLED) {
            return;
        }
        boolean better = training.staying == SignUpState.CANCELLED
                || (training.staying == SignUpState.WAITING && training.leaving == SignUpState.SIGNED_UP);
        boolean freed = !better && training.leaving == SignUpState.SIGNED_UP;
        sql.changeSignUp(training.trainingId, merged.from(), SignUpState.CANCELLED);
        if (better) {
            sql.changeSignUp(training.trainingId, merged.into(), training.leaving);
        }
        if (freed) {
            seats.giveFreed(training.trainingId);
        }
    }

    private List<Marks> marks(Map<String, Long> ids) {
        return database.query(handle -> handle.createQuery("""
                        select l.session_id, l.present leaving_present, l.fact_id leaving_fact,
                               s.present staying_present, s.fact_id staying_fact
                        from attendance l join attendance s on s.session_id = l.session_id
                        where l.person_id = :from and s.person_id = :into order by l.session_id""")
                .bindMap(ids)
                .map(RecordRows.of(Marks.class))
                .list());
    }

    private void resolve(Marks session, PersonsMerged merged) {
        if (!session.leavingPresent) {
            return;
        }
        Long leavingFact = session.leavingFact;
        if (session.stayingPresent && leavingFact != null) {
            facts.withdraw(leavingFact, "the same attendance, marked of both rows of one person");
        }
        Long by = guard.reader().personId();
        sql.mark(session.sessionId, merged.from(), false, null, clock.instant(), by);
        if (!session.stayingPresent) {
            sql.mark(session.sessionId, merged.into(), true, leavingFact, clock.instant(), by);
        }
    }
}

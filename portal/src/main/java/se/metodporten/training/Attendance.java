package se.metodporten.training;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Guard;
import se.metodporten.access.Service;
import se.metodporten.audit.Audit;
import se.metodporten.common.CountyTime;
import se.metodporten.common.DomainException;
import se.metodporten.fact.Facts;
import se.metodporten.fact.NewFact;

/**
 * Attendance by session. Each session attended is a fact about the person; marking someone absent after all withdraws
 * it. Standing follows in the same transaction.
 */
@Service
public class Attendance {

    @Inject
    private Trainings trainings;

    @Inject
    private TrainingSql sql;

    @Inject
    private Facts facts;

    @Inject
    private Guard guard;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** Someone on the attendance list of a session; the name is null where identity is protected. */
    public record Line(
            long personId, @Nullable String name, @Nullable String unitName, boolean present, boolean marked) {}

    /** The list of a session: everyone with a seat, by name. */
    public List<Line> of(long trainingId, long sessionId) {
        trainings.runnable(trainingId);
        session(trainingId, sessionId);
        return sql.attendance(trainingId, sessionId);
    }

    /**
     * Marks who was there. People not named keep what was marked before; the same mark again changes nothing.
     *
     * @param present by person's id; only people with a seat
     * @throws DomainException before the day of the session, or for a training that was called off
     */
    public void mark(long trainingId, long sessionId, Map<Long, Boolean> present) {
        TrainingView.Head head = trainings.runnable(trainingId);
        TrainingView.SessionView session = session(trainingId, sessionId);
        if (head.cancelled()) {
            throw new DomainException("training.refused.calledOff");
        }
        if (session.day().isAfter(CountyTime.today(clock))) {
            throw new DomainException("training.refused.notYet", session.day());
        }
        Map<Long, Boolean> inOrder = new TreeMap<>(present);
        if (!sql.seated(trainingId).containsAll(inOrder.keySet())) {
            throw guard.refusal("ATTENDANCE", "training:" + trainingId);
        }
        inOrder.keySet().forEach(facts::lockPerson);
        Map<Long, TrainingSql.Mark> before = sql.marks(sessionId);
        attended(head, session, inOrder, before);
        audit.done(guard.reader().actor(), "ATTENDANCE", "session:" + sessionId, head.placeId(), null);
    }

    private void attended(
            TrainingView.Head head,
            TrainingView.SessionView session,
            Map<Long, Boolean> present,
            Map<Long, TrainingSql.Mark> before) {
        List<Long> came = new ArrayList<>();
        List<NewFact> appended = new ArrayList<>();
        present.forEach((person, isPresent) -> {
            TrainingSql.Mark mark = before.get(person);
            boolean wasPresent = mark != null && mark.present();
            if (isPresent && !wasPresent) {
                came.add(person);
                appended.add(NewFact.sessionAttended(person, head.kind(), session.part(), head.id(), session.day()));
            } else if (!isPresent && (mark == null || wasPresent)) {
                if (mark != null && mark.factId() != null) {
                    facts.withdraw(mark.factId(), "attendance corrected");
                }
                sql.mark(
                        session.id(),
                        person,
                        false,
                        null,
                        clock.instant(),
                        guard.reader().personId());
            }
        });
        if (!appended.isEmpty()) {
            List<Long> ids = facts.append(appended);
            for (int i = 0; i < came.size(); i++) {
                sql.mark(
                        session.id(),
                        came.get(i),
                        true,
                        ids.get(i),
                        clock.instant(),
                        guard.reader().personId());
            }
        }
    }

    private TrainingView.SessionView session(long trainingId, long sessionId) {
        return sql.sessions(trainingId).stream()
                .filter(session -> session.id() == sessionId)
                .findFirst()
                .orElseThrow(() -> guard.refusal("SESSION", "session:" + sessionId));
    }
}

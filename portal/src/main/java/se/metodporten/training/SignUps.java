package se.metodporten.training;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import se.metodporten.access.Guard;
import se.metodporten.access.Scope;
import se.metodporten.access.Service;
import se.metodporten.common.CountyTime;
import se.metodporten.common.DomainException;

/** Who comes to a training: signed up by a leader or by themselves, with a wait-list when the seats are taken. */
@Service
public class SignUps {

    static final int MOST_CANDIDATES = 50;

    @Inject
    private Trainings trainings;

    @Inject
    private TrainingSql sql;

    @Inject
    private Seats seats;

    @Inject
    private TrainingMail mail;

    @Inject
    private Guard guard;

    @Inject
    private Clock clock;

    /** How many got a seat and how many wait. */
    public record Outcome(int seated, int waiting) {}

    /**
     * People whom the reader may sign up for the training and who are not yet: those who need its kind first.
     *
     * @param search part of a name; empty for all
     */
    public List<Candidate> candidates(long trainingId, String search) {
        TrainingView.Head head = trainings.runnable(trainingId);
        return sql.candidates(head, scopeOf(head), search.strip(), CountyTime.today(clock), MOST_CANDIDATES);
    }

    /**
     * Signs people up, in the order given; those for whom there is no seat wait. Who is signed up already stays so.
     *
     * @throws DomainException when somebody is not among those whom the reader may sign up; then nobody is
     */
    public Outcome signUp(long trainingId, List<Long> persons) {
        TrainingView.Head head = trainings.runnable(trainingId);
        if (persons.isEmpty()) {
            throw DomainException.at("people", "training.refused.nobody");
        }
        List<Long> distinct = List.copyOf(new LinkedHashSet<>(persons));
        if (sql.reachable(scopeOf(head), distinct, CountyTime.today(clock)) != distinct.size()) {
            throw guard.refusal("SIGN_UP", "training:" + trainingId);
        }
        return seat(head, distinct);
    }

    /** Signs the reader up. */
    public Outcome signMeUp(long trainingId) {
        long reader = guard.requireSignedIn();
        return seat(trainings.read(trainingId).head(), List.of(reader));
    }

    /** Takes the reader off; the first who waits gets the seat. */
    public void cancelMine(long trainingId) {
        long reader = guard.requireSignedIn();
        cancel(trainings.read(trainingId).head(), reader);
    }

    /**
     * Takes someone off; the first who waits gets the seat.
     *
     * @throws DomainException when they are marked as present: the mark must be corrected first
     */
    public void cancel(long trainingId, long personId) {
        cancel(trainings.runnable(trainingId), personId);
    }

    private Outcome seat(TrainingView.Head head, List<Long> persons) {
        TrainingSql.Seats room = lockOpen(head);
        List<TrainingView.SessionView> sessions = sql.sessions(head.id());
        Instant now = clock.instant();
        int seated = 0;
        int waiting = 0;
        for (long person : persons) {
            Optional<SignUpState> before = sql.signUpOf(head.id(), person);
            if (before.isPresent() && before.get() != SignUpState.CANCELLED) {
                continue;
            }
            boolean seat = room.taken() + seated < room.seats();
            SignUpState state = seat ? SignUpState.SIGNED_UP : SignUpState.WAITING;
            sql.signUp(head.id(), person, state, now, guard.reader().personId());
            mail.signedUp(head, sessions, person, state);
            seated += seat ? 1 : 0;
            waiting += seat ? 0 : 1;
        }
        return new Outcome(seated, waiting);
    }

    private void cancel(TrainingView.Head head, long personId) {
        lockOpen(head);
        Optional<SignUpState> before = sql.signUpOf(head.id(), personId);
        if (before.isEmpty() || before.get() == SignUpState.CANCELLED) {
            return;
        }
        if (sql.hasAttended(head.id(), personId)) {
            throw new DomainException("training.refused.attended");
        }
        sql.changeSignUp(head.id(), personId, SignUpState.CANCELLED);
        List<TrainingView.SessionView> sessions = sql.sessions(head.id());
        mail.takenOff(head, sessions, personId);
        if (before.get() == SignUpState.SIGNED_UP) {
            seats.giveToFirstWaiting(head, sessions);
        }
    }

    /** Locks the training, so that two never get the last seat. */
    private TrainingSql.Seats lockOpen(TrainingView.Head head) {
        TrainingSql.Seats room = sql.lockSeats(head.id());
        if (room.cancelled()) {
            throw new DomainException("training.refused.calledOff");
        }
        if (room.lastDay().isBefore(CountyTime.today(clock))) {
            throw new DomainException("training.refused.over");
        }
        return room;
    }

    /** Whom a leader may sign up: for a unit's training the staff of units the reader leads in, for the county's anyone. */
    private Scope scopeOf(TrainingView.Head head) {
        return guard.scope(Trainings.actionFor(head));
    }
}

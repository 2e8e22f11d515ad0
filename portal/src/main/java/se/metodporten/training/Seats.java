package se.metodporten.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import se.metodporten.common.CountyTime;

/** What becomes of a seat that somebody leaves: the first who waits gets it, and is told. Asks no guard. */
@ApplicationScoped
class Seats {

    @Inject
    private TrainingSql sql;

    @Inject
    private TrainingMail mail;

    @Inject
    private Clock clock;

    void giveToFirstWaiting(TrainingView.Head head, List<TrainingView.SessionView> sessions) {
        sql.firstWaiting(head.id()).ifPresent(next -> {
            sql.changeSignUp(head.id(), next, SignUpState.SIGNED_UP);
            mail.signedUp(head, sessions, next, SignUpState.SIGNED_UP);
        });
    }

    /** The same, where the training is not known to be one that goes on: locks it and looks. */
    void giveFreed(long trainingId) {
        TrainingSql.Seats room = sql.lockSeats(trainingId);
        boolean over = room.cancelled() || room.lastDay().isBefore(CountyTime.today(clock));
        if (!over && room.taken() < room.seats()) {
            sql.head(trainingId).ifPresent(head -> giveToFirstWaiting(head, sql.sessions(trainingId)));
        }
    }
}

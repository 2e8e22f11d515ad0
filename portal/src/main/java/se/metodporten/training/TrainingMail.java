package se.metodporten.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.metodporten.common.PublicAddress;
import se.metodporten.common.Words;
import se.metodporten.notification.Outbox;

/** Tells people that they have a seat, wait, are taken off, or that a training is called off; with when and where. */
@ApplicationScoped
class TrainingMail {

    @Inject
    private Outbox outbox;

    @Inject
    private PublicAddress address;

    void signedUp(TrainingView.Head head, List<TrainingView.SessionView> sessions, long personId, SignUpState state) {
        post(personId, state == SignUpState.WAITING ? "waiting" : "seated", head, sessions);
    }

    void takenOff(TrainingView.Head head, List<TrainingView.SessionView> sessions, long personId) {
        post(personId, "takenOff", head, sessions);
    }

    void calledOff(TrainingView.Head head, List<TrainingView.SessionView> sessions, List<Long> persons) {
        persons.forEach(person -> post(person, "calledOff", head, sessions));
    }

    private void post(long personId, String kind, TrainingView.Head head, List<TrainingView.SessionView> sessions) {
        Object[] words = {
            head.title(), when(sessions), where(head), address.link("/training/training.xhtml?id=" + head.id())
        };
        outbox.post(
                personId,
                Words.in(Words.SWEDISH, "training.mail." + kind + ".subject", words),
                Words.in(Words.SWEDISH, "training.mail." + kind + ".body", words));
    }

    private static String when(List<TrainingView.SessionView> sessions) {
        return sessions.stream()
                .map(session -> session.day() + " kl. " + session.starts() + "–" + session.ends())
                .collect(Collectors.joining("\n"));
    }

    private static String where(TrainingView.Head head) {
        return Stream.of(head.venue(), head.link()).filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }
}

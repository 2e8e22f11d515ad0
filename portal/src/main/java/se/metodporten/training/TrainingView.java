package se.metodporten.training;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A training as its page shows it.
 *
 * @param mayRun whether the reader signs people up and marks attendance
 * @param mySignUp the reader's own; null when not signed up
 * @param people those signed up and waiting, by name; empty unless {@code mayRun}
 */
public record TrainingView(
        Head head,
        List<SessionView> sessions,
        boolean mayRun,
        @Nullable SignUpState mySignUp,
        List<Participant> people) {

    /** What is the same for every reader. */
    public record Head(
            long id,
            String kind,
            String kindSv,
            String kindEn,
            boolean byCounty,
            boolean bySupervisors,
            long placeId,
            String placeName,
            String title,
            @Nullable String venue,
            @Nullable String link,
            int seats,
            int taken,
            boolean cancelled) {}

    /** @param attended how many have been marked as present; null before anyone was marked */
    public record SessionView(
            long id,
            int part,
            LocalDate day,
            LocalTime starts,
            LocalTime ends,
            @Nullable Integer attended) {}

    /** Someone who is signed up or waits; the name is null where identity is protected. */
    public record Participant(
            long personId, @Nullable String name, @Nullable String unitName, SignUpState state) {}

    public boolean full() {
        return head.taken >= head.seats;
    }

    public LocalDate lastDay() {
        return sessions.get(sessions.size() - 1).day();
    }
}

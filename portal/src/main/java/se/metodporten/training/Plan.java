package se.metodporten.training;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import se.metodporten.common.CountyTime;
import se.metodporten.common.DomainException;
import se.metodporten.common.PlainText;
import se.metodporten.role.TrainingKind;

/**
 * A training as someone wants to schedule it.
 *
 * @param placeId the unit; for a county training the county
 * @param venue where people meet; blank when only by link
 * @param link https address of a digital meeting; blank when only in a room
 */
public record Plan(
        String kind, long placeId, String title, String venue, String link, int seats, List<SessionTime> sessions) {

    static final int MOST_SEATS = 500;
    private static final int YEARS_AHEAD = 5;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_VENUE = 200;
    private static final int LONGEST_LINK = 500;

    public Plan {
        title = title.strip();
        venue = venue.strip();
        link = link.strip();
        sessions = List.copyOf(sessions);
    }

    Plan at(long place) {
        return new Plan(kind, place, title, venue, link, seats, sessions);
    }

    /** @throws DomainException at the first field that is wrong; the fields of session n are {@code day<n>} and so on */
    void check(TrainingKind kind, LocalDate today) {
        if (seats < 1 || seats > MOST_SEATS) {
            throw DomainException.at("seats", "training.refused.seats", MOST_SEATS);
        }
        if (!title.isEmpty()) {
            PlainText.require("title", title, LONGEST_TITLE);
        }
        if (venue.isEmpty() && link.isEmpty()) {
            throw DomainException.at("venue", "training.refused.nowhere");
        }
        if (!venue.isEmpty()) {
            PlainText.require("venue", venue, LONGEST_VENUE);
        }
        checkLink();
        checkSessions(kind, today);
    }

    private void checkLink() {
        if (link.isEmpty()) {
            return;
        }
        try {
            URI address = new URI(link);
            boolean known = "https".equals(address.getScheme())
                    && address.getHost() != null
                    && address.getUserInfo() == null
                    && link.length() <= LONGEST_LINK;
            if (!known) {
                throw DomainException.at("link", "training.refused.link");
            }
        } catch (URISyntaxException typed) {
            throw DomainException.at("link", "training.refused.link");
        }
    }

    private void checkSessions(TrainingKind kind, LocalDate today) {
        if (sessions.size() != kind.sessions()) {
            throw DomainException.at("kind", "training.refused.sessions", kind.sessions());
        }
        Duration length = Duration.ZERO;
        for (int i = 0; i < sessions.size(); i++) {
            SessionTime session = sessions.get(i);
            String number = String.valueOf(i + 1);
            if (session.day().isBefore(CountyTime.FIRST_DAY) || session.day().isAfter(today.plusYears(YEARS_AHEAD))) {
                throw DomainException.at("day" + number, "training.refused.day", today.plusYears(YEARS_AHEAD));
            }
            if (!session.starts().isBefore(session.ends())) {
                throw DomainException.at("ends" + number, "training.refused.ends");
            }
            if (i > 0 && !session.startsAfter(sessions.get(i - 1))) {
                throw DomainException.at("day" + number, "training.refused.order");
            }
            length = length.plus(session.length());
        }
        Duration minimum = Duration.ofMinutes(kind.minimumMinutes());
        if (length.compareTo(minimum) < 0) {
            throw DomainException.at(
                    "ends" + sessions.size(), "training.refused.tooShort", minimum.toHours(), minimum.toMinutesPart());
        }
    }
}

package se.metodporten.reminder.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reminders leave on weekdays only. One that is wanted on a weekend leaves on the Friday before when it says what is to be
 * done by a day, since then it must not be late, and on the Monday after when it says what has happened.
 */
public final class SendingDays {

    /** Days of which a run makes good what an earlier one left undone: a week without the portal loses nothing. */
    public static final int CATCHES_UP = 7;

    private static final int WEEK = 7;

    /** Days on which reminders are wanted, both inclusive. */
    public record Span(LocalDate from, LocalDate through) {}

    private SendingDays() {}

    public static boolean isSendingDay(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
    }

    /**
     * The days for which a reminder leaves on that weekday: its own, and those of the weekdays that were missed before it.
     *
     * @param lastDone the weekday up to which everything has left; null when nothing ever has, and nothing is made good
     */
    public static Span wantedFor(LocalDate sendingDay, @Nullable LocalDate lastDone, boolean beforehand) {
        Span own = wantedOnlyFor(sendingDay, beforehand);
        if (lastDone == null || !lastDone.isBefore(sendingDay)) {
            return own;
        }
        LocalDate missed = wantedOnlyFor(lastDone, beforehand).through().plusDays(1);
        LocalDate earliest = own.from().minusDays(CATCHES_UP);
        LocalDate from = missed.isBefore(earliest) ? earliest : missed;
        return new Span(from.isBefore(own.from()) ? from : own.from(), own.through());
    }

    /** The days for which a reminder leaves on that weekday and no other. */
    public static Span wantedOnlyFor(LocalDate sendingDay, boolean beforehand) {
        if (!isSendingDay(sendingDay)) {
            throw new IllegalArgumentException(sendingDay + " is in a weekend");
        }
        int weekend = 2;
        boolean friday = sendingDay.getDayOfWeek() == DayOfWeek.FRIDAY;
        boolean monday = sendingDay.getDayOfWeek() == DayOfWeek.MONDAY;
        return new Span(
                !beforehand && monday ? sendingDay.minusDays(weekend) : sendingDay,
                beforehand && friday ? sendingDay.plusDays(weekend) : sendingDay);
    }

    public static LocalDate weekdayBefore(LocalDate day) {
        LocalDate before = day.minusDays(1);
        while (!isSendingDay(before)) {
            before = before.minusDays(1);
        }
        return before;
    }

    public static LocalDate weekdayAfter(LocalDate day) {
        LocalDate after = day.plusDays(1);
        while (!isSendingDay(after)) {
            after = after.plusDays(1);
        }
        return after;
    }

    /** The five weekdays of the week that the day lies in; in a weekend those of the week to come. */
    public static List<LocalDate> weekOf(LocalDate day) {
        LocalDate monday = isSendingDay(day)
                ? day.with(DayOfWeek.MONDAY)
                : day.plusDays(WEEK).with(DayOfWeek.MONDAY);
        return Stream.iterate(monday, next -> next.plusDays(1)).limit(5).toList();
    }
}

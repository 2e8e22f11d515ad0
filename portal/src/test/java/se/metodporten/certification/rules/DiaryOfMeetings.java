package se.metodporten.certification.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pages of the {@link Diary} about meetings: each one that was attended is kept until it is too old to count. */
final class DiaryOfMeetings {

    private final Histories.Settings settings;
    private final List<Fact> facts;
    private final List<Kept> kept = new ArrayList<>();
    private boolean wasInBreak;
    private boolean everEnough;

    private static final class Kept {
        private final LocalDate due;
        private LocalDate counts;
        private boolean helped;

        Kept(LocalDate due, LocalDate counts) {
            this.due = due;
            this.counts = counts;
        }
    }

    DiaryOfMeetings(Histories.Settings settings, List<Fact> facts) {
        this.settings = settings;
        this.facts = facts;
    }

    /** @param lastDayOfBreak of the last break that is over */
    void live(LocalDate today, boolean inBreak, @Nullable LocalDate lastDayOfBreak) {
        if (inBreak && !wasInBreak) {
            kept.forEach(one -> one.helped = !today.isAfter(one.counts));
        }
        if (!inBreak && wasInBreak) {
            kept.stream().filter(one -> one.helped).forEach(one -> giveTimeAfter(one, today.minusDays(1)));
            kept.forEach(one -> one.helped = false);
        }
        if (facts.stream().anyMatch(fact -> isMeeting(fact, today))) {
            LocalDate due = today.plusMonths(Histories.MEETINGS_WITHIN);
            Kept one = new Kept(due, extended(due));
            one.helped = inBreak;
            if (lastDayOfBreak != null) {
                giveTimeAfter(one, lastDayOfBreak);
            }
            kept.add(one);
        }
        wasInBreak = inBreak;
    }

    void tell(LocalDate today, Map<String, Diary.Thing> things) {
        if (settings.meetings() == 0) {
            return;
        }
        List<Kept> counting = kept.stream()
                .filter(one -> one.helped || !today.isAfter(one.counts))
                .toList();
        boolean asked = !settings.meetingsAtWardsOnly() || facts.stream().anyMatch(fact -> isWard(fact, today));
        if (counting.size() < settings.meetings()) {
            String what = everEnough ? "EXPIRED_SINCE" : "MISSING";
            if (asked) {
                things.put(Histories.MEETING, new Diary.Thing(what + " ATTEND_OCCASIONS", false));
            }
        } else {
            everEnough = true;
            Kept oldest = counting.get(counting.size() - settings.meetings());
            boolean soon = !today.isBefore(oldest.due.minusMonths(settings.window()));
            if (asked) {
                things.put(Histories.MEETING, new Diary.Thing(null, soon));
            }
        }
    }

    private void giveTimeAfter(Kept one, LocalDate lastDay) {
        LocalDate back = lastDay.plusMonths(settings.afterPause());
        if (one.counts.isBefore(back)) {
            one.counts = back;
        }
    }

    private static boolean isMeeting(Fact fact, LocalDate day) {
        if (fact instanceof Fact.SessionAttended session) {
            return session.trainingKind().equals(Histories.MEETING)
                    && session.day().equals(day);
        }
        return fact instanceof Fact.EvidenceRecognised evidence
                && evidence.requirement().equals(Histories.MEETING)
                && evidence.day().equals(day);
    }

    private static boolean isWard(Fact fact, LocalDate day) {
        return fact instanceof Fact.Serves serves
                && serves.unitKind().equals(Histories.WARD)
                && !day.isBefore(serves.from())
                && !day.isAfter(serves.through());
    }

    private LocalDate extended(LocalDate due) {
        LocalDate day = due;
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Fact fact : facts) {
                if (fact instanceof Fact.Extension extension
                        && extension.requirement().equals(Histories.MEETING)
                        && !day.isBefore(extension.from())
                        && day.isBefore(extension.to())) {
                    day = extension.to();
                    moved = true;
                }
            }
        }
        return day;
    }
}

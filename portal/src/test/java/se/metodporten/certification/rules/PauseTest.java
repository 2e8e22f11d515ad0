package se.metodporten.certification.rules;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.metodporten.certification.rules.DueRule.CountedFrom;
import se.metodporten.certification.rules.DueRule.EveryMonths;

/** Rule 6: dates run on in a pause; a due day in it, or soon after, is given R months. */
class PauseTest {

    /** Due 2026-04-15, window from 2025-10-15. */
    private static Case certified() {
        return certified(Roles.fromDayTaken());
    }

    private static Case certified(RoleRules rules) {
        return Case.of(rules).appointed("2024-01-01").training("2024-04-15");
    }

    @Test
    void the_first_and_the_last_day_are_paused() {
        certified()
                .pause("2024-08-01", "2024-12-31")
                .stands("2024-07-31 CERTIFIED", "2024-08-01 PAUSED", "2024-12-31 PAUSED", "2025-01-01 CERTIFIED")
                .says(
                        "2024-08-01",
                        "- PAUSED_UNTIL 2024-12-31 NOTHING",
                        "instructor-refresher VALID_UNTIL 2026-04-15 NOTHING");
    }

    @Test
    void dates_run_on() {
        certified().pause("2024-08-01", "2024-12-31").due("2025-01-01", "2026-04-15");
    }

    @Test
    void leave_from_the_employment_is_a_pause() {
        certified()
                .leave("2026-04-01", "2026-06-30")
                .stands("2026-06-30 PAUSED", "2026-07-01 REFRESHER_DUE", "2026-09-30 REFRESHER_DUE")
                .says(
                        "2026-05-01",
                        "- ON_LEAVE_UNTIL 2026-06-30 NOTHING",
                        "instructor-refresher DUE_BY 2026-09-30 ATTEND_REFRESHER");
    }

    @ParameterizedTest(name = "a pause {0} to {1} moves the deadline to {2}")
    @CsvSource({
        // the due day is the day before the pause, its first, inside, its last
        "2026-04-16, 2026-06-30, 2026-04-15",
        "2026-04-15, 2026-06-30, 2026-09-30",
        "2026-04-14, 2026-06-30, 2026-09-30",
        "2026-03-01, 2026-04-15, 2026-07-15",
        // or within three months after its end, the last of them included
        "2026-03-01, 2026-04-14, 2026-07-14",
        "2025-11-01, 2026-01-15, 2026-04-15",
        "2025-11-01, 2026-01-16, 2026-04-16",
        // or later
        "2025-11-01, 2026-01-14, 2026-04-15",
        "2025-10-01, 2025-12-31, 2026-04-15",
    })
    void the_deadline_after_a_pause(String from, String through, String deadline) {
        Case paused = certified().pause(from, through).due("2024-05-01", deadline);
        if (!Case.day(deadline).isBefore(Case.day(from))) {
            paused.stands(
                    Case.day(through).plusDays(1) + " REFRESHER_DUE",
                    deadline + " REFRESHER_DUE",
                    Case.day(deadline).plusDays(1) + " LAPSED");
        }
    }

    @Test
    void missed_before_the_pause_stays_missed() {
        certified()
                .pause("2026-04-16", "2026-06-30")
                .stands("2026-04-15 REFRESHER_DUE", "2026-04-16 PAUSED", "2026-07-01 LAPSED")
                .says("2026-07-01", "instructor-refresher EXPIRED_SINCE 2026-04-16 ATTEND_REFRESHER");
    }

    @Test
    void the_grace_runs_on_in_a_pause_that_began_after_the_due_day() {
        certified()
                .pause("2026-05-01", "2026-12-31")
                .refresher("2027-01-02")
                .stands("2027-01-02 LAPSED")
                .says("2027-01-02", "instructor-refresher EXPIRED_SINCE 2026-04-16 REPEAT_TRAINING");
    }

    @ParameterizedTest(name = "a refresher on {0}: {1}")
    @CsvSource({"2027-03-31, CERTIFIED", "2027-04-01, LAPSED"})
    void the_grace_counts_from_the_end_of_the_months_after_the_pause(String taken, String standing) {
        // The pause over the due day ends 2026-06-30, the deadline is 2026-09-30, the grace ends 2027-03-30.
        Case late = certified().pause("2026-04-01", "2026-06-30");
        late.stands("2026-10-01 LAPSED");
        late.refresher("CERTIFIED".equals(standing) ? "2027-03-30" : "2027-03-31")
                .stands(taken + " " + standing);
    }

    @ParameterizedTest(name = "a pause through {0}: {1}")
    @CsvSource({"2024-11-30, 2025-02-28", "2023-11-30, 2024-02-29", "2024-08-31, 2024-11-30"})
    void months_after_a_pause_end_where_the_month_ends(String through, String deadline) {
        String due = Case.day(through).minusDays(10).toString();
        Case.of(Roles.fromDayTaken())
                .appointed("2020-01-01")
                .training(Case.day(due).minusMonths(24).toString())
                .pause(Case.day(due).minusDays(5).toString(), through)
                .due("2023-01-01", deadline);
    }

    @Test
    void a_window_shorter_than_the_months_after_a_pause_is_not_moved() {
        RoleRules shortWindow = Roles.refresherOnly(1, Roles.refresher(new EveryMonths(24, CountedFrom.DAY_TAKEN)));
        certified(shortWindow)
                .pause("2026-01-01", "2026-01-31")
                .stands(
                        "2026-03-14 CERTIFIED",
                        "2026-03-15 REFRESHER_DUE",
                        "2026-04-30 REFRESHER_DUE",
                        "2026-05-01 LAPSED");
    }

    @Test
    void a_refresher_taken_in_the_pause_counts_on_its_day() {
        certified()
                .pause("2026-03-01", "2026-12-31")
                .refresher("2026-10-10")
                .stands("2026-10-10 PAUSED", "2027-01-01 CERTIFIED")
                .due("2027-01-01", "2028-10-10");
    }

    @ParameterizedTest(name = "taken {0}: due {1}")
    @CsvSource({
        "2026-04-15, 2028-04-15",
        "2026-04-16, 2028-04-16",
        "2027-03-31, 2029-03-31",
    })
    void from_the_old_due_day_only_up_to_that_day_then_from_the_day_taken(String taken, String due) {
        certified(Roles.fromOldDueDay())
                .pause("2026-04-01", "2026-12-31")
                .refresher(taken)
                .due("2027-04-01", due);
    }

    @Test
    void a_due_day_of_the_next_period_in_the_same_long_pause_is_given_the_same_months() {
        certified(Roles.fromOldDueDay())
                .refresher("2026-04-01")
                .pause("2026-04-10", "2029-01-31")
                .due("2029-02-01", "2029-04-30")
                .stands("2029-04-30 REFRESHER_DUE", "2029-05-01 LAPSED");
    }

    @Test
    void leave_and_pause_that_overlap_or_touch_are_one_break() {
        Case overlapping = certified().pause("2026-02-01", "2026-05-31").leave("2026-05-01", "2026-08-31");
        overlapping
                .stands("2026-02-01 PAUSED", "2026-08-31 PAUSED", "2026-11-30 REFRESHER_DUE", "2026-12-01 LAPSED")
                .says(
                        "2026-05-15",
                        "- PAUSED_UNTIL 2026-08-31 NOTHING",
                        "- ON_LEAVE_UNTIL 2026-08-31 NOTHING",
                        "instructor-refresher DUE_BY 2026-11-30 ATTEND_REFRESHER");
        certified()
                .pause("2026-02-01", "2026-05-31")
                .leave("2026-06-01", "2026-08-31")
                .due("2026-01-01", "2026-11-30");
    }

    @Test
    void a_break_inside_another_adds_nothing() {
        certified()
                .leave("2026-02-01", "2026-08-31")
                .pause("2026-03-01", "2026-03-31")
                .due("2026-01-01", "2026-11-30");
    }

    @Test
    void a_deadline_that_meets_a_second_pause_moves_again() {
        certified()
                .pause("2026-04-01", "2026-05-31")
                .pause("2026-08-31", "2026-10-31")
                .stands(
                        "2026-06-01 REFRESHER_DUE",
                        "2026-11-01 REFRESHER_DUE",
                        "2027-01-31 REFRESHER_DUE",
                        "2027-02-01 LAPSED");
        certified()
                .pause("2026-04-01", "2026-05-31")
                .pause("2026-09-01", "2026-10-31")
                .stands("2026-11-01 LAPSED");
    }

    @Test
    void a_pause_without_a_known_end_has_no_deadline_but_still_tells_the_due_day() {
        certified()
                .pause("2026-04-01", null)
                .stands("2026-03-31 REFRESHER_DUE", "2026-04-01 PAUSED", "9999-12-31 PAUSED")
                .due("2026-03-31", "2026-04-15")
                .says(
                        "2027-01-01",
                        "- PAUSED_UNTIL - NOTHING",
                        "instructor-refresher DUE_BY 2026-04-15 ATTEND_REFRESHER");
    }

    @Test
    void no_months_after_the_pause_when_the_role_gives_none() {
        certified(Roles.refresherOnly(6, Roles.refresher(new EveryMonths(24, CountedFrom.DAY_TAKEN), 6, 0, List.of())))
                .pause("2026-04-01", "2026-06-30")
                .stands("2026-06-30 PAUSED", "2026-07-01 LAPSED");
    }

    @Test
    void nominated_then_paused_then_nominated() {
        Case.of(Roles.fromDayTaken())
                .appointed("2024-01-01")
                .pause("2024-02-01", "2024-02-29")
                .stands("2024-01-31 NOMINATED", "2024-02-01 PAUSED", "2024-02-29 PAUSED", "2024-03-01 NOMINATED");
    }

    @Test
    void what_is_fulfilled_in_a_pause_certifies_when_the_pause_ends() {
        Case.of(Roles.fromDayTaken())
                .appointed("2024-01-01")
                .pause("2024-02-01", "2024-02-29")
                .training("2024-02-10")
                .stands("2024-02-10 PAUSED", "2024-03-01 CERTIFIED");
    }

    @Test
    void paused_from_the_first_day() {
        certified().pause("2023-06-01", "2024-05-31").stands("2024-01-01 PAUSED", "2024-06-01 CERTIFIED");
    }
}

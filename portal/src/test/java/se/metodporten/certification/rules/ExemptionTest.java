package se.metodporten.certification.rules;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule 13: an exemption from a requirement has a period; within it the requirement is not in the way. */
class ExemptionTest {

    /** All but the introduction meeting, from which there is an exemption through 2026-12-31; window 6 months. */
    private static Case exempt() {
        return Case.of(Roles.methodSupervisor())
                .appointed("2025-09-01")
                .with(new Fact.Attested("routines-and-time", Case.day("2025-09-01")))
                .course("visam-grunderna", 1, "2025-09-10")
                .agreement(1, "2025-09-20", null)
                .exemption("introduction-meeting", "2026-01-15", "2026-12-31");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "2026-01-14, NOMINATED",
        "2026-01-15, CERTIFIED",
        "2026-06-29, CERTIFIED",
        "2026-06-30, REFRESHER_DUE",
        "2026-12-31, REFRESHER_DUE",
        "2027-01-01, LAPSED",
    })
    void it_holds_from_its_first_day_through_its_last_with_a_window_before_the_end(String day, String standing) {
        exempt().stands(day + " " + standing);
    }

    @Test
    void it_says_until_when_and_what_is_to_be_done_by_then() {
        exempt().says("2026-01-15", "introduction-meeting EXEMPT_UNTIL 2026-12-31 NOTHING")
                .due("2026-01-15", "2026-12-31")
                .says("2026-06-30", "introduction-meeting DUE_BY 2026-12-31 ATTEND_TRAINING")
                .says("2027-01-01", "introduction-meeting MISSING - ATTEND_TRAINING");
    }

    @Test
    void what_is_done_meanwhile_ends_the_wait() {
        exempt().with(new Fact.SessionAttended("introduction-meeting", 1, Case.day("2026-09-01")))
                .says("2026-08-31", "introduction-meeting EXEMPT_UNTIL 2026-12-31 NOTHING")
                .says("2026-09-01")
                .stands("2026-08-31 CERTIFIED", "2027-01-01 CERTIFIED");
    }

    @Test
    void never_certified_but_for_the_exemption_is_certified_once() {
        Case.of(Roles.methodSupervisor())
                .appointed("2025-09-01")
                .exemption("introduction-meeting", "2026-01-01", "2026-01-31")
                .stands("2026-01-15 NOMINATED", "2026-02-01 NOMINATED");
        exempt().stands("2027-01-01 LAPSED");
    }

    /** Due 2026-04-15, window from 2025-10-15; grace through 2026-10-15. */
    private static Case refresher(String from, String through) {
        return Case.of(Roles.fromDayTaken())
                .appointed("2024-01-01")
                .training("2024-04-15")
                .exemption("instructor-refresher", from, through);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "2025-10-15, REFRESHER_DUE",
        "2025-10-31, REFRESHER_DUE",
        "2025-11-01, CERTIFIED",
        "2026-04-16, CERTIFIED",
        "2026-06-29, CERTIFIED",
        "2026-06-30, REFRESHER_DUE",
        "2026-12-31, REFRESHER_DUE",
        "2027-01-01, LAPSED",
    })
    void a_due_day_within_it_is_not_in_the_way(String day, String standing) {
        refresher("2025-11-01", "2026-12-31").stands(day + " " + standing);
    }

    @Test
    void it_moves_no_due_day_so_the_grace_runs_on_beneath() {
        refresher("2025-11-01", "2026-09-30")
                .says("2026-10-01", "instructor-refresher EXPIRED_SINCE 2026-04-16 ATTEND_REFRESHER");
        refresher("2025-11-01", "2026-12-31")
                .says("2027-01-01", "instructor-refresher EXPIRED_SINCE 2026-04-16 REPEAT_TRAINING");
    }

    @Test
    void one_that_ends_before_the_due_day_changes_nothing() {
        refresher("2025-11-01", "2026-04-15").stands("2025-11-01 REFRESHER_DUE").due("2025-11-01", "2026-04-15");
    }

    @Test
    void two_that_touch_are_one() {
        refresher("2026-01-01", "2026-06-30")
                .exemption("instructor-refresher", "2026-07-01", "2027-03-31")
                .due("2026-05-01", "2027-03-31")
                .stands("2026-05-01 CERTIFIED", "2026-09-30 REFRESHER_DUE", "2027-04-01 LAPSED");
    }

    @Test
    void one_from_another_requirement_is_not_about_this_one() {
        Case.of(Roles.fromDayTaken())
                .appointed("2024-01-01")
                .training("2024-04-15")
                .exemption("nurse", "2026-01-01", "2026-12-31")
                .stands("2026-04-16 LAPSED");
    }

    @Test
    void what_comes_to_be_missing_within_it_has_its_window_before_the_end_too() {
        Case.of(new RoleRules(3, List.of(new Requirement.Licence("nurse", "nurse"))))
                .appointed("2024-01-01")
                .licence("2024-01-01")
                .exemption("nurse", "2026-01-01", "2026-09-28")
                .licenceWithdrawn("2026-08-29")
                .stands(
                        "2026-06-27 CERTIFIED",
                        "2026-06-28 REFRESHER_DUE",
                        "2026-08-29 REFRESHER_DUE",
                        "2026-09-28 REFRESHER_DUE",
                        "2026-09-29 LAPSED");
    }

    @Test
    void a_pause_goes_before_and_the_end_after_it() {
        exempt().pause("2026-03-01", "2026-03-31")
                .ended("2026-05-31")
                .stands("2026-03-15 PAUSED", "2026-04-01 CERTIFIED", "2026-06-01 ENDED");
    }
}

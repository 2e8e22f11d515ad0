package se.metodporten.certification.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recurring attendance: n occasions of a kind in m months. */
class RecurringTest {

    private static final TrainingInFull MEETING = TrainingInFull.ofParts("theme-meeting", 1);

    /** So many meetings in twelve months, a window of 3, 2 after a pause. */
    private static Case asking(int occasions) {
        return Case.of(rules(occasions)).appointed("2023-01-01");
    }

    private static RoleRules rules(int occasions) {
        return new RoleRules(3, List.of(new Requirement.Recurring("theme-meeting", MEETING, occasions, 12, 2)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "2024-02-28, NOMINATED",
        "2024-02-29, CERTIFIED",
        "2024-11-27, CERTIFIED",
        "2024-11-28, REFRESHER_DUE",
        "2025-02-28, REFRESHER_DUE",
        "2025-03-01, LAPSED",
    })
    void one_occasion_counts_through_the_day_so_many_months_later(String day, String standing) {
        asking(1).meeting("2024-02-29").stands(day + " " + standing).due("2024-02-29", "2025-02-28");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "2024-06-14, NOMINATED",
        "2024-06-15, CERTIFIED",
        "2024-10-09, CERTIFIED",
        "2024-10-10, REFRESHER_DUE",
        "2025-01-10, REFRESHER_DUE",
        "2025-01-11, LAPSED",
    })
    void two_hold_until_the_older_of_them_no_longer_counts(String day, String standing) {
        asking(2)
                .meeting("2024-01-10", "2024-06-15")
                .stands(day + " " + standing)
                .due("2024-06-15", "2025-01-10");
    }

    @Test
    void a_new_one_moves_the_end_to_where_the_next_oldest_stops_counting() {
        asking(2)
                .meeting("2024-01-10", "2024-06-15", "2024-11-20")
                .stands("2024-11-19 REFRESHER_DUE", "2024-11-20 CERTIFIED", "2025-03-14 CERTIFIED")
                .due("2024-11-20", "2025-06-15")
                .stands("2025-03-15 REFRESHER_DUE", "2025-06-15 REFRESHER_DUE", "2025-06-16 LAPSED");
    }

    @Test
    void two_that_lie_too_far_apart_are_not_enough() {
        asking(2).meeting("2024-01-10", "2025-01-11").stands("2025-01-11 NOMINATED", "2030-01-01 NOMINATED");
        asking(2)
                .meeting("2024-01-10", "2025-01-10")
                .stands("2025-01-09 NOMINATED", "2025-01-10 REFRESHER_DUE", "2025-01-11 LAPSED");
    }

    @Test
    void several_on_one_day_are_one() {
        asking(2).meeting("2024-01-10", "2024-01-10").stands("2024-01-10 NOMINATED");
    }

    @Test
    void all_sessions_of_an_occasion_are_attended() {
        TrainingInFull twoSessions = TrainingInFull.ofParts("theme-meeting", 2);
        Case.of(new RoleRules(3, List.of(new Requirement.Recurring("theme-meeting", twoSessions, 1, 12, 0))))
                .appointed("2024-01-01")
                .meeting("2024-02-01")
                .stands("2024-02-01 NOMINATED")
                .with(new Fact.SessionAttended("theme-meeting", 2, Case.day("2024-05-01")))
                .stands("2024-04-30 NOMINATED", "2024-05-01 CERTIFIED");
    }

    @Test
    void recognised_evidence_is_an_occasion_on_its_day() {
        asking(2)
                .meeting("2024-01-10")
                .evidence("theme-meeting", "2024-02-01")
                .stands("2024-01-31 NOMINATED", "2024-02-01 CERTIFIED")
                .due("2024-02-01", "2025-01-10");
    }

    @Test
    void enough_of_them_again_mends_whenever_it_is() {
        asking(2)
                .meeting("2024-01-10", "2024-02-01", "2028-05-05", "2028-06-06")
                .says("2025-01-11", "theme-meeting EXPIRED_SINCE 2025-01-11 ATTEND_OCCASIONS")
                .says("2028-06-05", "theme-meeting EXPIRED_SINCE 2025-01-11 ATTEND_OCCASIONS")
                .stands("2028-06-05 LAPSED", "2028-06-06 CERTIFIED");
    }

    @Test
    void it_says_how_many_are_left() {
        Case one = asking(3).meeting("2024-01-10", "2024-02-01", "2024-03-01");
        assertThat(left(one, "2024-01-09")).containsExactly(1, 2, 3);
        assertThat(left(one, "2024-01-10")).containsExactly(2, 3);
        assertThat(left(one, "2024-02-01")).containsExactly(3);
        assertThat(left(one, "2025-01-11")).containsExactly(3);
        assertThat(left(one, "2025-02-02")).containsExactly(2, 3);
        assertThat(left(one, "2025-03-02")).containsExactly(1, 2, 3);
    }

    @ParameterizedTest(name = "back on {0}: holds through {1}")
    @CsvSource({
        // The last day falls after R: the pause changes nothing.
        "2024-10-31, 2025-01-10",
        "2024-11-10, 2025-01-10",
        // Within R months after the end, or in the pause: R after its end.
        "2024-11-11, 2025-01-11",
        "2025-03-31, 2025-05-31",
    })
    void what_runs_out_in_a_pause_or_soon_after_holds_a_while_after_it(String lastDayOfPause, String holdsThrough) {
        String after = Case.day(holdsThrough).plusDays(1).toString();
        asking(2)
                .meeting("2024-01-10", "2024-06-15")
                .pause("2024-09-01", lastDayOfPause)
                .stands(holdsThrough + " REFRESHER_DUE", after + " LAPSED");
    }

    @Test
    void a_pause_that_begins_too_late_does_not_help() {
        asking(1).meeting("2024-01-10").pause("2025-01-11", "2025-02-28").stands("2025-03-01 LAPSED");
        asking(1).meeting("2024-01-10").pause("2025-01-10", "2025-02-28").stands("2025-03-01 REFRESHER_DUE");
    }

    @Test
    void a_pause_without_a_known_end_has_no_last_day() {
        asking(1)
                .meeting("2024-01-10")
                .pause("2024-12-01", null)
                .says("2030-01-01", "- PAUSED_UNTIL - NOTHING", "theme-meeting DUE_BY 2025-01-10 ATTEND_OCCASIONS");
    }

    @Test
    void an_extension_moves_the_last_day_but_not_the_window() {
        asking(1)
                .meeting("2024-01-10")
                .extension("theme-meeting", "2024-10-10", "2025-03-31")
                .stands(
                        "2024-10-09 CERTIFIED",
                        "2024-10-10 REFRESHER_DUE",
                        "2025-03-31 REFRESHER_DUE",
                        "2025-04-01 LAPSED");
    }

    @Test
    void an_exemption_lifts_it() {
        asking(1)
                .exemption("theme-meeting", "2024-01-01", "2024-12-31")
                .stands(
                        "2023-12-31 NOMINATED",
                        "2024-01-01 CERTIFIED",
                        "2024-12-31 REFRESHER_DUE",
                        "2025-01-01 LAPSED");
    }

    @Test
    void another_kind_of_training_is_no_occasion() {
        asking(1).refresher("2024-01-10").stands("2024-01-10 NOMINATED");
    }

    @Test
    void none_in_no_time_cannot_be_asked() {
        assertThatIllegalArgumentException().isThrownBy(() -> recurring(0, 12, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> recurring(1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> recurring(1, 12, -1));
    }

    private static Requirement recurring(int occasions, int months, int afterPause) {
        return new Requirement.Recurring("theme-meeting", MEETING, occasions, months, afterPause);
    }

    private static List<Integer> left(Case told, String day) {
        return told.on(day).reasons().get(0).partsLeft();
    }
}

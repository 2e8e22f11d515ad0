package se.metodporten.certification.rules;

import java.time.MonthDay;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.metodporten.certification.rules.DueRule.CountedFrom;
import se.metodporten.certification.rules.DueRule.EveryMonths;
import se.metodporten.certification.rules.DueRule.FixedDay;

/** Rules 1 to 4: where a period starts, when it is due, when its window opens, what a refresher makes of it. */
class DueDayTest {

    private static Case trained(RoleRules rules, String day) {
        return Case.of(rules).appointed("2015-01-01").training(day);
    }

    private static RoleRules everyMonths(int months) {
        return Roles.refresherOnly(new EveryMonths(months, CountedFrom.DAY_TAKEN));
    }

    @ParameterizedTest(name = "{0} + {1} months = {2}")
    @CsvSource({
        "2024-04-15, 24, 2026-04-15",
        "2023-08-31,  6, 2024-02-29",
        "2022-08-31,  6, 2023-02-28",
        "2024-02-29, 12, 2025-02-28",
        "2024-02-29, 48, 2028-02-29",
        "2025-02-28, 36, 2028-02-28",
        "2024-01-31,  1, 2024-02-29",
        "2024-12-31, 24, 2026-12-31",
    })
    void months_are_calendar_months_that_end_where_the_month_ends(String taken, int months, String due) {
        trained(everyMonths(months), taken).due(taken, due);
    }

    @Test
    void the_last_required_session_starts_the_period() {
        Case.of(Roles.fromDayTaken())
                .appointed("2024-01-01")
                .training("2024-03-04", "2024-04-15")
                .stands("2024-04-14 NOMINATED", "2024-04-15 CERTIFIED")
                .due("2024-04-15", "2026-04-15");
    }

    @Test
    void a_session_made_up_at_another_occasion_counts_and_starts_the_period_on_its_own_day() {
        Case.of(Roles.fromDayTaken())
                .appointed("2024-01-01")
                .session(2, "2024-03-05")
                .session(1, "2024-09-02")
                .stands("2024-03-05 NOMINATED", "2024-09-01 NOMINATED", "2024-09-02 CERTIFIED")
                .due("2024-09-02", "2026-09-02");
    }

    @Test
    void the_first_complete_training_starts_the_period_not_a_session_seen_once_more() {
        Case.of(Roles.fromDayTaken())
                .appointed("2024-01-01")
                .training("2024-03-04", "2024-03-05")
                .session(1, "2024-05-05")
                .due("2024-06-01", "2026-03-05");
    }

    @Test
    void the_same_session_twice_is_not_the_training_in_full() {
        Case.of(Roles.fromDayTaken())
                .appointed("2024-01-01")
                .session(1, "2024-03-04")
                .session(1, "2024-05-05")
                .stands("2024-06-01 NOMINATED")
                .says("2024-06-01", "instructor-training MISSING - ATTEND_TRAINING");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "2025-10-14, CERTIFIED",
        "2025-10-15, REFRESHER_DUE",
        "2026-04-14, REFRESHER_DUE",
        "2026-04-15, REFRESHER_DUE",
        "2026-04-16, LAPSED",
    })
    void the_first_day_of_the_window_is_inside_and_the_due_day_itself_still_valid(String day, String standing) {
        trained(Roles.fromDayTaken(), "2024-04-15").stands(day + " " + standing);
    }

    @ParameterizedTest(name = "due {1}: window from {2}")
    @CsvSource({
        "2022-08-31, 2024-08-31, 2024-02-29",
        "2023-08-31, 2025-08-31, 2025-02-28",
        "2024-02-29, 2026-02-28, 2025-08-28",
    })
    void the_window_is_counted_back_from_the_due_day(String taken, String due, String opens) {
        trained(Roles.fromDayTaken(), taken)
                .due(taken, due)
                .stands(Case.day(opens).minusDays(1) + " CERTIFIED", opens + " REFRESHER_DUE");
    }

    @Test
    void a_window_of_no_months_is_the_due_day_alone() {
        trained(Roles.refresherOnly(0, Roles.refresher(new EveryMonths(24, CountedFrom.DAY_TAKEN))), "2024-04-15")
                .stands("2026-04-14 CERTIFIED", "2026-04-15 REFRESHER_DUE", "2026-04-16 LAPSED");
    }

    @Test
    void a_window_longer_than_the_period_is_open_from_its_first_day() {
        trained(everyMonths(3), "2024-04-15").stands("2024-04-15 REFRESHER_DUE", "2024-07-15 REFRESHER_DUE");
    }

    @ParameterizedTest(name = "taken {0}: due {1} from the day taken, {2} from the old due day")
    @CsvSource({
        // before the window: always from the day taken
        "2025-10-14, 2027-10-14, 2027-10-14",
        "2024-05-01, 2026-05-01, 2026-05-01",
        // in the window
        "2025-10-15, 2027-10-15, 2028-04-15",
        "2026-01-31, 2028-01-31, 2028-04-15",
        "2026-04-14, 2028-04-14, 2028-04-15",
        "2026-04-15, 2028-04-15, 2028-04-15",
        // late: from the day taken
        "2026-04-16, 2028-04-16, 2028-04-16",
        "2026-10-15, 2028-10-15, 2028-10-15",
    })
    void a_refresher_gives_a_new_due_day(String taken, String fromDayTaken, String fromOldDueDay) {
        trained(Roles.fromDayTaken(), "2024-04-15").refresher(taken).due(taken, fromDayTaken);
        trained(Roles.fromOldDueDay(), "2024-04-15").refresher(taken).due(taken, fromOldDueDay);
    }

    @Test
    void a_refresher_in_the_window_closes_it_the_same_day() {
        trained(Roles.fromDayTaken(), "2024-04-15")
                .refresher("2026-01-20")
                .stands("2026-01-19 REFRESHER_DUE", "2026-01-20 CERTIFIED", "2026-04-16 CERTIFIED");
    }

    @Test
    void a_refresher_before_the_window_never_shortens() {
        // Taken early in the window from 2026-04-15 on, the due day is 2028-04-15, which 24 months do not reach.
        trained(Roles.fromOldDueDay(), "2024-04-15")
                .refresher("2025-10-15")
                .refresher("2025-12-01")
                .due("2025-12-01", "2028-04-15");
    }

    @Test
    void a_month_end_in_the_window_never_shortens() {
        // 31 March - 6 months = 30 September, + 6 months = 30 March.
        RoleRules halfYearly = everyMonths(6);
        trained(halfYearly, "2023-09-30")
                .refresher("2023-10-31")
                .due("2023-10-31", "2024-04-30")
                .refresher("2023-10-30")
                .due("2023-10-31", "2024-04-30");
        trained(Roles.refresherOnly(new FixedDay(MonthDay.of(3, 31), 6)), "2023-05-01")
                .due("2023-05-01", "2024-03-31")
                .refresher("2023-09-30")
                .due("2023-09-30", "2024-03-31");
    }

    @Test
    void late_counts_from_the_day_taken_and_the_gap_stays() {
        trained(Roles.fromOldDueDay(), "2024-04-15")
                .refresher("2026-06-01")
                .stands("2026-04-16 LAPSED", "2026-05-31 LAPSED", "2026-06-01 CERTIFIED")
                .due("2026-06-01", "2028-06-01");
    }

    @Test
    void the_whole_training_again_counts_as_a_refresher_from_its_last_session() {
        trained(Roles.fromDayTaken(), "2024-04-15")
                .training("2026-01-10", "2026-02-10")
                .stands("2026-02-09 REFRESHER_DUE", "2026-02-10 CERTIFIED")
                .due("2026-02-09", "2026-04-15")
                .due("2026-02-10", "2028-02-10");
    }

    @Test
    void a_part_of_the_training_again_is_no_refresher() {
        trained(Roles.fromDayTaken(), "2024-04-15").session(1, "2026-02-10").due("2026-02-10", "2026-04-15");
    }

    @Test
    void sessions_used_for_one_whole_training_are_not_used_again() {
        // The first session twice before the training is whole: the second time is used up with it.
        Case.of(Roles.fromDayTaken())
                .appointed("2024-01-01")
                .session(1, "2024-03-01")
                .session(1, "2024-03-20")
                .session(2, "2024-04-15")
                .session(2, "2025-12-01")
                .due("2025-12-01", "2026-04-15")
                .session(1, "2026-01-12")
                .due("2026-01-12", "2028-01-12");
    }

    @Test
    void a_refresher_without_the_training_starts_nothing() {
        Case.of(Roles.fromDayTaken())
                .appointed("2024-01-01")
                .refresher("2024-02-01")
                .stands("2024-02-01 NOMINATED")
                .training("2024-04-15")
                .due("2024-04-15", "2026-04-15");
    }

    @Test
    void a_refresher_on_the_day_that_starts_the_period_changes_nothing() {
        trained(Roles.fromOldDueDay(), "2024-04-15").refresher("2024-04-15").due("2024-04-15", "2026-04-15");
    }

    @Test
    void any_kind_the_role_names_counts_but_parts_of_two_kinds_do_not_mix() {
        TrainingInFull other = TrainingInFull.ofParts("older-training", 3);
        RoleRules rules = new RoleRules(
                6, List.of(new Requirement.Training("instructor-training", List.of(Roles.TWO_DAYS, other))));
        Case mixed = Case.of(rules)
                .appointed("2024-01-01")
                .session(1, "2024-02-01")
                .with(new Fact.SessionAttended("older-training", 2, Case.day("2024-02-02")))
                .stands("2024-02-02 NOMINATED");
        mixed.with(new Fact.SessionAttended("older-training", 1, Case.day("2024-03-01")))
                .with(new Fact.SessionAttended("older-training", 3, Case.day("2024-03-02")))
                .stands("2024-03-01 NOMINATED", "2024-03-02 CERTIFIED");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        // at least 12 months after the day taken: the day itself will do
        "2024-03-31, 2025-03-31",
        "2024-04-01, 2026-03-31",
        "2024-12-24, 2026-03-31",
        "2023-03-30, 2024-03-31",
    })
    void a_fixed_day_is_the_next_one_that_leaves_the_minimum(String taken, String due) {
        trained(Roles.refresherOnly(new FixedDay(MonthDay.of(3, 31), 12)), taken)
                .due(taken, due);
    }

    @Test
    void the_last_of_february_as_a_fixed_day() {
        RoleRules rules = Roles.refresherOnly(new FixedDay(MonthDay.of(2, 29), 12));
        trained(rules, "2022-03-01").due("2022-03-01", "2024-02-29");
        trained(rules, "2023-03-01").due("2023-03-01", "2025-02-28");
        trained(rules, "2024-02-29").due("2024-02-29", "2025-02-28");
    }

    @Test
    void a_fixed_day_after_a_refresher_is_never_earlier_than_before() {
        RoleRules rules = Roles.refresherOnly(new FixedDay(MonthDay.of(3, 31), 6));
        trained(rules, "2023-05-01")
                .due("2023-05-01", "2024-03-31")
                .refresher("2023-06-01")
                .due("2023-06-01", "2024-03-31")
                .refresher("2023-10-01")
                .due("2023-10-01", "2025-03-31");
    }
}

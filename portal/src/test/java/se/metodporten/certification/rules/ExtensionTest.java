package se.metodporten.certification.rules;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule 7: an extension moves one due day; the window stays, the grace counts from the extended day. */
class ExtensionTest {

    /** Due 2026-04-15, window from 2025-10-15, extended to 2026-08-31. */
    private static Case extended(RoleRules rules) {
        return Case.of(rules).appointed("2024-01-01").training("2024-04-15").extension("2026-04-15", "2026-08-31");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "2025-10-14, CERTIFIED",
        "2025-10-15, REFRESHER_DUE",
        "2026-04-16, REFRESHER_DUE",
        "2026-08-31, REFRESHER_DUE",
        "2026-09-01, LAPSED",
    })
    void the_due_day_moves_and_the_window_does_not(String day, String standing) {
        extended(Roles.fromDayTaken()).stands(day + " " + standing);
    }

    @Test
    void the_grace_counts_from_the_extended_day() {
        extended(Roles.fromDayTaken())
                .says("2027-02-28", "instructor-refresher EXPIRED_SINCE 2026-09-01 ATTEND_REFRESHER")
                .says("2027-03-01", "instructor-refresher EXPIRED_SINCE 2026-09-01 REPEAT_TRAINING");
    }

    @ParameterizedTest(name = "taken {0}: due {1} from the day taken, {2} from the old due day")
    @CsvSource({
        "2026-04-15, 2028-04-15, 2028-04-15",
        "2026-08-31, 2028-08-31, 2028-04-15",
        "2026-09-01, 2028-09-01, 2028-09-01",
    })
    void from_the_old_due_day_the_next_period_counts_from_the_original(
            String taken, String fromDayTaken, String fromOldDueDay) {
        extended(Roles.fromDayTaken()).refresher(taken).due(taken, fromDayTaken);
        extended(Roles.fromOldDueDay()).refresher(taken).due(taken, fromOldDueDay);
    }

    @Test
    void only_one_due_day_is_moved() {
        extended(Roles.fromDayTaken()).refresher("2026-05-01").due("2026-05-01", "2028-05-01");
    }

    @ParameterizedTest(name = "from {0}: {1}")
    @CsvSource({"2026-04-14, 2026-08-31", "2026-04-15, 2026-08-31", "2026-04-16, 2026-04-15"})
    void it_is_about_the_due_day_on_its_first_day_or_later(String from, String due) {
        Case.of(Roles.fromDayTaken())
                .appointed("2024-01-01")
                .training("2024-04-15")
                .extension(from, "2026-08-31")
                .due("2024-05-01", due);
    }

    @Test
    void an_extension_earlier_than_the_due_day_changes_nothing() {
        Case.of(Roles.fromDayTaken())
                .appointed("2024-01-01")
                .training("2024-04-15")
                .extension("2026-01-01", "2026-03-01")
                .due("2024-05-01", "2026-04-15");
    }

    @Test
    void an_extension_may_be_extended() {
        extended(Roles.fromDayTaken()).extension("2026-08-31", "2026-10-31").due("2026-01-01", "2026-10-31");
    }

    @Test
    void an_extension_into_a_pause_is_given_the_months_after_it() {
        extended(Roles.fromDayTaken()).pause("2026-08-01", "2026-10-31").due("2026-01-01", "2027-01-31");
    }

    @Test
    void an_extension_of_another_requirement_is_not_about_this_one() {
        Case.of(Roles.fromDayTaken())
                .appointed("2024-01-01")
                .training("2024-04-15")
                .with(new Fact.Extension("something-else", Case.day("2026-04-15"), Case.day("2026-08-31")))
                .due("2024-05-01", "2026-04-15");
    }
}

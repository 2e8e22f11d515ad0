package se.metodporten.certification.rules;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.metodporten.certification.rules.DueRule.CountedFrom;
import se.metodporten.certification.rules.DueRule.EveryMonths;

/** Rule 5: what restores a missed due day, and that other causes mend without it. */
class GraceTest {

    private static final EveryMonths TWO_YEARS = new EveryMonths(24, CountedFrom.DAY_TAKEN);

    /** Due 2026-04-15, the grace ends 2026-10-15. */
    private static Case missed() {
        return missed(Roles.fromDayTaken());
    }

    private static Case missed(RoleRules rules) {
        return Case.of(rules).appointed("2024-01-01").training("2024-04-15");
    }

    @ParameterizedTest(name = "a refresher on {0}: {1}")
    @CsvSource({
        "2026-04-16, CERTIFIED",
        "2026-10-14, CERTIFIED",
        "2026-10-15, CERTIFIED",
        "2026-10-16, LAPSED",
        "2027-06-01, LAPSED",
    })
    void on_the_last_day_of_the_grace_the_refresher_still_restores(String taken, String standing) {
        missed().refresher(taken).stands(taken + " " + standing);
    }

    @Test
    void after_the_grace_the_whole_training_restores() {
        missed().refresher("2026-10-16")
                .training("2026-11-02", "2026-11-03")
                .stands("2026-11-02 LAPSED", "2026-11-03 CERTIFIED")
                .due("2026-11-03", "2028-11-03");
    }

    @Test
    void what_to_do_changes_when_the_grace_ends() {
        missed().says("2026-04-16", "instructor-refresher EXPIRED_SINCE 2026-04-16 ATTEND_REFRESHER")
                .says("2026-10-15", "instructor-refresher EXPIRED_SINCE 2026-04-16 ATTEND_REFRESHER")
                .says("2026-10-16", "instructor-refresher EXPIRED_SINCE 2026-04-16 REPEAT_TRAINING");
    }

    @Test
    void a_month_end_limits_the_grace() {
        Case due31August = Case.of(Roles.fromDayTaken()).appointed("2020-01-01").training("2021-08-31");
        due31August.says("2024-02-29", "instructor-refresher EXPIRED_SINCE 2023-09-01 ATTEND_REFRESHER");
        due31August.says("2024-03-01", "instructor-refresher EXPIRED_SINCE 2023-09-01 REPEAT_TRAINING");
    }

    @Test
    void no_grace_at_all_when_the_role_gives_none() {
        missed(Roles.refresherOnly(6, Roles.refresher(TWO_YEARS, 0, 3, List.of())))
                .says("2026-04-16", "instructor-refresher EXPIRED_SINCE 2026-04-16 REPEAT_TRAINING")
                .refresher("2026-04-16")
                .stands("2026-04-16 LAPSED");
    }

    @Test
    void a_role_may_let_the_refresher_restore_at_any_time() {
        missed(Roles.refresherOnly(6, Roles.refresher(TWO_YEARS, 6, 3, List.of(Roles.HALF_DAY))))
                .says("2029-01-01", "instructor-refresher EXPIRED_SINCE 2026-04-16 ATTEND_REFRESHER")
                .refresher("2029-01-01")
                .stands("2029-01-01 CERTIFIED");
    }

    @Test
    void a_role_may_name_a_training_that_restores_but_does_not_refresh() {
        TrainingInFull back = TrainingInFull.ofParts("coming-back", 1);
        RoleRules rules = Roles.refresherOnly(6, Roles.refresher(TWO_YEARS, 6, 3, List.of(back)));
        Fact.SessionAttended inTime = new Fact.SessionAttended("coming-back", 1, Case.day("2026-01-10"));
        Fact.SessionAttended inGrace = new Fact.SessionAttended("coming-back", 1, Case.day("2026-05-10"));
        Fact.SessionAttended later = new Fact.SessionAttended("coming-back", 1, Case.day("2026-12-10"));
        missed(rules).with(inTime).due("2026-01-10", "2026-04-15");
        missed(rules).with(inGrace).due("2026-05-10", "2028-05-10");
        missed(rules).with(later).due("2026-12-10", "2028-12-10");
    }

    @Test
    void a_grace_begun_in_a_later_period_counts_from_that_due_day() {
        missed().refresher("2026-03-01")
                .says("2028-09-01", "instructor-refresher EXPIRED_SINCE 2028-03-02 ATTEND_REFRESHER")
                .says("2028-09-02", "instructor-refresher EXPIRED_SINCE 2028-03-02 REPEAT_TRAINING");
    }

    @Test
    void a_licence_given_again_mends_however_long_it_was_gone() {
        Case.of(Roles.instructor())
                .appointed("2024-01-01")
                .licence("2010-06-01")
                .agreement(1, "2024-01-01", null)
                .training("2024-04-15")
                .licenceWithdrawn("2024-06-01")
                .licence("2025-09-01")
                .stands("2024-05-31 CERTIFIED", "2024-06-01 LAPSED", "2025-08-31 LAPSED", "2025-09-01 CERTIFIED")
                .says(
                        "2025-08-31",
                        "nurse EXPIRED_SINCE 2024-06-01 REGISTER_LICENCE",
                        "instructor-refresher VALID_UNTIL 2026-04-15 NOTHING");
    }

    @Test
    void lapsed_by_due_day_and_by_licence_both_must_be_mended() {
        Case both = Case.of(Roles.instructor())
                .appointed("2024-01-01")
                .licence("2010-06-01")
                .agreement(1, "2024-01-01", null)
                .training("2024-04-15")
                .licenceWithdrawn("2026-04-01")
                .stands("2026-04-01 LAPSED", "2026-04-16 LAPSED")
                .says(
                        "2026-04-16",
                        "nurse EXPIRED_SINCE 2026-04-01 REGISTER_LICENCE",
                        "instructor-refresher EXPIRED_SINCE 2026-04-16 ATTEND_REFRESHER");
        both.licence("2026-06-01")
                .stands("2026-06-01 LAPSED")
                .refresher("2026-07-01")
                .stands("2026-07-01 CERTIFIED");
    }

    @Test
    void a_refresher_taken_while_the_licence_is_gone_counts() {
        Case.of(Roles.instructor())
                .appointed("2024-01-01")
                .licence("2010-06-01")
                .agreement(1, "2024-01-01", null)
                .training("2024-04-15")
                .licenceWithdrawn("2026-01-01")
                .refresher("2026-03-01")
                .licence("2026-09-01")
                .stands("2026-08-31 LAPSED", "2026-09-01 CERTIFIED")
                .due("2026-09-01", "2028-03-01");
    }
}

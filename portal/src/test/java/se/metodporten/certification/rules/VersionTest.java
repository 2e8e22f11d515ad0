package se.metodporten.certification.rules;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules 8 and 9: new versions of a course and of a description. */
class VersionTest {

    private static final VersionChange SECOND = new VersionChange(2, Case.day("2025-06-30"));

    private static Case course(VersionChange... changes) {
        return Case.of(new RoleRules(6, List.of(new Requirement.Course("visam", "visam", List.of(changes)))))
                .appointed("2024-01-01");
    }

    private static Case agreement(VersionChange... changes) {
        return Case.of(new RoleRules(6, List.of(new Requirement.Agreement("agreement", List.of(changes)))))
                .appointed("2024-01-01");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "2024-12-29, CERTIFIED",
        "2024-12-30, REFRESHER_DUE",
        "2025-06-30, REFRESHER_DUE",
        "2025-07-01, LAPSED",
    })
    void the_old_version_of_a_course_holds_through_the_day_with_a_window(String day, String standing) {
        course(SECOND)
                .course("visam", 1, "2024-02-01")
                .stands(day + " " + standing)
                .due("2024-02-01", "2025-06-30");
    }

    @Test
    void the_new_version_done_before_the_day_leaves_nothing_to_do() {
        course(SECOND)
                .course("visam", 1, "2024-02-01")
                .course("visam", 2, "2025-03-01")
                .stands("2025-02-28 REFRESHER_DUE", "2025-03-01 CERTIFIED", "2025-07-01 CERTIFIED");
    }

    @Test
    void after_the_day_the_old_version_does_not_count_however_it_was_begun() {
        course(SECOND).course("visam", 1, "2025-06-30").stands("2025-06-30 REFRESHER_DUE", "2025-07-01 LAPSED");
        course(SECOND)
                .course("visam", 1, "2025-07-01")
                .stands("2025-07-01 NOMINATED")
                .says("2025-07-01", "visam MISSING - COMPLETE_COURSE")
                .course("visam", 2, "2025-08-01")
                .stands("2025-08-01 CERTIFIED");
    }

    @Test
    void the_new_version_mends_whenever_it_is_done() {
        course(SECOND)
                .course("visam", 1, "2024-02-01")
                .course("visam", 2, "2028-01-01")
                .says("2027-12-31", "visam EXPIRED_SINCE 2025-07-01 COMPLETE_COURSE")
                .stands("2028-01-01 CERTIFIED");
    }

    @Test
    void one_version_may_be_passed_over() {
        VersionChange third = new VersionChange(3, Case.day("2026-06-30"));
        course(SECOND, third)
                .course("visam", 3, "2024-02-01")
                .stands("2026-07-01 CERTIFIED")
                .due("2024-02-01", null);
        course(third, SECOND).course("visam", 2, "2024-02-01").stands("2025-07-01 CERTIFIED", "2026-07-01 LAPSED");
        // An old version taken again does not bring back its end.
        course(SECOND, third)
                .course("visam", 3, "2024-02-01")
                .course("visam", 1, "2024-03-01")
                .stands("2025-07-01 CERTIFIED");
    }

    @Test
    void evidence_is_about_the_version_that_was_asked_for_on_its_day() {
        course(SECOND).evidence("visam", "2025-06-30").stands("2025-06-30 REFRESHER_DUE", "2025-07-01 LAPSED");
        course(SECOND).evidence("visam", "2025-07-01").stands("2025-07-01 CERTIFIED", "9999-12-31 CERTIFIED");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "2024-12-29, CERTIFIED",
        "2024-12-30, REFRESHER_DUE",
        "2025-06-30, REFRESHER_DUE",
        "2025-07-01, LAPSED",
    })
    void an_agreement_on_the_old_description_holds_through_the_transition(String day, String standing) {
        agreement(SECOND).agreement(1, 1, "2024-02-01", null).stands(day + " " + standing);
    }

    @Test
    void an_offer_on_the_old_may_still_be_signed_through_the_transition() {
        agreement(SECOND).agreement(1, 1, "2025-06-30", null).stands("2025-06-30 REFRESHER_DUE", "2025-07-01 LAPSED");
        agreement(SECOND).agreement(1, 1, "2025-07-01", null).stands("2025-07-01 NOMINATED");
    }

    @Test
    void without_a_transition_end_the_old_holds_until_its_own() {
        agreement().agreement(1, 1, "2024-02-01", "2026-01-31").stands("2026-01-31 REFRESHER_DUE", "2026-02-01 LAPSED");
    }

    @Test
    void an_agreement_on_the_new_description_is_not_touched() {
        agreement(SECOND)
                .agreement(1, 1, "2024-02-01", null)
                .agreement(2, 2, "2025-03-01", null)
                .stands("2025-02-28 REFRESHER_DUE", "2025-03-01 CERTIFIED", "2025-07-01 CERTIFIED");
    }
}

package se.metodporten.certification.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A requirement that holds only for some kinds of unit (LPT/LRV). */
class WhereTest {

    private static final Requirement LAW = new Requirement.Course("law", "law");

    /** Asks the law in two kinds of ward, and an attestation everywhere. */
    private static Case asking() {
        return Case.of(new RoleRules(
                        6,
                        List.of(
                                new Requirement.Where(LAW, Set.of("psychiatric-ward", "psychiatric-clinic")),
                                new Requirement.Attestation("time"))))
                .appointed("2024-01-01")
                .with(new Fact.Attested("time", Case.day("2024-01-01")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "2024-02-29, CERTIFIED",
        "2024-03-01, LAPSED",
        "2024-08-31, LAPSED",
        "2024-09-01, CERTIFIED",
    })
    void it_is_asked_from_the_first_through_the_last_day_on_which_such_a_unit_is_served(String day, String standing) {
        asking().serves("psychiatric-ward", "2024-03-01", "2024-08-31").stands(day + " " + standing);
    }

    @Test
    void any_of_the_kinds_will_do_and_any_of_the_units_served() {
        asking().serves("health-centre", "2024-01-01", "9999-12-31")
                .serves("psychiatric-clinic", "2024-01-01", "9999-12-31")
                .stands("2024-06-01 NOMINATED")
                .says("2024-06-01", "law MISSING - COMPLETE_COURSE");
    }

    @Test
    void at_other_kinds_nothing_is_asked_and_nothing_is_said() {
        asking().serves("health-centre", "2024-01-01", "9999-12-31").stands("2024-01-01 CERTIFIED");
        assertThat(asking().on("2024-01-01").reasons()).isEmpty();
    }

    @Test
    void what_was_done_before_counts_where_it_comes_to_be_asked() {
        asking().course("law", 1, "2023-05-05")
                .serves("psychiatric-ward", "2024-03-01", "9999-12-31")
                .stands("2024-02-29 CERTIFIED", "2024-03-01 CERTIFIED");
    }

    @Test
    void stretches_that_touch_are_one() {
        asking().serves("psychiatric-ward", "2024-03-01", "2024-03-31")
                .serves("psychiatric-clinic", "2024-04-01", "2024-04-30")
                .course("law", 1, "2024-04-15")
                .stands(
                        "2024-02-29 CERTIFIED",
                        "2024-03-31 LAPSED",
                        "2024-04-14 LAPSED",
                        "2024-04-15 CERTIFIED",
                        "2024-05-01 CERTIFIED");
    }

    @Test
    void a_window_is_open_only_where_it_is_asked() {
        Requirement.Course newer =
                new Requirement.Course("law", "law", List.of(new VersionChange(2, Case.day("2024-12-31"))));
        Case.of(new RoleRules(6, List.of(new Requirement.Where(newer, Set.of("psychiatric-ward")))))
                .appointed("2024-01-01")
                .course("law", 1, "2024-01-01")
                .serves("psychiatric-ward", "2024-08-01", "2025-01-31")
                .stands(
                        "2024-07-31 CERTIFIED",
                        "2024-08-01 REFRESHER_DUE",
                        "2024-12-31 REFRESHER_DUE",
                        "2025-01-01 LAPSED",
                        "2025-01-31 LAPSED",
                        "2025-02-01 CERTIFIED");
    }

    @Test
    void a_refresher_may_be_asked_at_some_kinds_and_its_training_at_others() {
        Requirement refresher = Roles.refresher(new DueRule.EveryMonths(24, DueRule.CountedFrom.DAY_TAKEN));
        Case.of(new RoleRules(
                        6,
                        List.of(
                                new Requirement.Where(Roles.TRAINING, Set.of("ward")),
                                new Requirement.Where(refresher, Set.of("ward")))))
                .appointed("2024-01-01")
                .training("2024-02-01")
                .serves("ward", "2024-01-01", "2026-02-28")
                .stands("2024-01-31 NOMINATED", "2024-02-01 CERTIFIED", "2026-02-02 LAPSED", "2026-03-01 CERTIFIED");
    }

    @Test
    void an_exemption_lifts_it_there_too() {
        asking().serves("psychiatric-ward", "2024-01-01", "9999-12-31")
                .exemption("law", "2024-01-01", "2024-06-30")
                .stands("2024-01-01 REFRESHER_DUE", "2024-06-30 REFRESHER_DUE", "2024-07-01 LAPSED");
    }

    @Test
    void nowhere_at_all_cannot_be_asked() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Requirement.Where(LAW, Set.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Requirement.Where(new Requirement.Where(LAW, Set.of("ward")), Set.of("ward")));
    }
}

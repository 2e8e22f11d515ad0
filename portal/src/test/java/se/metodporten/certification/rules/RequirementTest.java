package se.metodporten.certification.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.metodporten.certification.rules.DueRule.CountedFrom;
import se.metodporten.certification.rules.DueRule.EveryMonths;

/** Each kind of requirement by itself: when it is there, when it is gone, what it says. */
class RequirementTest {

    private static Case asking(Requirement requirement) {
        return Case.of(new RoleRules(6, List.of(requirement))).appointed("2024-01-01");
    }

    @Test
    void a_licence_counts_from_the_day_it_is_given() {
        asking(new Requirement.Licence("nurse", "nurse"))
                .licence("2024-03-01")
                .stands("2024-02-29 NOMINATED", "2024-03-01 CERTIFIED")
                .says("2024-02-29", "nurse MISSING - REGISTER_LICENCE");
    }

    @Test
    void a_licence_does_not_count_on_the_day_it_is_withdrawn() {
        asking(new Requirement.Licence("nurse", "nurse"))
                .licence("2010-03-01")
                .licenceWithdrawn("2025-05-05")
                .stands("2025-05-04 CERTIFIED", "2025-05-05 LAPSED")
                .says("2025-05-05", "nurse EXPIRED_SINCE 2025-05-05 REGISTER_LICENCE");
    }

    @Test
    void given_and_withdrawn_on_one_day_is_not_there_in_any_order() {
        Requirement.Licence nurse = new Requirement.Licence("nurse", "nurse");
        asking(nurse).licence("2024-03-01").licenceWithdrawn("2024-03-01").stands("2024-03-01 NOMINATED");
        asking(nurse).licenceWithdrawn("2024-03-01").licence("2024-03-01").stands("2024-03-01 NOMINATED");
        asking(nurse)
                .licence("2010-01-01")
                .licenceWithdrawn("2024-03-01")
                .licenceWithdrawn("2024-04-01")
                .licence("2024-04-01")
                .says("2024-04-01", "nurse EXPIRED_SINCE 2024-03-01 REGISTER_LICENCE");
    }

    @Test
    void a_licence_of_another_profession_does_not_count() {
        asking(new Requirement.Licence("nurse", "nurse"))
                .with(new Fact.LicenceGiven("physician", Case.day("2010-01-01")))
                .with(new Fact.LicenceWithdrawn("physician", Case.day("2024-02-01")))
                .stands("2024-01-15 NOMINATED");
    }

    @Test
    void an_attestation_counts_until_it_is_withdrawn() {
        asking(new Requirement.Attestation("routines-and-time"))
                .with(new Fact.Attested("routines-and-time", Case.day("2024-02-01")))
                .with(new Fact.AttestationWithdrawn("routines-and-time", Case.day("2024-09-01")))
                .with(new Fact.Attested("routines-and-time", Case.day("2025-02-01")))
                .stands(
                        "2024-01-31 NOMINATED",
                        "2024-02-01 CERTIFIED",
                        "2024-08-31 CERTIFIED",
                        "2024-09-01 LAPSED",
                        "2025-01-31 LAPSED",
                        "2025-02-01 CERTIFIED")
                .says("2024-01-31", "routines-and-time MISSING - GET_ATTESTATION");
    }

    @Test
    void a_course_counts_from_the_day_it_is_completed_for_good() {
        asking(new Requirement.Course("visam-grunderna", "visam-grunderna"))
                .course("visam-grunderna", 1, "2024-02-01")
                .course("visam-grunderna", 1, "2024-06-01")
                .course("another", 1, "2024-01-10")
                .stands("2024-01-31 NOMINATED", "2024-02-01 CERTIFIED", "9999-12-31 CERTIFIED")
                .says("2024-01-31", "visam-grunderna MISSING - COMPLETE_COURSE");
    }

    @Test
    void a_begun_training_says_which_sessions_are_left() {
        Case begun = asking(Roles.TRAINING).session(2, "2024-03-05");
        assertThat(begun.on("2024-03-04").reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.partsLeft()).containsExactly(1, 2));
        assertThat(begun.on("2024-03-05").reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.partsLeft()).containsExactly(1));
    }

    @Test
    void a_part_that_is_not_required_asks_nothing_and_gives_nothing() {
        TrainingInFull firstAndThird = new TrainingInFull("instructor-training", List.of(3, 1));
        asking(new Requirement.Training("instructor-training", List.of(firstAndThird)))
                .session(1, "2024-02-01")
                .session(2, "2024-02-02")
                .session(3, "2024-02-03")
                .stands("2024-02-02 NOMINATED", "2024-02-03 CERTIFIED");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "2024-01-31, NOMINATED",
        "2024-02-01, CERTIFIED",
        "2025-07-30, CERTIFIED",
        "2025-07-31, REFRESHER_DUE",
        "2026-01-31, REFRESHER_DUE",
        "2026-02-01, LAPSED",
    })
    void an_agreement_counts_from_its_first_through_its_last_day_with_a_window(String day, String standing) {
        asking(new Requirement.Agreement("agreement"))
                .agreement(1, "2024-02-01", "2026-01-31")
                .stands(day + " " + standing)
                .due("2024-02-01", "2026-01-31");
    }

    @Test
    void the_window_closes_on_the_day_the_next_agreement_is_signed_though_it_begins_later() {
        asking(new Requirement.Agreement("agreement"))
                .agreement(1, "2024-02-01", "2026-01-31")
                .agreementSigned(2, 1, "2025-12-10", "2026-02-01", null)
                .stands(
                        "2025-07-31 REFRESHER_DUE",
                        "2025-12-09 REFRESHER_DUE",
                        "2025-12-10 CERTIFIED",
                        "2026-02-01 CERTIFIED")
                .due("2024-02-01", "2026-01-31")
                .due("2025-12-10", null);
    }

    @Test
    void the_next_agreement_signed_after_the_end_leaves_the_gap() {
        asking(new Requirement.Agreement("agreement"))
                .agreementSigned(2, 1, "2026-01-20", "2026-02-02", null)
                .agreement(1, "2024-02-01", "2026-01-31")
                .stands("2026-01-31 REFRESHER_DUE", "2026-02-01 LAPSED", "2026-02-02 CERTIFIED");
    }

    @Test
    void two_agreements_at_once_hold_until_the_last_of_them_ends() {
        asking(new Requirement.Agreement("agreement"))
                .agreement(1, "2024-02-01", "2026-01-31")
                .agreement(2, "2024-03-01", "2024-06-30")
                .stands(
                        "2024-06-30 CERTIFIED",
                        "2024-07-01 CERTIFIED",
                        "2026-01-31 REFRESHER_DUE",
                        "2026-02-01 LAPSED");
    }

    @Test
    void an_agreement_signed_but_not_begun_is_not_in_force() {
        asking(new Requirement.Agreement("agreement"))
                .agreementSigned(1, 1, "2024-01-10", "2024-03-01", null)
                .stands("2024-02-29 NOMINATED", "2024-03-01 CERTIFIED");
    }

    @Test
    void an_agreement_ended_then_a_new_one_mends_at_once() {
        asking(new Requirement.Agreement("agreement"))
                .agreement(1, "2024-02-01", null)
                .agreementEnded(1, "2024-08-31")
                .agreement(2, "2026-03-01", null)
                .stands("2024-08-31 CERTIFIED", "2024-09-01 LAPSED", "2026-02-28 LAPSED", "2026-03-01 CERTIFIED")
                .says("2024-09-01", "agreement EXPIRED_SINCE 2024-09-01 SIGN_AGREEMENT");
    }

    @Test
    void a_revoked_agreement_opens_no_window_since_nobody_could_have_known() {
        asking(new Requirement.Agreement("agreement"))
                .agreement(1, "2024-02-01", "2026-01-31")
                .agreementEnded(1, "2025-10-10")
                .stands("2025-10-10 CERTIFIED", "2025-10-11 LAPSED")
                .says("2025-10-10", "agreement VALID_UNTIL 2025-10-10 NOTHING");
    }

    @Test
    void an_end_after_the_agreed_one_changes_nothing() {
        asking(new Requirement.Agreement("agreement"))
                .agreement(1, "2024-02-01", "2026-01-31")
                .agreementEnded(1, "2026-06-30")
                .stands("2026-01-31 REFRESHER_DUE", "2026-02-01 LAPSED");
    }

    @Test
    void an_agreement_revoked_before_it_began_was_never_there() {
        asking(new Requirement.Agreement("agreement"))
                .agreement(1, "2024-03-01", null)
                .agreementEnded(1, "2024-02-15")
                .stands("2024-03-01 NOMINATED");
    }

    @Test
    void an_agreement_to_the_end_of_the_appointment_needs_no_renewal() {
        asking(new Requirement.Agreement("agreement"))
                .agreement(1, "2024-02-01", "2025-12-31")
                .ended("2025-12-31")
                .stands("2025-12-31 CERTIFIED", "2026-01-01 ENDED");
        asking(new Requirement.Agreement("agreement"))
                .agreement(1, "2024-02-01", "2025-12-31")
                .ended("2026-01-01")
                .stands("2025-12-31 REFRESHER_DUE", "2026-01-01 LAPSED");
    }

    @Test
    void half_valid_rules_cannot_be_made() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new RoleRules(6, List.of(Roles.refresher(new EveryMonths(24, CountedFrom.DAY_TAKEN)))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RoleRules(6, List.of(Roles.TRAINING, Roles.TRAINING)));
        assertThatIllegalArgumentException().isThrownBy(() -> new RoleRules(-1, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new EveryMonths(0, CountedFrom.DAY_TAKEN));
        assertThatIllegalArgumentException().isThrownBy(() -> TrainingInFull.ofParts("nothing", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> TrainingInFull.ofParts("too-much", 63));
        assertThatIllegalArgumentException().isThrownBy(() -> new Requirement.Training("none", List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Fact.Pause(Case.day("2024-02-02"), Case.day("2024-02-01")));
    }
}

package se.metodporten.certification.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Precedence, rules 11 to 14, and what a timeline tells its readers. */
class TimelineTest {

    private static Case instructor() {
        return Case.of(Roles.instructor()).appointed("2024-01-01");
    }

    private static Case certified() {
        return instructor()
                .licence("2010-06-01")
                .agreement(1, "2024-02-01", null)
                .training("2024-04-14", "2024-04-15");
    }

    @Test
    void from_appointment_to_certificate_step_by_step() {
        Case instructor = instructor();
        assertThat(instructor.on("2024-01-01").stepsLeft()).isEqualTo(3);
        instructor.says(
                "2024-01-01",
                "nurse MISSING - REGISTER_LICENCE",
                "instructor-training MISSING - ATTEND_TRAINING",
                "agreement MISSING - SIGN_AGREEMENT");
        instructor.licence("2010-06-01").agreement(1, "2024-02-01", null).session(1, "2024-04-14");
        assertThat(instructor.on("2024-04-14").stepsLeft()).isEqualTo(1);
        instructor
                .session(2, "2024-04-15")
                .stands("2024-04-14 NOMINATED", "2024-04-15 CERTIFIED")
                .says("2024-04-15", "instructor-refresher VALID_UNTIL 2026-04-15 NOTHING");
        assertThat(instructor.on("2024-04-15").stepsLeft()).isZero();
    }

    @Test
    void a_method_supervisor_without_a_refresher_stays_certified() {
        Case.of(Roles.methodSupervisor())
                .appointed("2024-01-01")
                .with(new Fact.Attested("routines-and-time", Case.day("2024-01-01")))
                .course("visam-grunderna", 1, "2024-01-15")
                .with(new Fact.SessionAttended("introduction-meeting", 1, Case.day("2024-02-01")))
                .agreement(1, "2024-01-10", null)
                .stands("2024-01-31 NOMINATED", "2024-02-01 CERTIFIED", "9999-12-31 CERTIFIED")
                .due("2024-02-01", null);
    }

    @Test
    void nothing_before_the_first_day_and_always_something_after() {
        Timeline timeline = certified().timeline();
        assertThat(timeline.on(Case.day("2023-12-31"))).isEmpty();
        assertThat(timeline.standingOn(Case.day("2024-01-01"))).contains(Standing.NOMINATED);
        assertThat(timeline.periods().get(timeline.periods().size() - 1).through())
                .isEqualTo(StandingPeriod.END_OF_DAYS);
    }

    @Test
    void nobody_appointed_is_no_timeline() {
        assertThat(Case.of(Roles.instructor()).licence("2010-06-01").timeline().periods())
                .isEmpty();
    }

    @Test
    void a_role_that_asks_nothing_certifies_from_the_first_day() {
        Case.of(new RoleRules(6, List.of())).appointed("2024-01-01").stands("2024-01-01 CERTIFIED");
    }

    @Test
    void the_last_day_is_inclusive_and_ended_comes_before_all_else() {
        certified()
                .ended("2025-03-31")
                .pause("2025-02-01", "2025-12-31")
                .stands(
                        "2025-01-31 CERTIFIED",
                        "2025-02-01 PAUSED",
                        "2025-03-31 PAUSED",
                        "2025-04-01 ENDED",
                        "9999-12-31 ENDED")
                .says("2025-04-01", "- ENDED 2025-03-31 NOTHING")
                .due("2025-04-01", null);
    }

    @Test
    void paused_comes_before_lapsed_and_nominated() {
        certified()
                .licenceWithdrawn("2025-02-01")
                .pause("2025-03-01", "2025-03-31")
                .stands("2025-02-28 LAPSED", "2025-03-01 PAUSED", "2025-04-01 LAPSED");
    }

    @Test
    void an_appointment_called_off_before_it_began_is_ended_from_its_first_day() {
        assertThat(instructor().ended("2023-12-15").timeline().periods())
                .singleElement()
                .satisfies(only -> {
                    assertThat(only.standing()).isEqualTo(Standing.ENDED);
                    assertThat(only.from()).isEqualTo("2024-01-01");
                });
    }

    @Test
    void begun_anew_it_starts_as_certified_by_the_persons_facts() {
        // Rule 11: the agreement is the new appointment's own.
        Case.of(Roles.instructor())
                .appointed("2025-06-01")
                .licence("2010-06-01")
                .training("2024-04-14", "2024-04-15")
                .stands("2025-06-01 NOMINATED")
                .says(
                        "2025-06-01",
                        "agreement MISSING - SIGN_AGREEMENT",
                        "instructor-refresher VALID_UNTIL 2026-04-15 NOTHING")
                .agreement(2, "2025-06-01", null)
                .stands("2025-06-01 CERTIFIED");
    }

    @Test
    void never_yet_certified_is_nominated_whatever_has_run_out() {
        // Rule 12: the training is long past due, the licence withdrawn, the first agreement over.
        Case.of(Roles.instructor())
                .appointed("2025-06-01")
                .training("2020-04-14", "2020-04-15")
                .agreement(1, "2025-06-01", "2025-12-31")
                .licence("2010-06-01")
                .licenceWithdrawn("2025-08-01")
                .stands("2025-06-01 NOMINATED", "2025-08-01 NOMINATED", "2026-01-01 NOMINATED")
                .says(
                        "2026-01-01",
                        "nurse EXPIRED_SINCE 2025-08-01 REGISTER_LICENCE",
                        "agreement EXPIRED_SINCE 2026-01-01 SIGN_AGREEMENT",
                        "instructor-refresher EXPIRED_SINCE 2022-04-16 REPEAT_TRAINING");
    }

    @Test
    void all_fulfilled_but_never_at_once_is_nominated() {
        Case.of(Roles.methodSupervisor())
                .appointed("2024-01-01")
                .with(new Fact.Attested("routines-and-time", Case.day("2024-01-01")))
                .course("visam-grunderna", 1, "2024-01-15")
                .agreement(1, "2024-01-10", null)
                .agreementEnded(1, "2024-01-31")
                .with(new Fact.SessionAttended("introduction-meeting", 1, Case.day("2024-02-01")))
                .stands("2024-02-01 NOMINATED");
    }

    @Test
    void fulfilled_only_before_the_appointment_or_only_in_a_pause_is_never_certified() {
        Case.of(Roles.instructor())
                .appointed("2025-06-01")
                .training("2024-04-14", "2024-04-15")
                .agreement(1, "2025-06-01", null)
                .licence("2010-06-01")
                .licenceWithdrawn("2025-07-01")
                .pause("2025-06-01", "2025-08-31")
                .stands("2025-06-15 PAUSED", "2025-09-01 NOMINATED");
    }

    @Test
    void certified_once_is_lapsed_later_even_after_a_single_day() {
        Case.of(Roles.instructor())
                .appointed("2024-01-01")
                .training("2023-10-14", "2023-10-15")
                .agreement(1, "2024-01-01", null)
                .licence("2010-06-01")
                .licenceWithdrawn("2024-01-02")
                .stands("2024-01-01 CERTIFIED", "2024-01-02 LAPSED");
    }

    @Test
    void recognised_evidence_counts_as_if_done_here_on_its_day() {
        instructor()
                .evidence("nurse", "2010-06-01")
                .evidence("instructor-training", "2023-05-20")
                .agreement(1, "2024-01-01", null)
                .stands("2024-01-01 CERTIFIED")
                .due("2024-01-01", "2025-05-20")
                .evidence("instructor-refresher", "2025-01-10")
                .due("2025-01-10", "2027-01-10");
    }

    @Test
    void evidence_of_the_whole_training_restores_after_the_grace_but_evidence_of_a_refresher_does_not() {
        certified().evidence("instructor-refresher", "2026-10-16").stands("2026-10-16 LAPSED");
        certified().evidence("instructor-refresher", "2026-10-15").stands("2026-10-15 CERTIFIED");
        certified().evidence("instructor-training", "2026-10-16").stands("2026-10-16 CERTIFIED");
    }

    @Test
    void evidence_completes_a_begun_training_and_uses_its_sessions_up() {
        instructor()
                .licence("2010-06-01")
                .agreement(1, "2024-01-01", null)
                .session(1, "2024-03-01")
                .evidence("instructor-training", "2024-03-10")
                .session(2, "2024-05-01")
                .due("2024-05-01", "2026-03-10");
    }

    @Test
    void evidence_does_not_stand_in_for_an_attestation_or_a_signature() {
        Case.of(Roles.methodSupervisor())
                .appointed("2024-01-01")
                .evidence("routines-and-time", "2023-01-01")
                .evidence("agreement", "2023-01-01")
                .evidence("visam-grunderna", "2023-01-01")
                .evidence("introduction-meeting", "2023-01-01")
                .says(
                        "2024-01-01",
                        "routines-and-time MISSING - GET_ATTESTATION",
                        "agreement MISSING - SIGN_AGREEMENT");
    }

    @Test
    void the_nearest_of_several_deadlines_is_the_due_day() {
        certified().due("2024-05-01", "2026-04-15");
        Case.of(Roles.instructor())
                .appointed("2024-01-01")
                .licence("2010-06-01")
                .training("2024-04-15")
                .agreement(1, "2024-01-01", "2025-12-31")
                .due("2024-05-01", "2025-12-31")
                .says(
                        "2025-11-01",
                        "agreement DUE_BY 2025-12-31 SIGN_AGREEMENT",
                        "instructor-refresher DUE_BY 2026-04-15 ATTEND_REFRESHER")
                .due("2026-01-01", "2026-04-15");
    }

    @Test
    void since_is_the_first_day_of_the_unbroken_run_though_its_reasons_change() {
        Timeline lapsed = certified().timeline();
        assertThat(lapsed.since(Case.day("2027-01-01"))).contains(Case.day("2026-04-16"));
        assertThat(lapsed.since(Case.day("2026-04-16"))).contains(Case.day("2026-04-16"));
        assertThat(lapsed.since(Case.day("2023-12-31"))).isEmpty();
        Timeline twice = certified()
                .licenceWithdrawn("2024-06-01")
                .licence("2024-07-01")
                .licenceWithdrawn("2024-08-01")
                .timeline();
        assertThat(twice.since(Case.day("2024-06-15"))).contains(Case.day("2024-06-01"));
        assertThat(twice.since(Case.day("2024-08-15"))).contains(Case.day("2024-08-01"));
    }

    @Test
    void a_correction_recorded_later_changes_the_past_as_known_now_but_not_as_known_then() {
        Instant first = Instant.parse("2024-04-20T08:00:00Z");
        Instant corrected = Instant.parse("2026-05-02T08:00:00Z");
        Case history = instructor()
                .licence("2010-06-01")
                .agreement(1, "2024-02-01", null)
                .session(1, "2024-04-14")
                .record(RecordedFact.of(100, first, session2("2024-04-15")))
                .record(RecordedFact.correcting(100, 101, corrected, session2("2024-05-15")));
        LocalDate inBetween = Case.day("2026-05-01");
        assertThat(history.asKnown("2026-05-02T07:59:59Z").standingOn(inBetween))
                .contains(Standing.LAPSED);
        assertThat(history.asKnown("2026-05-02T08:00:00Z").standingOn(inBetween))
                .contains(Standing.REFRESHER_DUE);
        assertThat(history.asKnown("2024-04-20T07:59:59Z").standingOn(inBetween))
                .contains(Standing.NOMINATED);
        history.stands("2024-05-14 NOMINATED", "2024-05-15 CERTIFIED", "2026-05-15 REFRESHER_DUE", "2026-05-16 LAPSED");
    }

    @Test
    void a_fact_that_never_was_is_withdrawn_and_a_withdrawal_may_itself_be_corrected() {
        Case history = instructor()
                .licence("2010-06-01")
                .agreement(1, "2024-02-01", null)
                .session(1, "2024-04-14")
                .record(RecordedFact.of(100, Instant.parse("2024-04-20T08:00:00Z"), session2("2024-04-15")))
                .record(RecordedFact.withdrawing(100, 101, Instant.parse("2024-05-01T08:00:00Z")))
                .record(RecordedFact.correcting(
                        101, 102, Instant.parse("2024-06-01T08:00:00Z"), session2("2024-04-16")));
        assertThat(history.asKnown("2024-04-30T00:00:00Z").standingOn(Case.day("2024-04-15")))
                .contains(Standing.CERTIFIED);
        assertThat(history.asKnown("2024-05-15T00:00:00Z").standingOn(Case.day("2024-04-20")))
                .contains(Standing.NOMINATED);
        history.stands("2024-04-15 NOMINATED", "2024-04-16 CERTIFIED");
    }

    @Test
    void a_record_that_says_nothing_cannot_be_made() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RecordedFact(1, Instant.EPOCH, null, null));
    }

    private static Fact session2(String day) {
        return new Fact.SessionAttended("instructor-training", 2, Case.day(day));
    }
}

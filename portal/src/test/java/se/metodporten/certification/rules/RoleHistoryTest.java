package se.metodporten.certification.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule 10: a role is changed while people have it. */
class RoleHistoryTest {

    private static final LocalDate APPLIES = LocalDate.of(2026, 1, 1);
    private static final LocalDate TRANSITION = LocalDate.of(2026, 7, 1);

    private static final RoleRules ONE_COURSE = new RoleRules(6, List.of(new Requirement.Course("first", "first")));
    private static final RoleRules TWO_COURSES = new RoleRules(
            6, List.of(new Requirement.Course("first", "first"), new Requirement.Course("second", "second")));

    /** From one course to two, decided for those appointed from New Year, for the others from July. */
    private static final RoleHistory ONE_MORE = new RoleHistory(List.of(
            new RoleHistory.Change(ONE_COURSE, Days.FIRST, Days.FIRST),
            new RoleHistory.Change(TWO_COURSES, APPLIES, TRANSITION)));

    @ParameterizedTest(name = "appointed {0}, on {1}: {2}")
    @CsvSource({
        "2025-12-31, 2026-06-30, CERTIFIED",
        "2025-12-31, 2026-07-01, LAPSED",
        "2026-01-01, 2026-01-01, NOMINATED",
        "2026-01-01, 2026-07-01, NOMINATED",
    })
    void who_was_appointed_before_keeps_the_old_rules_until_the_transition_day(
            LocalDate appointed, LocalDate day, Standing standing) {
        assertThat(timeline(ONE_MORE, appointed, done("first", appointed)).standingOn(day))
                .contains(standing);
    }

    @ParameterizedTest
    @CsvSource({"2026-05-01, CERTIFIED", "2026-07-01, CERTIFIED", "2026-07-02, LAPSED"})
    void at_the_transition_day_the_new_rules_weigh_the_facts_as_they_are(LocalDate second, Standing onTheDay) {
        LocalDate appointed = LocalDate.of(2024, 1, 1);
        Timeline timeline = timeline(ONE_MORE, appointed, done("first", appointed), done("second", second));

        assertThat(timeline.standingOn(TRANSITION)).contains(onTheDay);
        assertThat(timeline.standingOn(LocalDate.of(2026, 7, 2))).contains(Standing.CERTIFIED);
    }

    @Test
    void never_yet_certified_stays_nominated_through_the_transition() {
        Timeline timeline = timeline(ONE_MORE, LocalDate.of(2024, 1, 1));

        assertThat(timeline.standingOn(TRANSITION)).contains(Standing.NOMINATED);
        assertThat(timeline.on(TRANSITION).orElseThrow().stepsLeft()).isEqualTo(2);
    }

    @Test
    void what_is_no_longer_asked_certifies_from_the_transition_day() {
        RoleHistory oneLess = new RoleHistory(List.of(
                new RoleHistory.Change(TWO_COURSES, Days.FIRST, Days.FIRST),
                new RoleHistory.Change(ONE_COURSE, APPLIES, TRANSITION)));
        LocalDate appointed = LocalDate.of(2025, 1, 1);
        Timeline timeline = timeline(oneLess, appointed, done("first", appointed));

        assertThat(timeline.standingOn(TRANSITION.minusDays(1))).contains(Standing.NOMINATED);
        assertThat(timeline.standingOn(TRANSITION)).contains(Standing.CERTIFIED);
    }

    @Test
    void a_later_decision_goes_before_an_earlier_one_that_has_not_come_into_force() {
        RoleHistory changedMind = new RoleHistory(List.of(
                new RoleHistory.Change(ONE_COURSE, Days.FIRST, Days.FIRST),
                new RoleHistory.Change(TWO_COURSES, APPLIES, TRANSITION),
                new RoleHistory.Change(ONE_COURSE, APPLIES, APPLIES)));
        LocalDate appointed = LocalDate.of(2025, 1, 1);

        assertThat(timeline(changedMind, appointed, done("first", appointed)))
                .isEqualTo(timeline(RoleHistory.of(ONE_COURSE), appointed, done("first", appointed)));
    }

    @Test
    void periods_have_no_gap_where_the_rules_change() {
        LocalDate appointed = LocalDate.of(2025, 3, 1);
        List<StandingPeriod> periods =
                timeline(ONE_MORE, appointed, done("first", appointed)).periods();

        for (int i = 1; i < periods.size(); i++) {
            assertThat(periods.get(i).from())
                    .isEqualTo(periods.get(i - 1).through().plusDays(1));
        }
        assertThat(periods.get(periods.size() - 1).through()).isEqualTo(StandingPeriod.END_OF_DAYS);
    }

    @Test
    void a_transition_before_the_change_is_refused() {
        assertThatThrownBy(() -> new RoleHistory.Change(ONE_COURSE, APPLIES, APPLIES.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RoleHistory(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static Fact done(String course, LocalDate day) {
        return new Fact.CourseCompleted(course, 1, day);
    }

    private static Timeline timeline(RoleHistory history, LocalDate appointed, Fact... more) {
        List<RecordedFact> facts = new ArrayList<>();
        facts.add(RecordedFact.of(1, Instant.EPOCH, new Fact.Appointed(appointed)));
        for (Fact fact : more) {
            facts.add(RecordedFact.of(facts.size() + 1L, Instant.EPOCH, fact));
        }
        return Timeline.of(history, facts);
    }
}

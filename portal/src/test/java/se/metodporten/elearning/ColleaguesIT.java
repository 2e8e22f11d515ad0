package se.metodporten.elearning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.metodporten.elearning.PlayerTalk.commit;

import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.metodporten.access.AccessDenied;
import se.metodporten.access.Office;
import se.metodporten.common.Paging;
import se.metodporten.elearning.PlayerTalk.Player;
import se.metodporten.harness.InPortal;

/** Who in a unit has come how far with a course, and who is told. */
class ColleaguesIT extends InPortal {

    private static final String COURSE = "visam-grunderna";
    private static final Map<String, String> BEGUN = Map.of("cmi.core.lesson_status", "incomplete");
    private static final Map<String, String> PASSED =
            Map.of("cmi.core.score.raw", "90", "cmi.core.lesson_status", "passed");

    @Inject
    private Attempts attempts;

    @Inject
    private Courses courses;

    @Inject
    private ContentAddress content;

    private long unit;
    private long manager;
    private long nurse;

    @BeforeEach
    void a_unit_with_a_nurse() {
        unit = scenario.unit("hallefors");
        manager = scenario.manager(unit);
        nurse = scenario.employee(unit);
    }

    @Test
    void a_manager_sees_how_far_the_own_staff_have_come() {
        assertThat(row(nurse).progress()).isEqualTo(CourseCard.Progress.NOT_STARTED);

        Player player = open(nurse);
        say(player, 1, BEGUN);
        assertThat(row(nurse).progress()).isEqualTo(CourseCard.Progress.UNDER_WAY);
        assertThat(row(nurse).minutes()).isEqualTo(1);

        say(player, 2, PASSED);
        assertThat(row(nurse).progress()).isEqualTo(CourseCard.Progress.DONE);
        assertThat(row(nurse).completedOn()).isEqualTo(scenario.today());
        assertThat(row(nurse).lastDay()).isEqualTo(scenario.today());
        assertThat(people(manager, CourseCard.Progress.NOT_STARTED)).containsExactly(manager);
        assertThat(as.person(manager, courses::units))
                .extracting(CourseUnit::id)
                .containsExactly(unit);
    }

    @Test
    void who_has_most_left_comes_first() {
        long done = scenario.employee(unit);
        long underWay = scenario.employee(unit);
        say(open(done), 1, PASSED);
        say(open(underWay), 1, BEGUN);
        say(open(nurse), 1, BEGUN);
        database.execute(handle -> handle.createUpdate(
                        "update attempt set last_commit_at = date_sub(last_commit_at, interval 9 day) where person_id = :id")
                .bind("id", nurse)
                .execute());

        assertThat(people(manager, null)).containsExactly(manager, nurse, underWay, done);
    }

    @Test
    void who_is_protected_is_listed_for_the_own_manager_only_and_each_number_is_the_length_of_its_list() {
        long hidden = scenario.protectedEmployee(unit);
        long coordinator = scenario.official(Office.COORDINATOR, scenario.place("norra"));
        say(open(nurse), 1, PASSED);

        assertThat(people(manager, null)).contains(hidden, nurse);
        assertThat(people(coordinator, null)).contains(nurse).doesNotContain(hidden);
        for (long reader : List.of(manager, coordinator)) {
            CourseTally tally = as.person(reader, () -> courses.tallies(unit)).stream()
                    .filter(one -> one.code().equals(COURSE))
                    .findFirst()
                    .orElseThrow();
            assertThat(tally.done()).isEqualTo(1);
            for (CourseCard.Progress progress : CourseCard.Progress.values()) {
                assertThat(people(reader, progress)).hasSize(tally.of(progress));
            }
        }
    }

    @Test
    void who_may_not_follow_a_unit_sees_nobody_there() {
        List<Long> others = List.of(
                nurse,
                scenario.manager(scenario.unit("hallefors")),
                scenario.official(Office.COORDINATOR, scenario.place("sodra")),
                scenario.official(Office.MAS, scenario.place("hallefors")));

        for (long other : others) {
            assertThatThrownBy(() -> people(other, null)).isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> as.person(other, () -> courses.tallies(unit)))
                    .isInstanceOf(AccessDenied.class);
        }
        assertThatThrownBy(() -> as.person(nurse, courses::units)).isInstanceOf(AccessDenied.class);
    }

    private List<Long> people(long reader, CourseCard.@Nullable Progress progress) {
        return as.person(reader, () -> courses.colleagues(unit, COURSE, progress, Paging.FIRST)).rows().stream()
                .map(ColleagueRow::personId)
                .toList();
    }

    private ColleagueRow row(long person) {
        return as.person(manager, () -> courses.colleagues(unit, COURSE, null, Paging.FIRST)).rows().stream()
                .filter(one -> one.personId() == person)
                .findFirst()
                .orElseThrow();
    }

    private Player open(long person) {
        return PlayerTalk.exchange(attempts, content, URI.create(as.person(person, () -> attempts.launch(COURSE))));
    }

    private void say(Player player, int sequence, Map<String, String> sets) {
        attempts.commit(player.version(), player.secret(), commit(player.session(), sequence, sets));
    }
}

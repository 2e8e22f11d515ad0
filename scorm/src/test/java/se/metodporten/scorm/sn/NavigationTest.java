package se.metodporten.scorm.sn;

import static org.assertj.core.api.Assertions.assertThat;
import static se.metodporten.scorm.sn.Trees.after;
import static se.metodporten.scorm.sn.Trees.heading;
import static se.metodporten.scorm.sn.Trees.invisible;
import static se.metodporten.scorm.sn.Trees.mode;
import static se.metodporten.scorm.sn.Trees.sco;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.metodporten.scorm.LessonStatus;
import se.metodporten.scorm.Standard;
import se.metodporten.scorm.sn.Navigation.Destination;

/** Free choice and simple flow, prerequisites and control modes honoured. */
class NavigationTest {

    private static final ActivityTree THREE = Trees.of(
            Standard.SCORM_1_2,
            heading("kapitel", sco("a"), sco("b")),
            invisible(heading("dolt", invisible(sco("c")))));

    private static Navigation at(ActivityTree tree, String current, Map<String, LessonStatus> statuses) {
        return Navigation.of(
                tree, Optional.ofNullable(current), id -> statuses.getOrDefault(id, LessonStatus.NOT_ATTEMPTED));
    }

    private static Navigation at(ActivityTree tree, String current) {
        return at(tree, current, Map.of());
    }

    private static String id(Optional<Activity> activity) {
        return activity.map(Activity::identifier).orElse("");
    }

    private static String to(Navigation navigation, String request) {
        Optional<Destination> to =
                navigation.follow(NavigationRequest.parse(request).orElseThrow());
        return to.map(d -> d.activity().map(Activity::identifier).orElse(d.ends() ? "END" : "MENU"))
                .orElse("");
    }

    @Test
    void the_contents_show_what_the_manifest_does_not_hide() {
        assertThat(at(THREE, "a").contents())
                .extracting(e -> e.activity().identifier() + " " + e.depth() + " " + e.open())
                .containsExactly("kapitel 0 false", "a 1 true", "b 1 true");
    }

    @Test
    void flow_follows_the_contents_and_passes_through_what_they_hide() {
        assertThat(id(at(THREE, "a").previous())).isEmpty();
        assertThat(id(at(THREE, "a").next())).isEqualTo("b");
        assertThat(id(at(THREE, "b").next())).isEqualTo("c");
        assertThat(id(at(THREE, "c").next())).isEmpty();
        assertThat(id(at(THREE, "c").previous())).isEqualTo("b");
    }

    @Test
    void one_begins_at_the_first_and_goes_on_where_something_is_left() {
        assertThat(id(at(THREE, null).start())).isEqualTo("a");
        assertThat(id(at(THREE, "b").start())).isEqualTo("b");
        Map<String, LessonStatus> done = Map.of("b", LessonStatus.COMPLETED);
        assertThat(id(at(THREE, "b", done).start())).isEqualTo("a");
        assertThat(id(at(THREE, "b", done).again())).isEqualTo("b");
        Map<String, LessonStatus> all =
                Map.of("a", LessonStatus.PASSED, "b", LessonStatus.COMPLETED, "c", LessonStatus.COMPLETED);
        assertThat(id(at(THREE, "b", all).start())).isEqualTo("b");
        assertThat(id(at(THREE, null, all).start())).isEqualTo("a");
    }

    @ParameterizedTest
    @CsvSource({
        "a, continue, b",
        "a, previous, ''",
        "c, continue, END",
        "a, {target=c}choice, c",
        "a, {target=kapitel}choice, ''",
        "a, {target=x}choice, ''",
        "a, {target=c}jump, c",
        "a, exit, MENU",
        "a, abandon, MENU",
        "a, exitAll, END",
        "a, abandonAll, END",
        "a, suspendAll, END",
        "a, _none_, ''",
    })
    void a_request_leads_to_a_part_to_the_contents_or_out(String current, String request, String to) {
        assertThat(to(at(THREE, current), request)).isEqualTo(to);
    }

    @Test
    void out_of_the_only_part_is_out_of_the_course() {
        ActivityTree one = Trees.one(Standard.SCORM_2004, LaunchData.NONE);
        assertThat(to(at(one, Trees.ONLY), "exit")).isEqualTo("END");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Continue", "choice", "{target=}choice", "{target=a}continue", "{target=a}{b}choice"})
    void what_is_no_request_is_none(String words) {
        assertThat(NavigationRequest.parse(words)).isEmpty();
    }

    @Test
    void prerequisites_of_a_part_and_of_what_it_lies_in_are_honoured() {
        ActivityTree tree = Trees.of(
                Standard.SCORM_1_2,
                sco("a"),
                after("a", heading("kapitel", sco("b"), after("b = \"passed\"", sco("c")))));
        assertThat(id(at(tree, "a").next())).isEmpty();
        assertThat(to(at(tree, "a"), "{target=b}choice")).isEmpty();
        Navigation later = at(tree, "a", Map.of("a", LessonStatus.COMPLETED, "b", LessonStatus.COMPLETED));
        assertThat(id(later.next())).isEqualTo("b");
        assertThat(to(later, "{target=c}choice")).isEmpty();
        Navigation passed = at(tree, "b", Map.of("a", LessonStatus.COMPLETED, "b", LessonStatus.PASSED));
        assertThat(id(passed.next())).isEqualTo("c");
        assertThat(passed.contents()).extracting(Navigation.Entry::open).containsExactly(true, false, true, true);
    }

    @Test
    void a_prerequisite_may_name_a_heading() {
        ActivityTree tree = Trees.of(Standard.SCORM_1_2, heading("k", sco("a"), sco("b")), after("k", sco("c")));
        Map<String, LessonStatus> half = Map.of("a", LessonStatus.COMPLETED);
        assertThat(id(at(tree, "b", half).next())).isEmpty();
        Map<String, LessonStatus> done = Map.of("a", LessonStatus.COMPLETED, "b", LessonStatus.PASSED);
        assertThat(id(at(tree, "b", done).next())).isEqualTo("c");
    }

    /** Sequencing and Navigation §3.2: choice and flow of the cluster that a part lies in. */
    @ParameterizedTest
    @CsvSource({
        // choice, flow, forwardOnly → next, previous, choice of another, and what content is told of flow
        "true,  false, false, c, a, c, false, false",
        "true,  true,  false, c, a, c, true,  true",
        "false, true,  false, c, a, '', true, true",
        "false, true,  true,  c, '', '', true, false",
        "false, false, false, c, a, c, false, false",
    })
    void control_modes_are_honoured_and_nobody_is_locked_out(
            boolean choice,
            boolean flow,
            boolean forwardOnly,
            String next,
            String previous,
            String chosen,
            boolean on,
            boolean back) {
        ActivityTree tree =
                Trees.of(Standard.SCORM_2004, mode(choice, flow, forwardOnly), sco("a"), sco("b"), sco("c"));
        Navigation navigation = at(tree, "b");
        assertThat(id(navigation.next())).isEqualTo(next);
        assertThat(id(navigation.previous())).isEqualTo(previous);
        assertThat(to(navigation, "{target=c}choice")).isEqualTo(chosen);
        assertThat(navigation.flowsOn()).isEqualTo(on);
        assertThat(navigation.flowsBack()).isEqualTo(back);
    }

    @Test
    void a_cluster_without_choice_closes_what_is_below_it() {
        ActivityTree tree = Trees.of(
                Standard.SCORM_2004,
                sco("a"),
                heading("k", mode(false, true, false), sco("b"), heading("l", sco("c"))));
        assertThat(to(at(tree, "a"), "{target=b}choice")).isEmpty();
        assertThat(to(at(tree, "a"), "{target=c}choice")).isEmpty();
        assertThat(to(at(tree, "b"), "{target=a}choice")).isEqualTo("a");
        assertThat(id(at(tree, "a").next())).isEqualTo("b");
    }

    @Test
    void the_whole_is_done_when_every_part_is() {
        assertThat(Rollup.status(List.of())).isEqualTo(LessonStatus.NOT_ATTEMPTED);
        assertThat(Rollup.status(List.of(LessonStatus.BROWSED))).isEqualTo(LessonStatus.BROWSED);
        assertThat(Rollup.status(List.of(LessonStatus.COMPLETED, LessonStatus.NOT_ATTEMPTED)))
                .isEqualTo(LessonStatus.INCOMPLETE);
        assertThat(Rollup.status(List.of(LessonStatus.NOT_ATTEMPTED, LessonStatus.NOT_ATTEMPTED)))
                .isEqualTo(LessonStatus.NOT_ATTEMPTED);
        assertThat(Rollup.status(List.of(LessonStatus.COMPLETED, LessonStatus.COMPLETED)))
                .isEqualTo(LessonStatus.COMPLETED);
        assertThat(Rollup.status(List.of(LessonStatus.COMPLETED, LessonStatus.PASSED)))
                .isEqualTo(LessonStatus.PASSED);
        assertThat(Rollup.status(List.of(LessonStatus.COMPLETED, LessonStatus.FAILED)))
                .isEqualTo(LessonStatus.FAILED);
        assertThat(Rollup.status(List.of(LessonStatus.INCOMPLETE, LessonStatus.FAILED)))
                .isEqualTo(LessonStatus.INCOMPLETE);
    }

    @Test
    void a_tree_is_the_same_after_a_night_in_the_database() {
        ActivityTree tree =
                Trees.of(Standard.SCORM_2004, mode(false, true, false), after("x", sco("a")), heading("k", sco("b")));
        assertThat(ActivityTree.fromJson(tree.toJson())).isEqualTo(tree);
    }
}

package se.metodporten.scorm.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.metodporten.scorm.Standard;
import se.metodporten.scorm.runtime.DataElement.Access;

/** SCORM Run-Time Environment 1.2 (2001-10-01), §3.4.4: the table, element by element; §3.3.2: the error codes. */
class DataModelTest {

    private final DataModel model = DataModel.of(Standard.SCORM_1_2);

    /** Said before: whatever is needed. */
    private record Anything() implements Said {
        @Override
        public @Nullable String value(String name) {
            return null;
        }

        @Override
        public int count(String array) {
            return DataModel.MOST_ROWS - 1;
        }
    }

    private @Nullable ErrorCode refusal(String element, String value) {
        return model.faultOfSet(element, value, new Anything())
                .map(ValueType.Fault::code)
                .orElse(null);
    }

    @Test
    void it_has_the_elements_of_the_specification_and_no_other() {
        String expected = """
                cmi._version
                cmi.core._children cmi.core.student_id cmi.core.student_name cmi.core.lesson_location cmi.core.credit
                cmi.core.lesson_status cmi.core.entry cmi.core.score._children cmi.core.score.raw cmi.core.score.max
                cmi.core.score.min cmi.core.total_time cmi.core.lesson_mode cmi.core.exit cmi.core.session_time
                cmi.suspend_data cmi.launch_data cmi.comments cmi.comments_from_lms
                cmi.objectives._children cmi.objectives._count cmi.objectives.n.id cmi.objectives.n.score._children
                cmi.objectives.n.score.raw cmi.objectives.n.score.max cmi.objectives.n.score.min cmi.objectives.n.status
                cmi.student_data._children cmi.student_data.mastery_score cmi.student_data.max_time_allowed
                cmi.student_data.time_limit_action
                cmi.student_preference._children cmi.student_preference.audio cmi.student_preference.language
                cmi.student_preference.speed cmi.student_preference.text
                cmi.interactions._children cmi.interactions._count cmi.interactions.n.id
                cmi.interactions.n.objectives._count cmi.interactions.n.objectives.n.id cmi.interactions.n.time
                cmi.interactions.n.type cmi.interactions.n.correct_responses._count
                cmi.interactions.n.correct_responses.n.pattern cmi.interactions.n.weighting
                cmi.interactions.n.student_response cmi.interactions.n.result cmi.interactions.n.latency
                """;
        assertThat(model.elements().stream().map(DataElement::name))
                .containsExactlyInAnyOrder(expected.trim().split("\\s+"));
    }

    @Test
    void content_may_only_write_the_exit_the_session_time_and_the_interactions() {
        List<String> writeOnly = model.elements().stream()
                .filter(e -> e.access() == Access.WRITE)
                .map(DataElement::name)
                .toList();
        assertThat(writeOnly)
                .contains("cmi.core.exit", "cmi.core.session_time")
                .allMatch(n -> n.startsWith("cmi.interactions.n.") || n.startsWith("cmi.core."))
                .hasSize(11);
    }

    @Test
    void every_type_that_an_element_names_is_in_the_table() {
        assertThat(model.elements()).allSatisfy(e -> assertThat(model.typeOf(e)).isNotNull());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    cmi.core                          | NOT_IMPLEMENTED
                    cmi                               | NOT_IMPLEMENTED
                    cmi.objectives                    | NOT_IMPLEMENTED
                    cmi.objectives.0                  | NOT_IMPLEMENTED
                    cmi.objectives.0.score            | NOT_IMPLEMENTED
                    cmi.core.lesson_status.x          | NOT_IMPLEMENTED
                    cmi.core.unknown                  | NOT_IMPLEMENTED
                    cmi.objectives.n.id               | NOT_IMPLEMENTED
                    cmi.objectives.-1.id              | NOT_IMPLEMENTED
                    cmi.objectives.01.id              | INVALID_ARGUMENT
                    cmi.objectives.999999999999.id    | NOT_IMPLEMENTED
                    CMI.CORE.LESSON_STATUS            | NOT_IMPLEMENTED
                    cmi..core                         | NOT_IMPLEMENTED
                    adl.nav.request                   | NOT_IMPLEMENTED
                    cmi.core._children                | KEYWORD
                    cmi.objectives._count             | KEYWORD
                    cmi.suspend_data._children        | KEYWORD
                    cmi._version                      | KEYWORD
                    cmi.core.student_id               | READ_ONLY
                    cmi.core.student_name             | READ_ONLY
                    cmi.core.credit                   | READ_ONLY
                    cmi.core.entry                    | READ_ONLY
                    cmi.core.total_time               | READ_ONLY
                    cmi.core.lesson_mode              | READ_ONLY
                    cmi.launch_data                   | READ_ONLY
                    cmi.comments_from_lms             | READ_ONLY
                    cmi.student_data.mastery_score    | READ_ONLY
                    cmi.student_data.max_time_allowed | READ_ONLY
                    """)
    void what_content_may_not_set_is_refused_with_the_codes_of_the_specification(String element, ErrorCode code) {
        assertThat(refusal(element, "1")).isEqualTo(code);
    }

    @Test
    void a_name_of_any_length_and_kind_is_only_unknown() {
        assertThat(refusal("", "x")).isEqualTo(ErrorCode.NOT_IMPLEMENTED);
        assertThat(refusal(".".repeat(5000), "x")).isEqualTo(ErrorCode.NOT_IMPLEMENTED);
        assertThat(refusal("cmi.interactions.0.x.".repeat(3000), "x")).isEqualTo(ErrorCode.NOT_IMPLEMENTED);
        assertThat(refusal("__proto__", "x")).isEqualTo(ErrorCode.NOT_IMPLEMENTED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    cmi.core.lesson_status           | passed completed failed incomplete browsed
                    cmi.core.exit                    | time-out suspend logout ''
                    cmi.core.score.raw               | 0 100 85.5 85. .5 -0 ''
                    cmi.core.session_time            | 00:00:00 0000:00:00.0 9999:99:99.99 01:02:03
                    cmi.core.lesson_location         | p3 ''
                    cmi.suspend_data                 | x ''
                    cmi.objectives.0.id              | obj-1 a.b_c
                    cmi.objectives.0.status          | passed not_attempted browsed
                    cmi.objectives.17.score.max      | 100
                    cmi.student_preference.audio     | -1 0 100
                    cmi.student_preference.speed     | -100 100
                    cmi.student_preference.text      | -1 0 1
                    cmi.interactions.0.type          | true-false choice fill-in matching performance sequencing likert numeric
                    cmi.interactions.0.result        | correct wrong unanticipated neutral 0.5 -2
                    cmi.interactions.0.time          | 00:00:00 23:59:59.99
                    cmi.interactions.0.latency       | 00:00:03.5
                    cmi.interactions.0.weighting     | 1 -100 100
                    cmi.interactions.0.correct_responses.0.pattern | a,b,c {1.a,2.b}
                    """)
    void values_of_the_type_are_taken(String element, String values) {
        assertThat(split(values))
                .allSatisfy(v -> assertThat(refusal(element, v)).as(v).isNull());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    cmi.core.lesson_status           | banana Passed not_attempted passed_ ''
                    cmi.core.exit                    | quit Suspend
                    cmi.core.score.raw               | banana -1 101 100.01 1e2 NaN Infinity 1,5 ٣ 0x10
                    cmi.core.session_time            | 5 0:00:00 12:60 00:00:00.123 -1:00:00 10000:00:00 PT5M ''
                    cmi.objectives.0.id              | å '' a\tb
                    cmi.objectives.0.status          | done
                    cmi.student_preference.audio     | -2 101 1.5
                    cmi.student_preference.speed     | -101 101
                    cmi.student_preference.text      | 2
                    cmi.interactions.0.type          | essay ''
                    cmi.interactions.0.result        | right ''
                    cmi.interactions.0.time          | 24:00:00 5
                    cmi.interactions.0.weighting     | 101 heavy
                    """)
    void values_of_no_such_type_are_refused(String element, String values) {
        assertThat(split(values))
                .allSatisfy(v ->
                        assertThat(refusal(element, v)).as(v).isIn(ErrorCode.INCORRECT_TYPE, ErrorCode.OUT_OF_RANGE));
    }

    private static List<String> split(String values) {
        return Arrays.stream(values.split(" "))
                .map(v -> v.equals("''") ? "" : v.replace('_', ' ').replace("\\t", "\t"))
                .map(v -> v.startsWith("a.b ") ? "a.b_c" : v)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "cmi.core.lesson_location, 255",
        "cmi.comments, 4096",
        "cmi.suspend_data, 64000",
        "cmi.objectives.0.id, 255",
        "cmi.student_preference.language, 255",
        "cmi.interactions.0.student_response, 4096",
    })
    void the_longest_value_is_taken_and_one_character_more_refused(String element, int longest) {
        assertThat(refusal(element, "x".repeat(longest))).isNull();
        assertThat(refusal(element, "x".repeat(longest + 1))).isEqualTo(ErrorCode.INCORRECT_TYPE);
    }

    @Test
    void the_arrays_of_a_name_are_told_outermost_first() {
        assertThat(ElementName.indices("cmi.interactions.3.objectives.0.id"))
                .containsExactly(
                        java.util.Map.entry("cmi.interactions", 3),
                        java.util.Map.entry("cmi.interactions.3.objectives", 0));
        assertThat(ElementName.indices("cmi.suspend_data")).isEmpty();
    }

    @Test
    void a_manifests_values_are_judged_by_the_same_types() {
        assertThat(model.faultOfGiven("cmi.student_data.max_time_allowed", "01:00:00"))
                .isEqualTo(Optional.empty());
        assertThat(model.faultOfGiven("cmi.student_data.max_time_allowed", "an hour"))
                .isPresent();
    }
}

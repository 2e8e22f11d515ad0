package se.metodporten.scorm.sn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.metodporten.scorm.LessonStatus;

/** Content Aggregation Model 1.2 §2.3.2.5.1: the script language of prerequisites. */
class PrerequisitesTest {

    private static final Map<String, LessonStatus> STATUSES = Map.of(
            "S1", LessonStatus.COMPLETED,
            "S2", LessonStatus.PASSED,
            "S3", LessonStatus.FAILED,
            "S4", LessonStatus.INCOMPLETE,
            "del-5.a", LessonStatus.BROWSED);

    private static LessonStatus status(String id) {
        return STATUSES.getOrDefault(id, LessonStatus.NOT_ATTEMPTED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    S1                        ; true
                    S3                        ; false
                    S9                        ; false
                    S1 & S2                   ; true
                    S1&S3                     ; false
                    S1|S3                     ; true
                    S3 | S4                   ; false
                    ~S3                       ; true
                    ~~S3                      ; false
                    S1 & ~S3 & S2             ; true
                    S3 | S1 & S2              ; true
                    (S3 | S1) & S4            ; false
                    S3 = failed               ; true
                    S3="failed"               ; true
                    S3 = "F"                  ; true
                    S2 <> "passed"            ; false
                    S4 = "incomplete"         ; true
                    S9 = "not attempted"      ; true
                    S9 = n                    ; true
                    del-5.a = browsed         ; true
                    2*{S1,S2,S3}              ; true
                    3*{S1,S2,S3}              ; false
                    2*{S1, S3="failed", S4}   ; true
                    """)
    void a_script_means_what_the_specification_says(String script, boolean met) {
        assertThat(Prerequisites.parse(script).orElseThrow().areMetBy(PrerequisitesTest::status))
                .isEqualTo(met);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&",
                "S1 &",
                "(S1",
                "S1)",
                "S1 = done",
                "x*{S1}",
                "2*S1",
                "2*{S1",
                "S1 <",
                "S1 S2 &",
                "=\"passed\""
            })
    void what_is_no_script_is_none(String script) {
        assertThat(Prerequisites.parse(script)).isEmpty();
    }

    @Property(tries = 500)
    void no_text_brings_an_exception(
            @ForAll
                    @Chars({'S', '1', '&', '|', '~', '(', ')', '{', '}', '=', '<', '>', '*', ',', '"', ' '})
                    @CharRange(from = 'a', to = 'c')
                    String script) {
        Prerequisites.parse(script).ifPresent(p -> p.areMetBy(PrerequisitesTest::status));
        assertThat(Prerequisites.parse("(".repeat(script.length() * 10) + script))
                .isNotNull();
        assertThat(Prerequisites.areMet(script, PrerequisitesTest::status)).isIn(true, false);
    }
}

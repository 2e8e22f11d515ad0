package se.metodporten.scorm.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import se.metodporten.scorm.Standard;
import se.metodporten.scorm.runtime.CommitRequest.End;
import se.metodporten.scorm.sn.ActivityTree;
import se.metodporten.scorm.sn.LaunchData;
import se.metodporten.scorm.sn.LaunchData.SharedData;
import se.metodporten.scorm.sn.Trees;

/**
 * SCORM 2004 4th edition, Run-Time Environment: the data types and what content may set. The cases, which cite the
 * specification, are shared with the player's tests, so that its two judges are one.
 */
class FormatsTest {

    private final DataModel model = DataModel.of(Standard.SCORM_2004);

    private static Stream<JsonObject> cases(String resource) {
        JsonArray cases = Json.createReader(Objects.requireNonNull(FormatsTest.class.getResourceAsStream(resource)))
                .readArray();
        return cases.getValuesAs(JsonObject.class).stream();
    }

    private Predicate<String> judge(String format) {
        String[] words = format.split(" ", -1);
        return switch (words[0]) {
            case "identifier" -> Formats::isIdentifier;
            case "time" -> Formats::isTime;
            case "language" -> model.formats()::isLanguage;
            case "localized" -> model.formats()::isLocalized;
            case "response" -> value -> new Responses(model.formats()).isResponse(words[1], value);
            case "pattern" -> value -> new Responses(model.formats()).isPattern(words[1], value);
            default -> throw new IllegalArgumentException(format);
        };
    }

    @TestFactory
    Stream<DynamicTest> a_data_type_is_what_the_specification_says() {
        return cases("format-cases.json")
                .map(c -> DynamicTest.dynamicTest(c.getString("format") + ", " + c.getString("spec"), () -> {
                    Predicate<String> right = judge(c.getString("format"));
                    assertThat(strings(c, "yes")).allMatch(right);
                    assertThat(strings(c, "no")).noneMatch(right);
                }));
    }

    private static List<String> strings(JsonObject c, String member) {
        return c.getJsonArray(member).getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> what_content_may_not_set_is_refused_with_the_code_of_the_specification() {
        LaunchData shares = new LaunchData(
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(new SharedData("written", true, true), new SharedData("read", true, false)));
        ActivityTree tree = Trees.one(Standard.SCORM_2004, shares);
        return cases("set-cases-2004.json")
                .map(c -> DynamicTest.dynamicTest(c.getString("spec"), () -> {
                    AttemptState state = RunTime.open(AttemptState.begin(Standard.SCORM_2004), tree, Trees.ONLY, "s1");
                    int sequence = 0;
                    for (JsonArray set : c.getJsonArray("sets").getValuesAs(JsonArray.class)) {
                        Map<String, String> said = Map.of(set.getString(0), set.getString(1));
                        CommitResult result = RunTime.commit(
                                state, tree, new CommitRequest("s1", ++sequence, said, Duration.ZERO, End.NONE));
                        assertThat(result.refused())
                                .as("%s", set)
                                .extracting(r -> r.code().number(Standard.SCORM_2004))
                                .isEqualTo(set.getInt(2) == 0 ? List.of() : List.of(set.getInt(2)));
                        state = result.state();
                    }
                }));
    }
}

package se.metodporten.scorm.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.metodporten.scorm.Standard;

/**
 * What a learner answered to a question, as content reported it in {@code cmi.interactions}.
 *
 * @param activity identifier of the activity that asked
 * @param question its identifier there
 * @param text what was asked; null when content did not say, as it cannot in 1.2
 * @param response in the notation of the standard; null when content did not say
 * @param right null when it was neither right nor wrong: a poll, a partial score
 * @param time from the question to the answer; null when content did not say
 */
public record Answer(
        String activity,
        String question,
        @Nullable String text,
        @Nullable String response,
        @Nullable Boolean right,
        @Nullable Duration time) {

    private static final String INTERACTIONS = "cmi.interactions.";
    private static final Pattern LANGUAGE = Pattern.compile("^\\{lang=[^{}]*\\}");

    /**
     * The first answer to each question, in the order the questions were answered: what the learner knew, not what the
     * course taught since.
     */
    public static List<Answer> firstOf(AttemptState state) {
        List<Answer> answers = new ArrayList<>();
        state.activities().forEach((activity, kept) -> {
            Set<String> asked = new HashSet<>();
            for (int i = 0; kept.values().containsKey(INTERACTIONS + i + ".id"); i++) {
                Answer answer = of(state.standard(), activity, kept.values(), INTERACTIONS + i + ".");
                if (asked.add(answer.question)) {
                    answers.add(answer);
                }
            }
        });
        return answers;
    }

    private static Answer of(Standard standard, String activity, Map<String, String> values, String interaction) {
        String response = switch (standard) {
            case SCORM_1_2 -> "student_response";
            case SCORM_2004 -> "learner_response";
        };
        String latency = values.get(interaction + "latency");
        return new Answer(
                activity,
                values.getOrDefault(interaction + "id", ""),
                plain(values.get(interaction + "description")),
                values.get(interaction + response),
                right(values.get(interaction + "result")),
                latency == null ? null : Timespan.parse(standard, latency));
    }

    /** Without the language that 2004 lets a text begin with (RTE 4th edition, §4.1.1.5). */
    private static @Nullable String plain(@Nullable String text) {
        return text == null ? null : LANGUAGE.matcher(text).replaceFirst("");
    }

    private static @Nullable Boolean right(@Nullable String result) {
        if (result == null) {
            return null;
        }
        return switch (result) {
            case "correct" -> true;
            case "wrong", "incorrect" -> false;
            default -> null;
        };
    }
}

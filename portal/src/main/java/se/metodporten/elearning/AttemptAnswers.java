package se.metodporten.elearning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.Database;
import se.metodporten.scorm.runtime.Answer;
import se.metodporten.scorm.runtime.AttemptState;

/** Keeps what was answered first, apart from the state, so that answers can be counted by question. */
@ApplicationScoped
class AttemptAnswers {

    private static final int LONGEST_IDENTIFIER = 255;
    private static final int LONGEST_TEXT = 250;
    private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(9_999_999);

    @Inject
    private Database database;

    /** Those that are not kept yet. */
    void keep(long attemptId, AttemptState state) {
        List<Answer> answers = Answer.firstOf(state);
        if (answers.isEmpty()) {
            return;
        }
        database.execute(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    insert ignore into attempt_answer (attempt_id, activity, question, place, text, response, correct, seconds)
                    values (:attempt, :activity, :question, :place, :text, :response, :correct, :seconds)""");
            int place = 0;
            for (Answer answer : answers) {
                place++;
                batch.bind("attempt", attemptId)
                        .bind("activity", Cut.to(LONGEST_IDENTIFIER, answer.activity()))
                        .bind("question", Cut.to(LONGEST_IDENTIFIER, answer.question()))
                        .bind("place", place)
                        .bind("text", cut(answer.text()))
                        .bind("response", cut(answer.response()))
                        .bind("correct", answer.right())
                        .bind("seconds", seconds(answer.time()))
                        .add();
            }
            batch.execute();
        });
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null ? null : Cut.to(LONGEST_TEXT, text);
    }

    private static @Nullable BigDecimal seconds(@Nullable Duration time) {
        return time == null
                ? null
                : BigDecimal.valueOf(time.toMillis()).movePointLeft(3).min(MOST_SECONDS);
    }
}

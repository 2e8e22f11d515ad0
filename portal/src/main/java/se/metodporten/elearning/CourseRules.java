package se.metodporten.elearning;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Service;
import se.metodporten.audit.Audit;
import se.metodporten.common.Database;
import se.metodporten.common.DomainException;
import se.metodporten.common.RecordRows;
import se.metodporten.scorm.LessonStatus;
import se.metodporten.scorm.runtime.AttemptResult;
import se.metodporten.scorm.runtime.CompletionRule;

/**
 * When a course counts as done. A new rule holds from the next thing that content says; whoever is done stays done, since
 * that is a fact.
 */
@Service
public class CourseRules {

    /** What a rule looks at. */
    public enum Kind {
        STATUS,
        PASSED,
        SCORE,
        EITHER,
        BOTH;

        public boolean asksForScore() {
            return this == SCORE || this == EITHER || this == BOTH;
        }
    }

    /** @param score at least, 0–100; what it is does not matter to a kind that asks for none */
    public record Rule(Kind kind, int score) {

        static final int USUAL_SCORE = 80;

        static Rule ofCode(String code) {
            String[] parts = code.split(":");
            return new Rule(
                    Kind.valueOf(parts[0].toUpperCase(Locale.ROOT)),
                    parts.length > 1 ? Integer.parseInt(parts[1]) : USUAL_SCORE);
        }

        String code() {
            String word = kind.name().toLowerCase(Locale.ROOT);
            return kind.asksForScore() ? word + ":" + score : word;
        }
    }

    /**
     * What a rule would make of the attempts there are.
     *
     * @param done complete as it is
     * @param would complete if the rule had held all the time
     * @param more of those: not complete as it is; they are when their content next says something
     * @param fewer complete as it is, and by the rule they would not be; they stay complete
     */
    public record Preview(int attempts, int done, int would, int more, int fewer) {}

    private record Outcome(LessonStatus status, @Nullable BigDecimal score, boolean done, int attempts) {}

    @Inject
    private Database database;

    @Inject
    private Guard guard;

    @Inject
    private Audit audit;

    /** @throws DomainException when there is no such course */
    public Rule of(String courseCode) {
        guard.requireAnywhere(Action.EDIT_COURSES);
        return database.query(handle -> handle.createQuery("select completion_rule from course where code = :code")
                        .bind("code", courseCode)
                        .mapTo(String.class)
                        .findOne())
                .map(Rule::ofCode)
                .orElseThrow(() -> new DomainException("elearning.refused.noSuchCourse"));
    }

    public Preview preview(String courseCode, Rule rule) {
        guard.requireAnywhere(Action.EDIT_COURSES);
        CompletionRule tried = checked(rule);
        List<Outcome> outcomes = database.query(handle -> handle.createQuery("""
                        select a.status, a.score, a.completed_at is not null done, count(*) attempts
                        from attempt a join course_version v on v.id = a.course_version_id join course c on c.id = v.course_id
                        where c.code = :code group by a.status, a.score, a.completed_at is not null""")
                .bind("code", courseCode)
                .map(RecordRows.of(Outcome.class))
                .list());
        int done = 0;
        int would = 0;
        int more = 0;
        int fewer = 0;
        int attempts = 0;
        for (Outcome outcome : outcomes) {
            boolean fulfils = tried.isFulfilledBy(
                    new AttemptResult(outcome.status(), Optional.ofNullable(outcome.score()), Duration.ZERO));
            attempts += outcome.attempts();
            done += outcome.done() ? outcome.attempts() : 0;
            would += fulfils ? outcome.attempts() : 0;
            more += fulfils && !outcome.done() ? outcome.attempts() : 0;
            fewer += outcome.done() && !fulfils ? outcome.attempts() : 0;
        }
        return new Preview(attempts, done, would, more, fewer);
    }

    /** @throws DomainException {@code elearning.refused.rule} for a score that is none */
    public void use(String courseCode, Rule rule) {
        guard.requireAnywhere(Action.EDIT_COURSES);
        checked(rule);
        int changed = database.query(
                handle -> handle.createUpdate("update course set completion_rule = :rule where code = :code")
                        .bind("rule", rule.code())
                        .bind("code", courseCode)
                        .execute());
        if (changed == 0) {
            throw new DomainException("elearning.refused.noSuchCourse");
        }
        audit.done(guard.reader().actor(), "COURSE_RULE", "course:" + courseCode, null, rule.code());
    }

    private static CompletionRule checked(Rule rule) {
        return CompletionRule.ofCode(rule.code()).orElseThrow(() -> new DomainException("elearning.refused.rule"));
    }
}

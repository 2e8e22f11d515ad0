package se.metodporten.elearning;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Service;
import se.metodporten.common.Database;
import se.metodporten.common.DomainException;
import se.metodporten.common.Page;
import se.metodporten.common.Paging;
import se.metodporten.common.RecordRows;

/**
 * For a course's owner: which questions people find hard, what they answer instead, and where they stop. No names, and no
 * figure about a few: a question shows figures from {@link #ENOUGH} answers, an answer or a screen from {@link #SEVERAL}
 * people.
 */
@Service
public class CourseAnswers {

    static final int ENOUGH = 10;
    static final int SEVERAL = 5;

    /** Who has not been heard of for so long has stopped, not paused. */
    private static final Duration SILENCE = Duration.ofDays(14);

    private static final int MOST_RESPONSES = 4;
    private static final int MOST_STOPS = 10;

    @Inject
    private Database database;

    @Inject
    private Guard guard;

    @Inject
    private Clock clock;

    /** How a version of the course has gone. @param number of the version */
    public record Version(long id, int number, int begun, int done) {}

    private record Counted(
            String activity,
            String question,
            @Nullable String text,
            int answered,
            int correct,
            int decided,
            @Nullable Double seconds) {}

    private record Given(
            String activity,
            String question,
            String response,
            int times,
            @Nullable Boolean correct) {}

    /** An answer that several have given first. */
    public record Response(String response, int percent, boolean correct) {}

    /**
     * A question and what was answered first.
     *
     * @param text what was asked; its identifier where content does not say
     * @param answered null while there are too few for figures; then the rest is empty
     * @param rightPercent null when there is no right answer
     * @param seconds the median time to answer; null when content does not say
     */
    public record Question(
            String text,
            @Nullable Integer answered,
            @Nullable Integer rightPercent,
            @Nullable Integer seconds,
            List<Response> responses) {

        public Question {
            responses = List.copyOf(responses);
        }
    }

    /** Where people stopped who have not finished. @param place in the words of the course */
    public record Stop(String place, int people) {}

    /** Of a course, the newest first. */
    public List<Version> versions(String courseCode) {
        guard.requireAnywhere(Action.EDIT_COURSES);
        return database.query(handle -> handle.createQuery("""
                        select v.id, v.number, count(a.id) begun, count(a.completed_at) done
                        from course_version v join course c on c.id = v.course_id
                        left join attempt a on a.course_version_id = v.id
                        where c.code = :code and v.published_at is not null
                        group by v.id order by v.number desc""")
                .bind("code", courseCode)
                .map(RecordRows.of(Version.class))
                .list());
    }

    /**
     * In the order of the course.
     *
     * @param number of the version
     * @throws DomainException when the course has no such version
     */
    public Page<Question> questions(String courseCode, int number, Paging paging) {
        long version = version(courseCode, number);
        return database.query(handle -> {
            String answers =
                    "from attempt_answer w join attempt a on a.id = w.attempt_id where a.course_version_id = :version";
            int total = handle.createQuery("select count(distinct w.activity, w.question) " + answers)
                    .bind("version", version)
                    .mapTo(int.class)
                    .one();
            List<Counted> counted = handle.createQuery(
                            "select w.activity, w.question, max(w.text) text, count(*) answered,"
                                    + " coalesce(sum(w.correct), 0) correct, count(w.correct) decided, max(w.middle) seconds"
                                    + " from (select w.*, median(w.seconds) over (partition by w.activity, w.question) middle "
                                    + answers
                                    + ") w group by w.activity, w.question order by avg(w.place), w.activity, w.question"
                                    + " limit :limit offset :offset")
                    .bind("version", version)
                    .bind("limit", paging.size())
                    .bind("offset", paging.skipped())
                    .map(RecordRows.of(Counted.class))
                    .list();
            Map<String, List<Given>> given = counted.isEmpty()
                    ? Map.of()
                    : handle
                            .createQuery(
                                    "select w.activity, w.question, w.response, count(*) times, max(w.correct) correct "
                                            + answers
                                            + " and w.response is not null and w.question in (<questions>)"
                                            + " group by w.activity, w.question, w.response having count(*) >= :several"
                                            + " order by times desc, w.response")
                            .bind("version", version)
                            .bind("several", SEVERAL)
                            .bindList(
                                    "questions",
                                    counted.stream().map(Counted::question).toList())
                            .map(RecordRows.of(Given.class))
                            .stream()
                            .collect(Collectors.groupingBy(one -> key(one.activity(), one.question())));
            return paging.of(counted.stream().map(one -> question(one, given)).toList(), total);
        });
    }

    /** The commonest first. */
    public List<Stop> stops(String courseCode, int number) {
        long version = version(courseCode, number);
        return database.query(handle -> handle.createQuery("""
                        select a.location place, count(*) people from attempt a
                        where a.course_version_id = :version and a.completed_at is null and a.location <> ''
                          and a.last_commit_at < :silent
                        group by a.location having count(*) >= :several order by people desc, a.location limit :most""")
                .bind("version", version)
                .bind("silent", clock.instant().minus(SILENCE))
                .bind("several", SEVERAL)
                .bind("most", MOST_STOPS)
                .map(RecordRows.of(Stop.class))
                .list());
    }

    private static Question question(Counted counted, Map<String, List<Given>> given) {
        String text = counted.text() == null ? counted.question() : counted.text();
        if (counted.answered() < ENOUGH) {
            return new Question(text, null, null, null, List.of());
        }
        return new Question(
                text,
                counted.answered(),
                counted.decided() == 0 ? null : percent(counted.correct(), counted.decided()),
                counted.seconds() == null ? null : (int) Math.round(counted.seconds()),
                given.getOrDefault(key(counted.activity(), counted.question()), List.of()).stream()
                        .limit(MOST_RESPONSES)
                        .map(one -> new Response(
                                one.response(),
                                percent(one.times(), counted.answered()),
                                Boolean.TRUE.equals(one.correct())))
                        .toList());
    }

    private static String key(String activity, String question) {
        return activity + '\n' + question;
    }

    private static int percent(int part, int whole) {
        return Math.round(100f * part / whole);
    }

    private long version(String courseCode, int number) {
        return versions(courseCode).stream()
                .filter(version -> version.number() == number)
                .map(Version::id)
                .findFirst()
                .orElseThrow(() -> new DomainException("elearning.refused.noSuchCourse"));
    }
}

package se.metodporten.acceptance.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The right answers of a course, read in its sources ({@code courses/README.md} says how they are written). */
public final class CourseBook {

    private static final Path COURSES = Path.of(System.getProperty("metodporten.courses", "../../courses"));
    private static final Pattern PRACTICE = Pattern.compile("^::: övning (\\S+)");
    private static final Pattern QUESTION = Pattern.compile("^## (\\S+)");
    private static final Pattern CHOICE = Pattern.compile("^[(\\[](x| )[)\\]]\\s+(.+)$");
    private static final Pattern STEP = Pattern.compile("^\\d+\\.\\s+(.+)$");
    private static final Pattern PAIR = Pattern.compile("^-\\s+(.+?)\\s*=>\\s*(.+)$");
    private static final Pattern NUMBER = Pattern.compile("^=\\s*([\\d.,]+)");

    /** What is right, in the words of the page. */
    public sealed interface Answer {
        /** Exactly these are to be ticked. */
        record Ticked(List<String> right) implements Answer {}

        /** First to last. */
        record Ordered(List<String> steps) implements Answer {}

        record Paired(Map<String, String> pairs) implements Answer {}

        record Counted(String number) implements Answer {}
    }

    private final Map<String, Answer> answers = new HashMap<>();

    private CourseBook() {}

    /** @param code the course's folder */
    public static CourseBook of(String code) {
        CourseBook book = new CourseBook();
        try (Stream<Path> files = Files.walk(COURSES.resolve(code))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".md")).toList()) {
                book.read(Files.readAllLines(file));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return book;
    }

    /** The package that the courses' build has made of it. */
    public static Path packageOf(String code) {
        return COURSES.resolve("target/classes/se/metodporten/courses").resolve(code + ".zip");
    }

    public Answer answerTo(String exercise) {
        return Optional.ofNullable(answers.get(exercise))
                .orElseThrow(() -> new AssertionError("The sources do not answer " + exercise));
    }

    private void read(List<String> lines) {
        for (int at = 0; at < lines.size(); at++) {
            Optional<String> id = begun(lines.get(at));
            if (id.isPresent()) {
                int end = at + 1;
                while (end < lines.size()
                        && !lines.get(end).equals(":::")
                        && begun(lines.get(end)).isEmpty()) {
                    end++;
                }
                answer(lines.subList(at + 1, end)).ifPresent(answer -> answers.put(id.get(), answer));
            }
        }
    }

    private static Optional<String> begun(String line) {
        return Stream.of(PRACTICE, QUESTION)
                .map(pattern -> pattern.matcher(line))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }

    private static Optional<Answer> answer(List<String> lines) {
        List<Matcher> choices = matching(CHOICE, lines);
        if (!choices.isEmpty()) {
            return Optional.of(new Answer.Ticked(choices.stream()
                    .filter(choice -> choice.group(1).equals("x"))
                    .map(choice -> plain(choice.group(2)))
                    .toList()));
        }
        List<Matcher> steps = matching(STEP, lines);
        if (!steps.isEmpty()) {
            return Optional.of(new Answer.Ordered(
                    steps.stream().map(step -> plain(step.group(1))).toList()));
        }
        List<Matcher> pairs = matching(PAIR, lines);
        if (!pairs.isEmpty()) {
            Map<String, String> right = new HashMap<>();
            pairs.forEach(pair -> right.put(plain(pair.group(1)), plain(pair.group(2))));
            return Optional.of(new Answer.Paired(right));
        }
        return matching(NUMBER, lines).stream().findFirst().map(number -> new Answer.Counted(number.group(1)));
    }

    private static List<Matcher> matching(Pattern pattern, List<String> lines) {
        List<Matcher> found = new ArrayList<>();
        lines.stream().map(pattern::matcher).filter(Matcher::find).forEach(found::add);
        return found;
    }

    /** As the page shows it, without the marks of the source. */
    private static String plain(String text) {
        return text.replace("**", "").strip();
    }
}

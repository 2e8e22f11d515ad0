package se.metodporten.scorm.sn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.metodporten.scorm.LessonStatus;

/**
 * The script language of {@code adlcp:prerequisites} (Content Aggregation Model 1.2 §2.3.2.5.1; AICC CMI001, §4.3):
 * {@code A1 & (A2 | ~A3)}, {@code A1 = "passed"}, {@code 2*{A1,A2,A3}}.
 */
public final class Prerequisites {

    private static final int LONGEST = 4_000;
    private static final int DEEPEST = 32;

    private final Predicate<Function<String, LessonStatus>> script;

    private Prerequisites(Predicate<Function<String, LessonStatus>> script) {
        this.script = script;
    }

    /** Empty for what is no script. */
    public static Optional<Prerequisites> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        return new Parser(text).whole().map(Prerequisites::new);
    }

    /** @param statuses of activities by identifier; not attempted for one that there is not */
    public boolean areMetBy(Function<String, LessonStatus> statuses) {
        return script.test(statuses);
    }

    private static final class NoScript extends Exception {
        private static final long serialVersionUID = 1L;

        NoScript() {
            super("no script", null, false, false);
        }
    }

    /** From left to right; {@code &} binds more than {@code |}, {@code ~} more than both. */
    private static final class Parser {
        private static final String SIGNS = "&|~(){}=<>*,\"";

        private final String text;
        private int at;
        private int depth;

        Parser(String text) {
            this.text = text;
        }

        Optional<Predicate<Function<String, LessonStatus>>> whole() {
            try {
                Predicate<Function<String, LessonStatus>> script = either();
                return next() == 0 ? Optional.of(script) : Optional.empty();
            } catch (NoScript e) {
                return Optional.empty();
            }
        }

        private Predicate<Function<String, LessonStatus>> either() throws NoScript {
            if (++depth > DEEPEST) {
                throw new NoScript();
            }
            Predicate<Function<String, LessonStatus>> script = both();
            while (take('|')) {
                script = script.or(both());
            }
            depth--;
            return script;
        }

        private Predicate<Function<String, LessonStatus>> both() throws NoScript {
            Predicate<Function<String, LessonStatus>> script = one();
            while (take('&')) {
                script = script.and(one());
            }
            return script;
        }

        private Predicate<Function<String, LessonStatus>> one() throws NoScript {
            boolean not = false;
            while (take('~')) {
                not = !not;
            }
            Predicate<Function<String, LessonStatus>> script = take('(') ? inside() : term();
            return not ? script.negate() : script;
        }

        private Predicate<Function<String, LessonStatus>> inside() throws NoScript {
            Predicate<Function<String, LessonStatus>> script = either();
            require(')');
            return script;
        }

        private Predicate<Function<String, LessonStatus>> term() throws NoScript {
            String word = word();
            if (take('*')) {
                return atLeast(word);
            }
            if (take('<')) {
                require('>');
                LessonStatus status = status();
                return statuses -> statuses.apply(word) != status;
            }
            if (take('=')) {
                LessonStatus status = status();
                return statuses -> statuses.apply(word) == status;
            }
            return statuses -> statuses.apply(word).isDone();
        }

        private Predicate<Function<String, LessonStatus>> atLeast(String number) throws NoScript {
            if (!number.matches("[0-9]{1,4}")) {
                throw new NoScript();
            }
            require('{');
            List<Predicate<Function<String, LessonStatus>>> set = new ArrayList<>();
            do {
                set.add(either());
            } while (take(','));
            require('}');
            int least = Integer.parseInt(number);
            return statuses -> set.stream().filter(s -> s.test(statuses)).count() >= least;
        }

        /** The word, or its first letter. */
        private LessonStatus status() throws NoScript {
            boolean quoted = take('"');
            String said = word().toLowerCase(Locale.ROOT);
            if (quoted) {
                require('"');
            }
            List<LessonStatus> meant = Stream.of(LessonStatus.values())
                    .filter(s -> said.length() == 1
                            ? s.word().startsWith(said)
                            : s.word().equals(said))
                    .collect(Collectors.toList());
            if (meant.size() != 1) {
                throw new NoScript();
            }
            return meant.get(0);
        }

        /** Spaces belong to a word only between its letters, as in {@code not attempted}. */
        private String word() throws NoScript {
            next();
            int from = at;
            while (at < text.length() && SIGNS.indexOf(text.charAt(at)) < 0) {
                at++;
            }
            String word = text.substring(from, at).strip();
            if (word.isEmpty()) {
                throw new NoScript();
            }
            return word;
        }

        private void require(char sign) throws NoScript {
            if (!take(sign)) {
                throw new NoScript();
            }
        }

        private boolean take(char sign) {
            if (next() != sign) {
                return false;
            }
            at++;
            return true;
        }

        /** The next sign that is no space; 0 at the end. */
        private char next() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return at < text.length() ? text.charAt(at) : 0;
        }
    }

    /** The same, ready to use where the manifest's script has been checked: no script is no condition. */
    static boolean areMet(@Nullable String text, Function<String, LessonStatus> statuses) {
        if (text == null || text.isBlank()) {
            return true;
        }
        return parse(text).map(p -> p.areMetBy(statuses)).orElse(true);
    }
}

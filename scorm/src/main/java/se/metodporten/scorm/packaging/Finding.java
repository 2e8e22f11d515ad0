package se.metodporten.scorm.packaging;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One thing to tell whoever brings a package.
 *
 * @param file the file it was found in, empty for the zip as such
 * @param line from 1; 0 where there are no lines
 */
public record Finding(Problem problem, List<String> arguments, String file, int line) {

    private static final int LONGEST_ARGUMENT = 300;

    public Finding {
        arguments = arguments.stream().map(Finding::shown).toList();
    }

    static Finding ofZip(Problem problem, Object... arguments) {
        return new Finding(problem, strings(arguments), "", 0);
    }

    static Finding ofManifest(int line, Problem problem, Object... arguments) {
        return new Finding(problem, strings(arguments), PackageReader.MANIFEST, line);
    }

    private static List<String> strings(Object... arguments) {
        return Arrays.stream(arguments).map(String::valueOf).toList();
    }

    public boolean isError() {
        return problem.isError();
    }

    /** In English, with its place: for logs and tests. */
    public String message() {
        String where = file.isEmpty() ? "" : line > 0 ? file + ":" + line + ": " : file + ": ";
        return where + sentence(Locale.ENGLISH);
    }

    /** What was found and what is done about it, in plain words: Swedish for {@code sv}, else English. */
    public String sentence(Locale locale) {
        return problem.sentence(locale, arguments);
    }

    /** A hostile name must not become a hostile message. */
    private static String shown(String argument) {
        StringBuilder out = new StringBuilder();
        argument.codePoints().limit(LONGEST_ARGUMENT).forEach(c -> {
            boolean invisible = Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
            out.appendCodePoint(invisible || Character.getType(c) == Character.SURROGATE ? '\uFFFD' : c);
        });
        return out.toString();
    }
}

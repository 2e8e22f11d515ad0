package se.metodporten.acceptance.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The guides of {@code docs/anvandare}, read for the ways that they describe: <i>Kurser → Enhetens e-utbildning</i>. */
public final class Guides {

    private static final Path FOLDER = Path.of(System.getProperty("metodporten.guides", "../../docs/anvandare"));

    /** Something of the navigation, and what is pressed after it, each in italics. */
    private static final Pattern WAY = Pattern.compile("(?<!→ )\\*[^*\\n]+\\*(?: → (?:\\*[^*\\n]+\\*|enheten))+");

    private static final Pattern ARROW = Pattern.compile(" → ");

    private Guides() {}

    /** @param guide the name of its file, without its ending */
    public static List<List<String>> ways(String guide) {
        try {
            return WAY.matcher(Files.readString(FOLDER.resolve(guide + ".md")))
                    .results()
                    .map(found -> ARROW.splitAsStream(found.group())
                            .map(step -> step.replace("*", ""))
                            .toList())
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

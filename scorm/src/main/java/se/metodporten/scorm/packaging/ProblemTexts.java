package se.metodporten.scorm.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentences of one language. */
final class ProblemTexts {

    private static final Pattern ARGUMENT = Pattern.compile("\\{([0-9])\\}");

    private static final ProblemTexts SWEDISH = read("problems_sv.properties");
    private static final ProblemTexts ENGLISH = read("problems_en.properties");

    private final Properties sentences;

    private ProblemTexts(Properties sentences) {
        this.sentences = sentences;
    }

    static ProblemTexts of(Locale locale) {
        return locale.getLanguage().equals("sv") ? SWEDISH : ENGLISH;
    }

    String sentence(String key, List<String> arguments) {
        String sentence = sentences.getProperty(key);
        if (sentence == null) {
            throw new IllegalStateException("no sentence for " + key);
        }
        return ARGUMENT.matcher(sentence).replaceAll(at -> {
            int number = Integer.parseInt(at.group(1));
            return number < arguments.size() ? Matcher.quoteReplacement(arguments.get(number)) : "?";
        });
    }

    private static ProblemTexts read(String resource) {
        try (InputStream in = ProblemTexts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            Properties sentences = new Properties();
            sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new ProblemTexts(sentences);
        } catch (IOException e) {
            throw new IllegalStateException("unreadable resource " + resource, e);
        }
    }
}

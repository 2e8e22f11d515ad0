package se.metodporten.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text that a page or the code asks for exists, in both languages. */
class TextsTest {

    private static final Path BUNDLES = Path.of("src/main/resources/se/metodporten/messages");
    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Path CODE = Path.of("src/main/java");

    /** The standard's own messages, said in our words. */
    private static final String OF_THE_STANDARD = "faces";

    /** In pages: t['key'], t.of('key', …) and beginnings of composed keys, t['feature.enum.' += …]. */
    private static final Pattern ASKED_IN_PAGE = Pattern.compile("\\bt(?:\\[|\\.of\\()\\s*'([^']+)'");

    private static final Pattern LITERAL = Pattern.compile("[\"']([a-z]+(?:\\.[A-Za-z0-9]+)+\\.?)[\"']");

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

    private static final Map<String, String> SWEDISH = texts("sv");
    private static final Map<String, String> ENGLISH = texts("en");
    private static final Set<String> FEATURES = SWEDISH.keySet().stream()
            .map(TextsTest::featureOf)
            .filter(first -> !first.equals("jakarta"))
            .collect(Collectors.toCollection(TreeSet::new));

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(ENGLISH.keySet()).isEqualTo(SWEDISH.keySet());
    }

    @Test
    void a_key_stands_in_the_bundle_of_its_first_part_and_has_a_text() {
        assertThat(SWEDISH).allSatisfy((key, text) -> assertThat(text).as(key).isNotBlank());
        assertThat(ENGLISH).allSatisfy((key, text) -> assertThat(text).as(key).isNotBlank());
    }

    @Test
    void both_languages_take_the_same_arguments() {
        SWEDISH.forEach((key, text) ->
                assertThat(arguments(ENGLISH.getOrDefault(key, ""))).as(key).isEqualTo(arguments(text)));
    }

    @Test
    void a_text_with_arguments_is_a_message_format_whose_quotes_are_doubled() {
        Stream.of(SWEDISH, ENGLISH).flatMap(texts -> texts.entrySet().stream()).forEach(text -> {
            Set<String> arguments = arguments(text.getValue());
            if (!arguments.isEmpty()) {
                assertThatCode(() -> new MessageFormat(text.getValue(), Locale.ROOT))
                        .as(text.getKey())
                        .doesNotThrowAnyException();
                assertThat(text.getValue().replace("''", "")).as(text.getKey()).doesNotContain("'");
            }
        });
    }

    @Test
    void every_key_asked_for_in_a_page_exists() {
        Map<String, Path> asked = new TreeMap<>();
        files(PAGES, ".xhtml").forEach(page -> {
            find(ASKED_IN_PAGE, read(page)).forEach(key -> asked.put(key, page));
            find(LITERAL, read(page)).filter(TextsTest::looksLikeKey).forEach(key -> asked.put(key, page));
        });
        assertThat(missing(asked)).isEmpty();
    }

    @Test
    void every_key_named_in_the_code_exists() {
        Map<String, Path> asked = new TreeMap<>();
        files(CODE, ".java")
                .forEach(file -> find(LITERAL, COMMENT.matcher(read(file)).replaceAll(""))
                        .filter(TextsTest::looksLikeKey)
                        .forEach(key -> asked.put(key, file)));
        assertThat(missing(asked)).isEmpty();
    }

    @Test
    void where_one_constant_of_an_enum_has_a_text_all_have() {
        Set<String> absent = new TreeSet<>();
        for (JavaClass type : new ClassFileImporter().importPath(Path.of("target", "classes"))) {
            if (type.isEnum()) {
                String prefix = prefixOf(type);
                boolean told = SWEDISH.keySet().stream().anyMatch(key -> key.startsWith(prefix));
                if (told) {
                    type.getFields().stream()
                            .filter(field -> field.getRawType().equals(type))
                            .map(field -> prefix + field.getName())
                            .filter(key -> !SWEDISH.containsKey(key))
                            .forEach(absent::add);
                }
            }
        }
        assertThat(absent).isEmpty();
    }

    @Test
    void the_search_finds_plain_and_composed_keys() {
        String page = "#{t['no.such']} #{t.of('no.such.either', x)} #{t['nothing.begins.' += x.name()]}";

        Map<String, Path> asked = new HashMap<>();
        find(ASKED_IN_PAGE, page).forEach(key -> asked.put(key, PAGES));

        assertThat(missing(asked))
                .containsExactlyInAnyOrder("no.such (webapp)", "no.such.either (webapp)", "nothing.begins. (webapp)");
    }

    private static Set<String> missing(Map<String, Path> asked) {
        return asked.entrySet().stream()
                .filter(each -> !exists(each.getKey()))
                .map(each -> each.getKey() + " (" + each.getValue().getFileName() + ")")
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean exists(String key) {
        return key.endsWith(".")
                ? SWEDISH.keySet().stream().anyMatch(known -> known.startsWith(key))
                : SWEDISH.containsKey(key);
    }

    private static boolean looksLikeKey(String literal) {
        return FEATURES.contains(featureOf(literal)) && !literal.endsWith(".xhtml");
    }

    private static String featureOf(String key) {
        return key.substring(0, key.indexOf('.'));
    }

    /** {@code certification.standing.} for the enum Standing anywhere in the feature certification. */
    private static String prefixOf(JavaClass type) {
        String feature = type.getPackageName().replace("se.metodporten.", "").split("\\.")[0];
        String name = type.getSimpleName();
        return feature + "." + name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) + ".";
    }

    private static Set<String> arguments(String text) {
        return find(Pattern.compile("\\{(\\d+)"), text).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> find(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1));
    }

    private static Map<String, String> texts(String language) {
        Map<String, String> texts = new TreeMap<>();
        files(BUNDLES, "_" + language + ".properties").forEach(bundle -> {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(bundle)) {
                properties.load(reader);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            String feature = bundle.getFileName().toString().replace("_" + language + ".properties", "");
            String first = feature.equals(OF_THE_STANDARD) ? "jakarta." + feature : feature;
            properties.stringPropertyNames().forEach(key -> {
                assertThat(key).as("key in " + bundle).startsWith(first + ".");
                texts.put(key, properties.getProperty(key));
            });
        });
        return texts;
    }

    private static Stream<Path> files(Path root, String ending) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList().stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

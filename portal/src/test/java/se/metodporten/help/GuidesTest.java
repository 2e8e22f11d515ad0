package se.metodporten.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.metodporten.access.Office;

/** The guides of docs/anvandare as the portal shows them, and that they name buttons and pages as the portal does. */
class GuidesTest {

    private static final Path FILES = Path.of("..", "docs", "anvandare");
    private static final Path BUNDLES = Path.of("src/main/resources/se/metodporten/messages");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+)\\)");
    private static final Pattern NAMED = Pattern.compile("(?<!\\*)\\*([^*\\n]+)\\*(?!\\*)");

    /** Words in italics that come from elsewhere than the portal's texts: courses, places, the player. */
    private static final Set<String> FROM_ELSEWHERE = Set.of(
            "ViSam – grunderna",
            "IT-stödet för samordnad planering",
            "Södra",
            "Sparat",
            "Sparas när nätet är tillbaka",
            "senast 2027-04-15");

    private final Guides guides = new Guides();

    @Test
    void every_guide_is_shown_and_listed_in_the_index() {
        Set<String> shown = guides.all().stream().map(Guide::name).collect(Collectors.toCollection(TreeSet::new));

        assertThat(files().map(GuidesTest::name).filter(name -> !name.equals("README")))
                .containsExactlyInAnyOrderElementsOf(shown);
        assertThat(links(FILES.resolve("README.md")))
                .containsExactlyInAnyOrderElementsOf(
                        shown.stream().map(name -> name + ".md").toList());
    }

    @Test
    void every_kind_of_user_has_a_guide() {
        assertThat(Office.values())
                .allSatisfy(office ->
                        assertThat(guides.of(office)).as(office.name()).isNotEmpty());
    }

    @Test
    void every_link_between_guides_leads_somewhere() {
        files().forEach(file -> assertThat(links(file))
                .as(file.toString())
                .allSatisfy(link -> assertThat(FILES.resolve(link)).exists()));
    }

    @Test
    void what_is_named_in_italics_is_called_that_in_the_portal() {
        List<String> texts = swedishTexts();
        List<String> unknown = new ArrayList<>();
        files().forEach(file -> NAMED.matcher(read(file))
                .results()
                .map(found -> found.group(1))
                .filter(named -> !FROM_ELSEWHERE.contains(named))
                .filter(named -> texts.stream().noneMatch(naming(named).asPredicate()))
                .forEach(named -> unknown.add(file.getFileName() + ": " + named)));
        assertThat(unknown).isEmpty();
    }

    @Test
    void some_words_of_a_text_do_not_name_it() {
        assertThat("Ställ in tillfället")
                .matches(text -> naming("ställ in tillfället").asPredicate().test(text));
        assertThat("Räkna om status för alla")
                .matches(text -> !naming("Räkna om status").asPredicate().test(text));
        assertThat("{0}, {1} – behöver utbildningen")
                .matches(text -> naming("behöver utbildningen").asPredicate().test(text));
    }

    @Test
    void a_guide_has_its_title_apart_its_sections_and_links_to_pages() {
        Guide guide = GuideText.guide(
                "x",
                "# Titel\n\nFörst.\n\n## Ett\n\nSe [chefen](chef.md) och [allt](README.md).\n\n## Gå en `kurs`\n\n| a | b |\n| --- | --- |\n| 1 | <b>2</b> |\n");

        assertThat(guide.title()).isEqualTo("Titel");
        assertThat(guide.sections())
                .containsExactly(new Guide.Section("ett", "Ett"), new Guide.Section("gå-en-kurs", "Gå en kurs"));
        assertThat(guide.opening()).isEqualTo("<p>Först.</p>\n");
        assertThat(guide.html())
                .doesNotContain("<h1", "<b>", "Först")
                .contains("href=\"guide.xhtml?of=chef\"", "href=\"index.xhtml\"")
                .contains("<h2 id=\"gå-en-kurs\">", "<th scope=\"col\">", "&lt;b&gt;");
    }

    @Test
    void a_name_that_is_none_finds_nothing() {
        assertThat(guides.named("../../secret")).isEmpty();
        assertThat(guides.named("README")).isEmpty();
        assertThat(guides.named("chef")).isPresent();
    }

    /** A text is named by the whole of it, by its first words up to a mark, or by what stands between its gaps. */
    private static Pattern naming(String named) {
        String words = Pattern.quote(named.replace("…", "").strip());
        return Pattern.compile(
                "(?:^|[.:–}] )" + words + "(?:$|[.,:;!?]| [({–])", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static List<String> links(Path file) {
        return LINK.matcher(read(file))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static List<String> swedishTexts() {
        try (Stream<Path> bundles = Files.list(BUNDLES)) {
            List<String> texts = new ArrayList<>();
            for (Path bundle : bundles.filter(file -> file.toString().endsWith("_sv.properties"))
                    .toList()) {
                Properties properties = new Properties();
                try (Reader reader = Files.newBufferedReader(bundle)) {
                    properties.load(reader);
                }
                properties.values().forEach(text -> texts.add(text.toString()));
            }
            return texts;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Stream<Path> files() {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.sorted().toList().stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".md", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

package se.metodporten.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** How a page and its bean must fit together for the page to work after a button is pressed. */
class PagesTest {

    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Pattern BEAN = Pattern.compile("#\\{(\\w+)\\.");
    private static final Set<String> PRESSED = Set.of("form", "commandButton", "commandLink");

    private static final Pattern ACTION = Pattern.compile("#\\{(\\w+)\\.(\\w+)");

    /** Actions that keep nothing but what the page itself shows next, or end or begin a session and redirect themselves. */
    private static final Set<String> ONLY_SHOWS = Set.of(
            "neverOfferedView.count",
            "passwordView.save",
            "roleDraftView.add",
            "roleDraftView.raise",
            "roleDraftView.remove",
            "runView.download",
            "severalView.add",
            "severalView.look",
            "severalView.remove",
            "severalView.seek",
            "signInView.signIn",
            "signOutView.signOut",
            "view.look");

    private static final Set<String> SENDS_PARTS =
            Set.of("ajax", "poll", "remoteCommand", "commandScript", "autoUpdate", "autoComplete", "websocket");

    /** Parameters that choose what is shown; no form hangs on them. */
    private static final Set<String> ONLY_SHOWN = Set.of("known", "sent");

    private static final Set<String> LIBRARIES = Set.of(
            "http://www.w3.org/1999/xhtml",
            "jakarta.faces.facelets",
            "jakarta.faces.core",
            "jakarta.faces.html",
            "jakarta.tags.core",
            "metodporten",
            "primefaces");

    private static final Map<String, JavaClass> BEANS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("se.metodporten").stream()
                    .filter(type -> type.isAnnotatedWith(Named.class))
                    .collect(Collectors.toMap(PagesTest::nameOf, Function.identity()));

    /**
     * Faces sets {@code f:viewParam} in Update Model Values; whether a form is there at all is asked before that, in
     * Apply Request Values. A bean of the request does not know then what the page is about, and the button is not
     * heard.
     */
    @Test
    void a_bean_with_parameters_outlives_the_request_when_its_page_has_a_form_that_is_not_always_there() {
        List<String> deaf = new ArrayList<>();
        pages().forEach((page, document) -> {
            if (elements(document).anyMatch(element -> pressed(element) && conditional(element))) {
                beansWithParameters(document).stream()
                        .filter(bean -> !BEANS.get(bean).isAnnotatedWith(ViewScoped.class))
                        .forEach(bean -> deaf.add(page + ": " + bean));
            }
        });
        assertThat(deaf).isEmpty();
    }

    /** Facelets hands a tag of a namespace that nobody serves to the browser as it stands, and its form is none. */
    @Test
    void every_tag_is_of_a_library_that_is_there() {
        Set<String> unknown = new TreeSet<>();
        pages().forEach((page, document) -> elements(document)
                .filter(element -> !LIBRARIES.contains(element.getNamespaceURI()))
                .forEach(element -> unknown.add(page + ": " + element.getTagName())));
        assertThat(unknown).isEmpty();
    }

    /** A link that posts is sent by an inline script, which the pages' policy forbids. */
    @Test
    void what_acts_is_a_button() {
        assertThat(pages().entrySet().stream()
                        .filter(page -> elements(page.getValue())
                                .anyMatch(element -> "commandLink".equals(element.getLocalName())))
                        .map(Map.Entry::getKey))
                .isEmpty();
    }

    /**
     * A form that is sent twice (a double click, the back button) is answered with where the first led, see SentOnce; one
     * that led nowhere would act again. What only shows something may.
     */
    @Test
    void a_button_that_writes_leads_to_a_page() {
        Set<String> again = new TreeSet<>();
        pages().forEach((page, document) -> elements(document)
                .filter(element -> "commandButton".equals(element.getLocalName()))
                .map(element -> ACTION.matcher(element.getAttribute("action")))
                .forEach(action -> {
                    assertThat(action.find())
                            .as("the action of each button of %s", page)
                            .isTrue();
                    String name = action.group(1) + "." + action.group(2);
                    if (!ONLY_SHOWS.contains(name) && !leadsOn(action.group(1), action.group(2))) {
                        again.add(page + ": " + name);
                    }
                }));
        assertThat(again).isEmpty();
    }

    /** Whoever sends a part of a page gets a part of a page: nothing would keep that from acting twice. */
    @Test
    void nothing_is_sent_by_script_but_to_look_again() {
        assertThat(pages().entrySet().stream()
                        .flatMap(page -> elements(page.getValue())
                                .map(Element::getLocalName)
                                .filter(SENDS_PARTS::contains)
                                .map(sends -> page.getKey() + ": " + sends))
                        .toList())
                .containsExactly("directory/run.xhtml: poll");
    }

    private static boolean leadsOn(String bean, String action) {
        JavaClass type = bean.equals("view") ? BEANS.get("deedView") : BEANS.get(bean);
        return type.getAllMethods().stream()
                .anyMatch(method -> method.getName().equals(action)
                        && method.getRawReturnType().isEquivalentTo(String.class));
    }

    private static Set<String> beansWithParameters(Document document) {
        return elements(document)
                .filter(element -> "viewParam".equals(element.getLocalName()))
                .filter(element -> !ONLY_SHOWN.contains(element.getAttribute("name")))
                .map(element -> BEAN.matcher(element.getAttribute("value")))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A plain form that asks for another page needs nobody to hear it. */
    private static boolean pressed(Element element) {
        return "jakarta.faces.html".equals(element.getNamespaceURI()) && PRESSED.contains(element.getLocalName());
    }

    private static boolean conditional(Element element) {
        for (Node at = element; at instanceof Element inside; at = at.getParentNode()) {
            if (inside.hasAttribute("rendered")) {
                return true;
            }
        }
        return false;
    }

    private static Stream<Element> elements(Document document) {
        NodeList all = document.getElementsByTagName("*");
        return IntStream.range(0, all.getLength()).mapToObj(at -> (Element) all.item(at));
    }

    private static Map<Path, Document> pages() {
        try (Stream<Path> files = Files.walk(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".xhtml"))
                    .collect(Collectors.toMap(PAGES::relativize, PagesTest::parsed));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Document parsed(Path page) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(Files.readString(page))));
        } catch (ParserConfigurationException | SAXException | IOException failed) {
            throw new AssertionError(page + " is not well formed", failed);
        }
    }

    private static String nameOf(JavaClass type) {
        String given = type.getAnnotationOfType(Named.class).value();
        String simple = type.getSimpleName();
        return given.isEmpty() ? Character.toLowerCase(simple.charAt(0)) + simple.substring(1) : given;
    }
}

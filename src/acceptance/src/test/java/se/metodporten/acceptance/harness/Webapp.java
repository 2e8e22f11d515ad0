package se.metodporten.acceptance.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages that the portal has, read in its sources: a new one cannot be forgotten. */
public final class Webapp {

    private static final Path FOLDER =
            Path.of(System.getProperty("metodporten.webapp", "../../portal/src/main/webapp"));
    private static final Path SOURCES =
            Path.of(System.getProperty("metodporten.sources", "../../portal/src/main/java"));
    private static final Pattern PARAMETER = Pattern.compile("<f:viewParam name=\"([^\"]+)\"");
    private static final Pattern FORM = Pattern.compile("<h:form id=\"([^\"]+)\"");
    private static final Pattern INCLUDED = Pattern.compile("<ui:include src=\"([^\"]+)\"");
    private static final Pattern SERVLET = Pattern.compile("@WebServlet\\((?:\"([^\"]+)\"|(\\w+)\\.PATH)\\)");
    private static final Pattern PATH = Pattern.compile(" PATH = \"([^\"]+)\"");
    private static final Pattern ASKED = Pattern.compile("request\\.getParameter\\(\"([^\"]+)\"\\)");

    private Webapp() {}

    /** By the path of each page, the parameters of its address. */
    public static SortedMap<String, List<String>> pages() {
        SortedMap<String, List<String>> pages = new TreeMap<>();
        files(FOLDER, ".xhtml").forEach((file, text) -> {
            String path = "/" + FOLDER.relativize(file).toString().replace('\\', '/');
            if (!path.startsWith("/WEB-INF/")) {
                pages.put(path, all(PARAMETER, text));
            }
        });
        return pages;
    }

    /** By the path of each page, the ids of its forms that are sent to be acted on, those of its includes among them. */
    public static SortedMap<String, List<String>> forms() {
        SortedMap<String, List<String>> forms = new TreeMap<>();
        for (String page : pages().keySet()) {
            forms.put(page, formsIn(page));
        }
        return forms;
    }

    private static List<String> formsIn(String page) {
        String text = files(FOLDER, page.substring(page.lastIndexOf('/'))).get(FOLDER.resolve(page.substring(1)));
        List<String> forms = new ArrayList<>(all(FORM, text));
        all(INCLUDED, text).forEach(included -> forms.addAll(formsIn(included)));
        return forms;
    }

    /** By the path of each servlet of our own, the parameters that it reads. */
    public static SortedMap<String, List<String>> servlets() {
        SortedMap<String, List<String>> servlets = new TreeMap<>();
        files(SOURCES, ".java").forEach((file, text) -> {
            Matcher servlet = SERVLET.matcher(text);
            if (servlet.find()) {
                String path = servlet.group(1) == null ? all(PATH, text).get(0) : servlet.group(1);
                servlets.put(path, all(ASKED, text));
            }
        });
        return servlets;
    }

    private static SortedMap<Path, String> files(Path folder, String ending) {
        SortedMap<Path, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(ending)).toList()) {
                found.put(file, Files.readString(file));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return found;
    }

    private static List<String> all(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        for (Matcher each = pattern.matcher(text); each.find(); ) {
            found.add(each.group(1));
        }
        return found;
    }
}

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
    private static final Pattern PARAMETER = Pattern.compile("<f:viewParam name=\"([^\"]+)\"");

    private Webapp() {}

    /** By the path of each page, the parameters of its address. */
    public static SortedMap<String, List<String>> pages() {
        SortedMap<String, List<String>> pages = new TreeMap<>();
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".xhtml")).toList()) {
                String path = "/" + FOLDER.relativize(file).toString().replace('\\', '/');
                if (!path.startsWith("/WEB-INF/")) {
                    pages.put(path, parameters(Files.readString(file)));
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return pages;
    }

    private static List<String> parameters(String page) {
        List<String> names = new ArrayList<>();
        for (Matcher found = PARAMETER.matcher(page); found.find(); ) {
            names.add(found.group(1));
        }
        return names;
    }
}

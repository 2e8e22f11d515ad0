package se.metodporten.acceptance.harness;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the pages lead to, found by following their links as each kind of user. */
public final class Addresses {

    private static final int OK = 200;
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]+)[^\"]*\"");
    private static final String START = "/desk/start.xhtml";

    /** Something to ask, and whom it is answered to. */
    public record Address(String who, String path) {

        /** The address without what it is told. */
        public String page() {
            return pageOf(path);
        }

        /** Another value of a parameter, encoded already, beside the others. */
        public String with(String parameter, String encoded) {
            Map<String, String> parameters = parametersOf(path);
            parameters.put(parameter, encoded);
            List<String> pairs = new ArrayList<>();
            parameters.forEach((name, value) -> pairs.add(name + "=" + value));
            return pageOf(path) + "?" + String.join("&", pairs);
        }
    }

    private final Map<String, Program> programs;
    private final Set<String> pages;
    private final BiConsumer<Address, String> reader;
    private final Map<String, Address> found = new TreeMap<>();
    private final Set<String> seen = new HashSet<>();

    /** @param programs by the kind of user; whoever comes first is asked first */
    public Addresses(Map<String, Program> programs, Set<String> pages) {
        this(programs, pages, (address, html) -> {});
    }

    /** @param reader is given each page on the way */
    public Addresses(Map<String, Program> programs, Set<String> pages, BiConsumer<Address, String> reader) {
        this.programs = programs;
        this.pages = pages;
        this.reader = reader;
        programs.forEach(this::walk);
    }

    /** By page, the address with most parameters that somebody comes to by links. */
    public Map<String, Address> found() {
        return new HashMap<>(found);
    }

    /** Of a page that no link leads to: by itself, and whoever it is open to. */
    public Address bare(String page) {
        String who = programs.keySet().stream()
                .filter(each -> programs.get(each).asks(page).status() == OK)
                .findFirst()
                .orElseGet(() -> programs.keySet().iterator().next());
        return new Address(who, page);
    }

    private void walk(String who, Program program) {
        Deque<String> ahead = new ArrayDeque<>(List.of(START));
        Set<String> own = new HashSet<>();
        while (!ahead.isEmpty()) {
            String path = ahead.poll();
            Program.Answer answer = program.asks(path);
            if (answer.status() != OK || !answer.isHtml()) {
                continue;
            }
            Address better = new Address(who, path);
            reader.accept(better, answer.body());
            found.merge(
                    pageOf(path),
                    better,
                    (one, two) -> parametersOf(two.path()).size()
                                    > parametersOf(one.path()).size()
                            ? two
                            : one);
            for (Matcher link = LINK.matcher(answer.body()); link.find(); ) {
                String next = link.group(1).replace("&amp;", "&");
                boolean another = seen.add(kindOf(next)) | (next.indexOf('?') < 0 && own.add(next));
                if (pages.contains(pageOf(next)) && another) {
                    ahead.add(next);
                }
            }
        }
    }

    /** The page, and what it is told; two addresses of a kind differ in values only. */
    private static String kindOf(String path) {
        return pageOf(path) + new TreeSet<>(parametersOf(path).keySet());
    }

    private static String pageOf(String path) {
        return path.split("\\?", 2)[0];
    }

    private static Map<String, String> parametersOf(String path) {
        Map<String, String> parameters = new LinkedHashMap<>();
        String query = URI.create(path).getRawQuery();
        if (query != null) {
            for (String pair : query.split("&")) {
                String[] parts = pair.split("=", 2);
                parameters.put(parts[0], parts.length > 1 ? parts[1] : "");
            }
        }
        return parameters;
    }
}

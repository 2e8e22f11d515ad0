package se.metodporten.statements;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.metodporten.harness.InPortal;
import se.metodporten.harness.Wire;

/**
 * No page and no call of the API asks the database more often because there is more to show, and none more often than
 * docs/statements.md says.
 */
class StatementsIT extends InPortal {

    private static final int FEW = 3;

    /** More than a page of any list. */
    private static final int MANY = 30;

    /** What is asked once, only when there is something to show; one a row would be two dozen. */
    private static final int ONCE = 3;

    /** So much more than measured a page may be said to take: what others leave in the database may add a question. */
    private static final int SLACK = 6;

    private static final Pattern ROW = Pattern.compile("\\| `(/[^`]+)` \\| ([0-9]+) \\|");

    @Inject
    private Crowds crowds;

    @Inject
    private Kinds kinds;

    @Inject
    private StatementCounter counter;

    @Inject
    private ServletContext application;

    @Inject
    private HttpServletRequest request;

    @Test
    void no_page_nor_call_takes_more_statements_when_there_are_more_rows_nor_more_than_the_docs_say()
            throws IOException {
        Map<String, Integer> said = said();
        List<Integer> few = whenFew(crowds.of(FEW));
        Map<Visit, Integer> many;
        kinds.add(MANY);
        try {
            Crowd crowd = crowds.of(MANY);
            kinds.areNeededAt(crowd.id("unit"));
            many = whenMany(crowd, few, said);
        } finally {
            kinds.remove();
        }

        Map<String, Integer> most = new TreeMap<>();
        many.forEach((visit, statements) -> most.merge(visit.place(), statements, Math::max));
        assertThat(growing(few, many)).as(table(most)).isEmpty();
        assertThat(most.keySet())
                .as("every page is visited, and every path of the API")
                .isEqualTo(places());
        assertThat(differences(said, most))
                .as("docs/statements.md should say\n" + table(most))
                .isEmpty();
    }

    private List<Integer> whenFew(Crowd crowd) {
        Map<String, Wire> readers = signedIn(crowd);
        return visits(crowd).stream()
                .map(visit -> counter.countWarm(() -> answer(visit, readers)))
                .toList();
    }

    private Map<Visit, Integer> whenMany(Crowd crowd, List<Integer> few, Map<String, Integer> said) {
        Map<String, Wire> readers = signedIn(crowd);
        List<Visit> visits = visits(crowd);
        Map<Visit, Integer> statements = new LinkedHashMap<>();
        for (int i = 0; i < visits.size(); i++) {
            Visit visit = visits.get(i);
            int most = Math.min(few.get(i) + ONCE, said.getOrDefault(visit.place(), 0));
            statements.put(visit, counter.count(() -> answer(visit, readers), most));
        }
        return statements;
    }

    private static List<Visit> visits(Crowd crowd) {
        return Visit.all(crowd).stream().distinct().toList();
    }

    private static void answer(Visit visit, Map<String, Wire> readers) {
        assertThat(readers.get(visit.reader()).get(visit.address()).status())
                .as(visit.toString())
                .isEqualTo(200);
    }

    private static List<String> growing(List<Integer> few, Map<Visit, Integer> many) {
        List<Visit> visits = List.copyOf(many.keySet());
        return IntStream.range(0, visits.size())
                .filter(i -> many.get(visits.get(i)) > few.get(i) + ONCE)
                .mapToObj(i -> visits.get(i).reader() + " " + visits.get(i).address() + ": " + few.get(i) + " -> "
                        + many.get(visits.get(i)))
                .toList();
    }

    private static List<String> differences(Map<String, Integer> said, Map<String, Integer> most) {
        Set<String> all = new TreeSet<>(said.keySet());
        all.addAll(most.keySet());
        return all.stream()
                .filter(page -> !said.containsKey(page)
                        || !most.containsKey(page)
                        || most.get(page) > said.get(page)
                        || most.get(page) < said.get(page) - SLACK)
                .map(page -> page + ": said " + said.get(page) + ", took " + most.get(page))
                .toList();
    }

    private static String table(Map<String, Integer> most) {
        return most.entrySet().stream()
                .map(page -> "| `" + page.getKey() + "` | " + page.getValue() + " |")
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, Integer> said() throws IOException {
        try (InputStream table = StatementsIT.class.getResourceAsStream("/statements.md")) {
            String text = new String(table.readAllBytes(), StandardCharsets.UTF_8);
            return ROW.matcher(text)
                    .results()
                    .collect(Collectors.toMap(row -> row.group(1), row -> Integer.valueOf(row.group(2))));
        }
    }

    private Map<String, Wire> signedIn(Crowd crowd) {
        Map<String, Wire> signedIn = new HashMap<>();
        signedIn.put(Visit.NOBODY, new Wire(request.getLocalPort()));
        crowd.readers().keySet().forEach(reader -> signedIn.put(reader, signIn(crowd.username(reader))));
        return signedIn;
    }

    private Wire signIn(String username) {
        Wire wire = new Wire(request.getLocalPort());
        Wire.Answer answer = wire.post(
                "/access/sign-in.xhtml",
                Map.of(
                        "form",
                        "form",
                        "form:username",
                        username,
                        "form:password",
                        Crowds.PASSWORD,
                        "form:signIn",
                        "x"));
        assertThat(answer.status()).as(username).isEqualTo(302);
        return wire;
    }

    private Set<String> places() {
        Set<String> all = new TreeSet<>();
        pagesBelow("/", all);
        all.add(ApiVisits.DESCRIPTION);
        String description =
                new Wire(request.getLocalPort()).get(ApiVisits.DESCRIPTION).body();
        try (JsonReader reader = Json.createReader(new StringReader(description))) {
            reader.readObject().getJsonObject("paths").keySet().forEach(path -> all.add(ApiVisits.PATH + path));
        }
        return all;
    }

    private void pagesBelow(String folder, Set<String> pages) {
        for (String path : application.getResourcePaths(folder)) {
            if (path.endsWith(".xhtml")) {
                pages.add(path);
            } else if (path.endsWith("/") && !path.equals("/WEB-INF/")) {
                pagesBelow(path, pages);
            }
        }
    }
}

package se.metodporten.statements;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.metodporten.harness.InPortal;
import se.metodporten.harness.Wire;

/** No page and no call of the API asks the database more often because there is more to show. */
class StatementsIT extends InPortal {

    private static final int FEW = 3;

    /** More than two pages of any list. */
    private static final int MANY = 60;

    @Inject
    private Crowds crowds;

    @Inject
    private Kinds kinds;

    @Inject
    private StatementCounter counter;

    @Inject
    private ServletContext application;

    @Inject
    private BeanManager beans;

    @Inject
    private HttpServletRequest request;

    @Test
    void no_page_and_no_call_takes_more_statements_when_there_are_more_rows() {
        Map<Visit, Integer> few = statements(crowds.of(FEW));
        Map<Visit, Integer> many;
        kinds.add(MANY);
        try {
            many = statements(crowds.of(MANY));
        } finally {
            kinds.remove();
        }

        List<Visit> visits = List.copyOf(few.keySet());
        List<Visit> again = List.copyOf(many.keySet());
        List<String> growing = new ArrayList<>();
        for (int i = 0; i < visits.size(); i++) {
            int before = few.get(visits.get(i));
            int after = many.get(again.get(i));
            if (after != before) {
                growing.add(again.get(i).reader() + " " + again.get(i).address() + ": " + before + " -> " + after);
            }
        }
        assertThat(growing).isEmpty();
    }

    @Test
    void every_page_servlet_and_call_is_visited() {
        Set<String> visited =
                Visit.all(crowds.of(FEW)).stream().map(Visit::place).collect(Collectors.toSet());

        assertThat(everything()).containsExactlyInAnyOrderElementsOf(visited);
    }

    private Map<Visit, Integer> statements(Crowd crowd) {
        Map<String, Wire> signedIn = new HashMap<>();
        signedIn.put(Visit.NOBODY, new Wire(request.getLocalPort()));
        crowd.readers().keySet().forEach(reader -> signedIn.put(reader, signIn(crowd.username(reader))));
        Map<Visit, Integer> statements = new LinkedHashMap<>();
        for (Visit visit : Visit.all(crowd)) {
            StatementCounter.Counted<Wire.Answer> counted =
                    counter.count(() -> signedIn.get(visit.reader()).get(visit.address()));
            if (visit.place().endsWith(".xhtml")) {
                assertThat(counted.answer().status()).as(visit.toString()).isEqualTo(200);
            }
            statements.put(visit, counted.statements());
        }
        return statements;
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

    private Set<String> everything() {
        Set<String> all = new TreeSet<>();
        pagesBelow("/", all);
        application.getServletRegistrations().values().stream()
                .filter(servlet ->
                        servlet.getClassName() != null && servlet.getClassName().startsWith("se.metodporten."))
                .flatMap(servlet -> servlet.getMappings().stream())
                .forEach(all::add);
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(StatementsIT::gets)
                .forEach(all::add);
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

    private static Stream<String> gets(Class<?> resource) {
        String base = resource.getAnnotation(Path.class).value();
        return Arrays.stream(resource.getMethods())
                .filter(method -> method.isAnnotationPresent(GET.class))
                .map(method -> {
                    Path path = method.getAnnotation(Path.class);
                    return "GET " + base + (path == null ? "" : "/" + path.value());
                });
    }
}

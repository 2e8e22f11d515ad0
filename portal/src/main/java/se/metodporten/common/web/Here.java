package se.metodporten.common.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The page's own address, and the addresses of its other states: a list keeps filter, sort and page in the URL, in the
 * parameters {@code sort} ({@code name}, or {@code -name} for falling), {@code page}, and one for each field of the
 * filter.
 */
@Named
@RequestScoped
public class Here {

    private static final String SORT = "sort";
    private static final String PAGE = "page";

    /** A parameter that a filter's form carries along. */
    public record Parameter(String name, String value) {}

    private final String path;
    private final Map<String, String> parameters;

    @Inject
    Here(HttpServletRequest request) {
        this(request.getRequestURI(), request.getQueryString());
    }

    Here(String path, @Nullable String query) {
        this.path = path;
        this.parameters = parse(query);
    }

    /** For the proxy. */
    protected Here() {
        this("", null);
    }

    /** The page without its parameters. */
    public String getPath() {
        return path;
    }

    /** This page's address with one parameter changed; empty removes it. Begins again on the first page. */
    public String with(String name, @Nullable String value) {
        Map<String, String> changed = parameters();
        changed.remove(PAGE);
        put(changed, name, value);
        return address(getPath(), changed);
    }

    public String onPage(int number) {
        Map<String, String> changed = parameters();
        put(changed, PAGE, number == 1 ? null : Integer.toString(number));
        return address(getPath(), changed);
    }

    /** The address of the list sorted by that column: rising first, falling when it is rising already. */
    public String sortedBy(String column, boolean initially) {
        return with(SORT, sortedUp(column, initially) ? "-" + column : column);
    }

    public boolean sortedUp(String column, boolean initially) {
        String sort = parameters().get(SORT);
        return sort == null ? initially : sort.equals(column);
    }

    public boolean sortedDown(String column) {
        return ("-" + column).equals(parameters().get(SORT));
    }

    /** What a filter's form must send beside its own fields, named in {@code own} with commas between. */
    public List<Parameter> keptBeside(String own) {
        List<String> names = List.of(own.split(","));
        return parameters().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(PAGE) && !names.contains(entry.getKey()))
                .map(entry -> new Parameter(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Whether one of the filter's own fields is in the URL. */
    public boolean filteredBy(String own) {
        return List.of(own.split(",")).stream()
                .anyMatch(name -> !parameters().getOrDefault(name, "").isEmpty());
    }

    /** The list without the filter's own fields. */
    public String without(String own) {
        Map<String, String> changed = parameters();
        changed.keySet().removeAll(List.of(own.split(",")));
        changed.remove(PAGE);
        return address(getPath(), changed);
    }

    /** The address of another path about the same list, all its pages, with one parameter more. */
    public String at(String otherPath, String name, String value) {
        Map<String, String> same = parameters();
        same.remove(PAGE);
        put(same, name, value);
        return address(otherPath, same);
    }

    /** Path and parameters, as they are now. */
    public String getAddress() {
        return address(path, parameters);
    }

    private Map<String, String> parameters() {
        return new LinkedHashMap<>(parameters);
    }

    static Map<String, String> parse(@Nullable String query) {
        Map<String, String> found = new LinkedHashMap<>();
        if (query == null || query.isEmpty()) {
            return found;
        }
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            put(found, decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
        }
        return found;
    }

    static String address(String path, Map<String, String> parameters) {
        return parameters.isEmpty()
                ? path
                : parameters.entrySet().stream()
                        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                        .collect(Collectors.joining("&", path + "?", ""));
    }

    private static void put(Map<String, String> parameters, String name, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            parameters.remove(name);
        } else {
            parameters.put(name, value);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A broken escape, typed by hand, stays as it is: it finds nothing. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return text;
        }
    }
}

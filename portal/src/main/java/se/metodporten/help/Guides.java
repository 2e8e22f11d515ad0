package se.metodporten.help;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import se.metodporten.access.Office;

/** The guides by name, rendered once. Open to everybody: whoever cannot sign in needs them most. */
@ApplicationScoped
public class Guides {

    private static final List<String> FIRST = List.of("kom-igang", "ord");
    private static final Map<Office, List<String>> BY_OFFICE = new EnumMap<>(Map.of(
            Office.EMPLOYEE, List.of("medarbetare"),
            Office.METHOD_SUPERVISOR, List.of("metodhandledare"),
            Office.INSTRUCTOR, List.of("instruktor"),
            Office.MANAGER, List.of("chef"),
            Office.COORDINATOR, List.of("samverkansledare"),
            Office.PROCESS_LEADER, List.of("processledare"),
            Office.MAS, List.of("mas"),
            Office.TRAINING_ADMINISTRATOR, List.of("kursadministrator"),
            Office.SYSTEM_ADMINISTRATOR, List.of("systemforvaltare", "import")));

    private final Map<String, Guide> rendered = new ConcurrentHashMap<>();

    /** What everybody begins with. */
    public List<Guide> first() {
        return FIRST.stream().map(this::rendered).toList();
    }

    /** The guides of an office; each office has at least one. */
    public List<Guide> of(Office office) {
        return BY_OFFICE.getOrDefault(office, List.of()).stream()
                .map(this::rendered)
                .toList();
    }

    public List<Guide> all() {
        List<Guide> all = new ArrayList<>(first());
        for (Office office : Office.values()) {
            all.addAll(of(office));
        }
        return all;
    }

    /** @return empty when there is no guide of that name */
    public Optional<Guide> named(String name) {
        boolean known = FIRST.contains(name) || BY_OFFICE.values().stream().anyMatch(guides -> guides.contains(name));
        return known ? Optional.of(rendered(name)) : Optional.empty();
    }

    private Guide rendered(String name) {
        return rendered.computeIfAbsent(name, missing -> GuideText.guide(missing, read(missing)));
    }

    private static String read(String name) {
        try (InputStream file = Guides.class.getResourceAsStream(name + ".md")) {
            if (file == null) {
                throw new IllegalStateException("No guide called " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

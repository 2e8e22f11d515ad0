package se.metodporten.scorm.packaging;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.metodporten.scorm.Standard;
import se.metodporten.scorm.runtime.LaunchData;

/**
 * A manifest as far as a run-time needs it (Content Aggregation Model 1.2, §2.2–2.3).
 *
 * @param organization the default one
 */
public record Manifest(
        String identifier,
        @Nullable String version,
        Standard standard,
        Organization organization,
        List<Resource> resources) {

    public Manifest {
        resources = List.copyOf(resources);
    }

    public record Organization(String identifier, String title, List<Item> items) {
        public Organization {
            items = List.copyOf(items);
        }
    }

    /**
     * A node of the table of contents.
     *
     * @param resourceId empty for a mere heading
     * @param prerequisites in the manifest's own script language, told but not enforced
     * @param line in imsmanifest.xml
     */
    public record Item(
            String identifier,
            String title,
            Optional<String> resourceId,
            boolean visible,
            String parameters,
            Optional<String> prerequisites,
            LaunchData launchData,
            List<Item> items,
            int line) {
        public Item {
            items = List.copyOf(items);
        }

        Stream<Item> withDescendants() {
            return Stream.concat(Stream.of(this), items.stream().flatMap(Item::withDescendants));
        }
    }

    /**
     * @param sco whether it talks to the run-time; an asset does not
     * @param href path of the start file in the package, with query and fragment; empty if it has none that we accept
     * @param files those listed, as paths in the package
     * @param dependencies identifiers of resources it needs
     */
    public record Resource(
            String identifier,
            String type,
            boolean sco,
            Optional<Href> href,
            List<String> files,
            List<String> dependencies,
            int line) {
        public Resource {
            files = List.copyOf(files);
            dependencies = List.copyOf(dependencies);
        }
    }

    /** All items that can be started, in the order of the table of contents. */
    public List<LaunchableItem> launchables() {
        return organization.items().stream()
                .flatMap(Item::withDescendants)
                .flatMap(item -> launchable(item).stream())
                .toList();
    }

    /** The first SCO, else the first asset. */
    public Optional<LaunchableItem> firstLaunchable() {
        List<LaunchableItem> all = launchables();
        return all.stream()
                .filter(LaunchableItem::sco)
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    public Optional<Resource> resource(String resourceId) {
        return resources.stream().filter(r -> r.identifier().equals(resourceId)).findFirst();
    }

    private Optional<LaunchableItem> launchable(Item item) {
        return item.resourceId()
                .flatMap(this::resource)
                .flatMap(resource -> resource.href()
                        .map(href -> new LaunchableItem(
                                item.identifier(),
                                item.title(),
                                resource.sco(),
                                href.path(),
                                href.withParameters(item.parameters()),
                                item.launchData())));
    }
}

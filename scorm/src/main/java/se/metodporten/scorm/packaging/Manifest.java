package se.metodporten.scorm.packaging;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.metodporten.scorm.Standard;
import se.metodporten.scorm.sn.Activity;
import se.metodporten.scorm.sn.Activity.Control;
import se.metodporten.scorm.sn.Activity.Kind;
import se.metodporten.scorm.sn.ActivityTree;
import se.metodporten.scorm.sn.LaunchData;
import se.metodporten.scorm.sn.Sequencing;

/**
 * A manifest as far as a run-time needs it (Content Aggregation Model 1.2, §2.2–2.3; 2004 4th edition, §3).
 *
 * @param edition as the manifest names it, for example {@code 2004 4th Edition}
 * @param organization the one that is meant
 * @param organizations all of them
 */
public record Manifest(
        String identifier,
        @Nullable String version,
        Standard standard,
        String edition,
        Metadata metadata,
        Organization organization,
        List<Organization> organizations,
        List<Resource> resources) {

    public Manifest {
        organizations = List.copyOf(organizations);
        resources = List.copyOf(resources);
    }

    /** What a catalogue would say of it, from the manifest's LOM record; empty where it says nothing. */
    public record Metadata(String title, String description, String language, List<String> keywords) {
        static final Metadata NONE = new Metadata("", "", "", List.of());

        public Metadata {
            keywords = List.copyOf(keywords);
        }
    }

    /**
     * A table of contents.
     *
     * @param objectivesGlobalToSystem 2004: whether global objectives outlive the attempt
     * @param sharedDataGlobalToSystem 2004: whether shared data does
     */
    public record Organization(
            String identifier,
            String title,
            List<Item> items,
            Optional<Sequencing> sequencing,
            boolean objectivesGlobalToSystem,
            boolean sharedDataGlobalToSystem) {
        public Organization {
            items = List.copyOf(items);
        }
    }

    /**
     * A node of the table of contents.
     *
     * @param resourceId empty for a mere heading
     * @param prerequisites 1.2: in the manifest's script language; empty for none
     * @param line in imsmanifest.xml
     */
    public record Item(
            String identifier,
            String title,
            Optional<String> resourceId,
            boolean visible,
            String parameters,
            String prerequisites,
            Set<Control> hidden,
            LaunchData launchData,
            Optional<Sequencing> sequencing,
            List<Item> items,
            int line) {
        public Item {
            hidden = Set.copyOf(hidden);
            items = List.copyOf(items);
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

    /** What an attempt runs through. */
    public ActivityTree tree() {
        Activity root = new Activity(
                organization.identifier(),
                organization.title(),
                Kind.HEADING,
                "",
                true,
                "",
                Set.of(),
                LaunchData.NONE,
                organization.sequencing(),
                organization.items().stream().map(this::activity).toList());
        return new ActivityTree(standard, root);
    }

    private Activity activity(Item item) {
        Optional<Resource> resource = item.resourceId().flatMap(this::resource);
        Optional<Href> href = resource.flatMap(Resource::href);
        Kind started = resource.filter(Resource::sco).isPresent() ? Kind.SCO : Kind.ASSET;
        return new Activity(
                item.identifier(),
                item.title(),
                href.isPresent() ? started : Kind.HEADING,
                href.map(h -> h.withParameters(item.parameters())).orElse(""),
                item.visible(),
                item.prerequisites(),
                item.hidden(),
                item.launchData(),
                item.sequencing(),
                item.items().stream().map(this::activity).toList());
    }

    public Optional<Resource> resource(String resourceId) {
        return resources.stream().filter(r -> r.identifier().equals(resourceId)).findFirst();
    }
}

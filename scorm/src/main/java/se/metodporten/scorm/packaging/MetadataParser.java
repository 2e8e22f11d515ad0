package se.metodporten.scorm.packaging;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import se.metodporten.scorm.packaging.Manifest.Metadata;
import se.metodporten.scorm.packaging.XmlTree.Element;

/** The LOM record of a manifest, in it or in a file of the package (IEEE 1484.12.3; IMS Meta-data 1.2). */
final class MetadataParser {

    private static final int LONGEST = 2_000;
    private static final int MOST_KEYWORDS = 50;

    private MetadataParser() {}

    /** @param read the text of a file of the package by its name in the manifest; empty when it cannot be had */
    static Metadata of(Element manifest, Function<String, Optional<Element>> read) {
        Optional<Element> metadata = manifest.child("metadata");
        Stream<Element> inside = metadata.stream().flatMap(m -> m.children("lom"));
        Stream<Element> beside = metadata.stream()
                .flatMap(m -> m.children("location"))
                .limit(1)
                .flatMap(l -> read.apply(l.text()).stream());
        return Stream.concat(inside, beside)
                .flatMap(lom -> lom.children("general"))
                .findFirst()
                .map(MetadataParser::general)
                .orElse(Metadata.NONE);
    }

    private static Metadata general(Element general) {
        List<String> keywords = general.children("keyword")
                .map(MetadataParser::text)
                .filter(k -> !k.isEmpty())
                .limit(MOST_KEYWORDS)
                .toList();
        return new Metadata(
                general.child("title").map(MetadataParser::text).orElse(""),
                general.child("description").map(MetadataParser::text).orElse(""),
                general.childText("language").orElse(""),
                keywords);
    }

    /** {@code <string>} in 2004, {@code <langstring>} in 1.2, or the text itself. */
    private static String text(Element element) {
        String text = element.childText("string")
                .or(() -> element.childText("langstring"))
                .orElse(element.text())
                .replaceAll("\\s+", " ");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}

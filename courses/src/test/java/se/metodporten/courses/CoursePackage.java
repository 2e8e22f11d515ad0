package se.metodporten.courses;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A built package, read from the class path as the portal reads it. */
record CoursePackage(String name, Map<String, byte[]> files) {

    /** Every folder of this module with a kurs.md. */
    static Stream<CoursePackage> all() {
        try (Stream<Path> folders = Files.list(Path.of(""))) {
            return folders
                    .filter(folder -> Files.exists(folder.resolve("kurs.md")))
                    .map(folder -> named(folder.getFileName().toString()))
                    .sorted(Comparator.comparing(CoursePackage::name))
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static CoursePackage named(String name) {
        return new CoursePackage(name, unzip(bytes(name)));
    }

    static byte[] bytes(String name) {
        try (InputStream zip = Objects.requireNonNull(
                CoursePackage.class.getResourceAsStream("/se/metodporten/courses/" + name + ".zip"),
                () -> "no package " + name)) {
            return zip.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    byte[] file(String path) {
        return Objects.requireNonNull(files.get(path), () -> "no file " + path);
    }

    /** The pages of all parts, in their order: each is well-formed XML. */
    List<Document> pages() {
        return all(manifest(), "//*[local-name()='resource'][@href]").stream()
                .map(resource -> xml(resource.getAttribute("href"), false))
                .toList();
    }

    /** All elements of that path, of every part. */
    List<Element> onPages(String path) {
        return pages().stream().flatMap(page -> all(page, path).stream()).toList();
    }

    boolean speaks2004() {
        return pages().get(0).getDocumentElement().getAttribute("data-standard").equals("2004");
    }

    @Override
    public String toString() {
        return name;
    }

    Document manifest() {
        return xml("imsmanifest.xml", true);
    }

    private Document xml(String path, boolean withNamespaces) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(withNamespaces);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(file(path)));
        } catch (ParserConfigurationException | SAXException | IOException broken) {
            throw new IllegalStateException(path, broken);
        }
    }

    static List<Element> all(Node inside, String path) {
        try {
            NodeList found =
                    (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, inside, XPathConstants.NODESET);
            return IntStream.range(0, found.getLength())
                    .mapToObj(i -> (Element) found.item(i))
                    .toList();
        } catch (XPathExpressionException wrong) {
            throw new IllegalArgumentException(path, wrong);
        }
    }

    private static Map<String, byte[]> unzip(byte[] zip) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                files.put(entry.getName(), entries.readAllBytes());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return files;
    }
}

package se.metodporten.scorm.packaging;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A small XML document with lines, read without any DTD, entity or other file. */
final class XmlTree {

    static final int MOST_ELEMENTS = 100_000;
    static final int DEEPEST = 64;

    private XmlTree() {}

    /** An element; attributes are named by their local name, those of a namespace by {@code {namespace}name}. */
    static final class Element {
        private final String namespace;
        private final String name;
        private final int line;
        private final Map<String, String> attributes = new LinkedHashMap<>();
        private final List<Element> children = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        private Element(String namespace, String name, int line) {
            this.namespace = namespace;
            this.name = name;
            this.line = line;
        }

        String namespace() {
            return namespace;
        }

        String name() {
            return name;
        }

        int line() {
            return line;
        }

        /** Its own text, trimmed. */
        String text() {
            return text.toString().strip();
        }

        /** Trimmed; an attribute of no namespace, or else one of that local name in any. */
        Optional<String> attribute(String local) {
            String own = attributes.get(local);
            if (own != null) {
                return Optional.of(own.strip());
            }
            return attributes.entrySet().stream()
                    .filter(e -> e.getKey().endsWith("}" + local))
                    .map(e -> e.getValue().strip())
                    .findFirst();
        }

        Stream<Element> children(String local) {
            return children.stream().filter(c -> c.name.equals(local));
        }

        Optional<Element> child(String local) {
            return children(local).findFirst();
        }

        Optional<String> childText(String local) {
            return child(local).map(Element::text).filter(t -> !t.isEmpty());
        }

        /** All namespaces used by this element, its attributes and what it holds. */
        Stream<String> namespaces() {
            Stream<String> own = Stream.concat(
                    Stream.of(namespace),
                    attributes.keySet().stream()
                            .filter(a -> a.startsWith("{"))
                            .map(a -> a.substring(1, a.indexOf('}'))));
            return Stream.concat(own, children.stream().flatMap(Element::namespaces));
        }
    }

    static Element read(InputStream in) throws RefusedException {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(in);
            try {
                return read(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw malformed(e);
        } catch (RuntimeException e) {
            // the JDK's reader leaves by other doors too for some damaged encodings
            throw refused(0, Problem.XML_MALFORMED, e.getClass().getSimpleName());
        }
    }

    /** The JDK's own, whatever the server has on its class path. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("references to other files are not followed");
        });
        return factory;
    }

    private static Element read(XMLStreamReader in) throws XMLStreamException, RefusedException {
        Deque<Element> open = new ArrayDeque<>();
        Element root = null;
        int elements = 0;
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.DTD -> throw refused(line(in), Problem.XML_DOCTYPE);
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw refused(line(in), Problem.XML_MALFORMED, "entity " + in.getLocalName());
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++elements > MOST_ELEMENTS || open.size() >= DEEPEST) {
                        throw refused(line(in), Problem.XML_TOO_COMPLEX, MOST_ELEMENTS, DEEPEST);
                    }
                    Element element = element(in);
                    if (open.isEmpty()) {
                        root = element;
                    } else {
                        open.element().children.add(element);
                    }
                    open.push(element);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) {
                        open.element().text.append(in.getText());
                    }
                }
                default -> {
                    // comments and processing instructions mean nothing to us
                }
            }
        }
        if (root == null) {
            throw refused(0, Problem.XML_MALFORMED, "no element");
        }
        return root;
    }

    private static Element element(XMLStreamReader in) {
        String namespace = in.getNamespaceURI() == null ? "" : in.getNamespaceURI();
        Element element = new Element(namespace, in.getLocalName(), line(in));
        for (int i = 0; i < in.getAttributeCount(); i++) {
            String of = in.getAttributeNamespace(i);
            String name = of == null || of.isEmpty()
                    ? in.getAttributeLocalName(i)
                    : "{" + of + "}" + in.getAttributeLocalName(i);
            element.attributes.put(name, in.getAttributeValue(i));
        }
        return element;
    }

    private static int line(XMLStreamReader in) {
        return Math.max(0, in.getLocation().getLineNumber());
    }

    private static RefusedException malformed(XMLStreamException e) {
        int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
        String message = String.valueOf(e.getMessage());
        int words = message.indexOf("Message: ");
        return refused(line, Problem.XML_MALFORMED, words < 0 ? message : message.substring(words + 9));
    }

    private static RefusedException refused(int line, Problem problem, Object... arguments) {
        return new RefusedException(Finding.ofManifest(line, problem, arguments));
    }
}

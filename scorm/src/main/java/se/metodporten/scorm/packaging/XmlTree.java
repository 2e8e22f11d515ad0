package se.metodporten.scorm.packaging;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A small XML document with lines, read without any DTD, entity or other file. Namespaces are resolved here, since
 * manifests forget to declare them; names are found whatever their prefix.
 */
final class XmlTree {

    static final int MOST_ELEMENTS = 100_000;
    static final int DEEPEST = 256;

    private XmlTree() {}

    /** An element; attributes are named as written. */
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

        /** Trimmed; of no prefix, or else of that local name with any, or else in another case. */
        Optional<String> attribute(String local) {
            String own = attributes.get(local);
            if (own != null) {
                return Optional.of(own.strip());
            }
            return attributeWhere(name -> name.equals(local))
                    .or(() -> attributeWhere(name -> name.equalsIgnoreCase(local)));
        }

        private Optional<String> attributeWhere(Predicate<String> named) {
            return attributes.entrySet().stream()
                    .filter(e -> !e.getKey().startsWith("xmlns") && named.test(localOf(e.getKey())))
                    .map(e -> e.getValue().strip())
                    .findFirst();
        }

        /** Not empty. */
        Optional<String> given(String local) {
            return attribute(local).filter(a -> !a.isEmpty());
        }

        /** In their order; names that differ in case count when there is none in the right one. */
        Stream<Element> children(String local) {
            List<Element> exact =
                    children.stream().filter(c -> c.name.equals(local)).toList();
            return exact.isEmpty() ? children.stream().filter(c -> c.name.equalsIgnoreCase(local)) : exact.stream();
        }

        Stream<Element> children() {
            return children.stream();
        }

        Optional<Element> child(String local) {
            return children(local).findFirst();
        }

        Optional<String> childText(String local) {
            return child(local).map(Element::text).filter(t -> !t.isEmpty());
        }
    }

    /**
     * @param namespaces all that are declared anywhere
     * @param undeclared prefixes that are used without
     * @param schemas names of files that a schemaLocation asks for
     */
    record Document(Element root, Set<String> namespaces, Set<String> undeclared, Set<String> schemas) {}

    /** Throws for what is no XML, with its line. */
    static Document read(String text) throws RefusedException {
        Builder builder = new Builder();
        try {
            parser().parse(new InputSource(new StringReader(text)), builder);
        } catch (TooComplex e) {
            throw refused(e.line, Problem.XML_TOO_COMPLEX, MOST_ELEMENTS, DEEPEST);
        } catch (SAXParseException e) {
            throw refused(Math.max(0, e.getLineNumber()), Problem.XML_MALFORMED, String.valueOf(e.getMessage()));
        } catch (SAXException | IOException e) {
            throw refused(0, Problem.XML_MALFORMED, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // the JDK's reader leaves by other doors too for some damaged texts
            throw refused(0, Problem.XML_MALFORMED, e.getClass().getSimpleName());
        }
        return builder.document().orElseThrow(() -> refused(0, Problem.XML_MALFORMED, "no element"));
    }

    /** The JDK's own, whatever the server has on its class path. */
    private static SAXParser parser() {
        SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
        factory.setNamespaceAware(false);
        factory.setValidating(false);
        factory.setXIncludeAware(false);
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            return factory.newSAXParser();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("the JDK's reader of XML knows these features", e);
        }
    }

    private static final class TooComplex extends SAXException {
        private static final long serialVersionUID = 1L;
        private final int line;

        TooComplex(int line) {
            super("too complex");
            this.line = line;
        }
    }

    private static final class Builder extends DefaultHandler {
        private static final String SCHEMA_LOCATION = "schemaLocation";

        private final Deque<Element> open = new ArrayDeque<>();
        private final Deque<Map<String, String>> scopes =
                new ArrayDeque<>(List.of(Map.of("xml", XMLConstants.XML_NS_URI)));
        private final Set<String> namespaces = new LinkedHashSet<>();
        private final Set<String> undeclared = new LinkedHashSet<>();
        private final Set<String> schemas = new LinkedHashSet<>();
        private @Nullable Element root;
        private @Nullable Locator locator;
        private int elements;

        Optional<Document> document() {
            return Optional.ofNullable(root).map(r -> new Document(r, namespaces, undeclared, schemas));
        }

        @Override
        public void setDocumentLocator(Locator locator) {
            this.locator = locator;
        }

        private int line() {
            return locator == null ? 0 : Math.max(0, locator.getLineNumber());
        }

        @Override
        public void startElement(String uri, String localName, String qName, Attributes attributes)
                throws SAXException {
            if (++elements > MOST_ELEMENTS || open.size() >= DEEPEST) {
                throw new TooComplex(line());
            }
            Map<String, String> scope = scope(attributes);
            scopes.push(scope);
            Element element = new Element(namespace(qName, scope), localOf(qName), line());
            for (int i = 0; i < attributes.getLength(); i++) {
                attribute(element, attributes.getQName(i), attributes.getValue(i), scope);
            }
            if (open.isEmpty()) {
                root = element;
            } else {
                open.element().children.add(element);
            }
            open.push(element);
        }

        private Map<String, String> scope(Attributes attributes) {
            Map<String, String> declared = new HashMap<>();
            for (int i = 0; i < attributes.getLength(); i++) {
                String name = attributes.getQName(i);
                if (name.equals("xmlns") || name.startsWith("xmlns:")) {
                    declared.put(name.equals("xmlns") ? "" : name.substring(6), attributes.getValue(i));
                    namespaces.add(attributes.getValue(i));
                }
            }
            Map<String, String> outer = scopes.element();
            if (declared.isEmpty()) {
                return outer;
            }
            Map<String, String> scope = new HashMap<>(outer);
            scope.putAll(declared);
            return scope;
        }

        private String namespace(String qName, Map<String, String> scope) {
            String prefix = prefixOf(qName);
            String namespace = scope.get(prefix);
            if (namespace == null && !prefix.isEmpty()) {
                undeclared.add(prefix);
            }
            return namespace == null ? "" : namespace;
        }

        private void attribute(Element element, String name, String value, Map<String, String> scope) {
            element.attributes.put(name, value);
            if (name.startsWith("xmlns")) {
                return;
            }
            if (name.indexOf(':') >= 0) {
                namespace(name, scope);
            }
            if (localOf(name).equals(SCHEMA_LOCATION)) {
                String[] words = value.strip().split("\\s+", -1);
                for (int i = 1; i < words.length; i += 2) {
                    schemas.add(words[i]);
                }
            }
        }

        @Override
        public void endElement(String uri, String localName, String qName) {
            open.pop();
            scopes.pop();
        }

        @Override
        public void characters(char[] signs, int start, int length) {
            if (!open.isEmpty()) {
                open.element().text.append(signs, start, length);
            }
        }

        @Override
        public InputSource resolveEntity(String publicId, String systemId) throws SAXException {
            throw new SAXException("references to other files are not followed");
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }

    private static String localOf(String qName) {
        return qName.substring(qName.indexOf(':') + 1);
    }

    private static String prefixOf(String qName) {
        return qName.substring(0, Math.max(0, qName.indexOf(':')));
    }

    private static RefusedException refused(int line, Problem problem, Object... arguments) {
        return new RefusedException(Finding.ofManifest(line, problem, arguments));
    }
}

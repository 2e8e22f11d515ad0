package se.metodporten.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** A guide's Markdown as HTML for a page: links between guides lead to the portal's pages, sections can be gone to. */
final class GuideText {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(context -> GuideText::attributes)
            .build();
    private static final String INDEX = "README.md";

    private GuideText() {}

    static Guide guide(String name, String markdown) {
        Node document = PARSER.parse(markdown);
        if (!(document.getFirstChild() instanceof Heading title) || title.getLevel() != 1) {
            throw new IllegalStateException(name + " does not begin with its title");
        }
        title.unlink();
        List<Guide.Section> sections = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                if (heading.getLevel() == 2) {
                    sections.add(new Guide.Section(id(heading), text(heading)));
                }
            }

            @Override
            public void visit(Link link) {
                link.setDestination(address(link.getDestination()));
            }
        });
        String opening = RENDERER.render(opening(document));
        return new Guide(name, text(title), opening, List.copyOf(sections), RENDERER.render(document));
    }

    /** Takes what stands before the first section out of the document. */
    private static Node opening(Node document) {
        Node opening = new Document();
        Node next = document.getFirstChild();
        while (next != null && !(next instanceof Heading)) {
            Node after = next.getNext();
            opening.appendChild(next);
            next = after;
        }
        return opening;
    }

    private static String address(String destination) {
        if (destination.contains(":") || !destination.endsWith(".md")) {
            return destination;
        }
        return destination.equals(INDEX)
                ? "index.xhtml"
                : "guide.xhtml?of=" + destination.substring(0, destination.length() - ".md".length());
    }

    private static void attributes(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Heading heading) {
            attributes.put("id", id(heading));
        } else if (node instanceof TableCell cell && cell.isHeader()) {
            attributes.put("scope", "col");
        }
    }

    private static String id(Heading heading) {
        return text(heading).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    }

    private static String text(Node node) {
        StringBuilder text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(Code part) {
                text.append(part.getLiteral());
            }
        });
        return text.toString();
    }
}

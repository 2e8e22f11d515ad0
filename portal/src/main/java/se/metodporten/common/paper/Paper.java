package se.metodporten.common.paper;

import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * What stands on a paper, from top to bottom. Texts are put in as text, so nothing in them can become markup; {@link
 * #pdf()} makes the file.
 */
public final class Paper {

    /** How it looks. */
    public enum Kind {
        /** One page with a frame. */
        CERTIFICATE,
        /** As many pages as it takes, numbered. */
        RECORD
    }

    /** Something and what it is: {@code Kurs: ViSam – grunderna}. */
    public record Fact(String label, String value) {}

    private final Document page;
    private final Element body;

    /**
     * @param language of all texts
     * @param about one sentence that says what the paper is, for those who have only the file
     */
    public Paper(Kind kind, Locale language, String title, String about) {
        page = newPage();
        Element html = page.createElement("html");
        html.setAttribute("lang", language.toLanguageTag());
        page.appendChild(html);
        Element head = add(html, "head", "");
        add(head, "title", title);
        Element description = add(head, "meta", "");
        description.setAttribute("name", "subject");
        description.setAttribute("content", about);
        add(head, "style", PdfFile.style());
        body = add(html, "body", "");
        body.setAttribute("class", kind.name().toLowerCase(Locale.ROOT));
        add(body, "h1", title);
    }

    public Paper section(String heading) {
        add(body, "h2", heading);
        return this;
    }

    public Paper part(String heading) {
        add(body, "h3", heading);
        return this;
    }

    public Paper text(String text) {
        add(body, "p", text);
        return this;
    }

    /** What stands out: on a certificate whose it is. */
    public Paper strong(String text) {
        add(body, "p", text).setAttribute("class", "strong");
        return this;
    }

    public Paper facts(List<Fact> facts) {
        Element list = add(body, "dl", "");
        for (Fact fact : facts) {
            add(list, "dt", fact.label());
            add(list, "dd", fact.value());
        }
        return this;
    }

    /**
     * @param rows each with as many cells as there are heads; the first says what the row is about
     * @throws IllegalArgumentException when a row has more or fewer
     */
    public Paper table(List<String> heads, List<List<String>> rows) {
        Element table = add(body, "table", "");
        Element first = add(add(table, "thead", ""), "tr", "");
        heads.forEach(head -> add(first, "th", head).setAttribute("scope", "col"));
        Element rest = add(table, "tbody", "");
        for (List<String> cells : rows) {
            if (cells.size() != heads.size()) {
                throw new IllegalArgumentException(cells.size() + " cells below " + heads.size() + " heads");
            }
            Element row = add(rest, "tr", "");
            add(row, "th", cells.get(0)).setAttribute("scope", "row");
            cells.stream().skip(1).forEach(cell -> add(row, "td", cell));
        }
        return this;
    }

    /** The file, tagged by PDF/UA-1, with its letters in it. */
    public byte[] pdf() {
        return PdfFile.of(page);
    }

    private Element add(Element to, String name, String text) {
        Element element = page.createElement(name);
        if (!text.isEmpty()) {
            element.appendChild(page.createTextNode(text));
        }
        to.appendChild(element);
        return element;
    }

    private static Document newPage() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Java's own XML parser cannot be had", e);
        }
    }
}

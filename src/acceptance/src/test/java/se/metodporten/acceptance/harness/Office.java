package se.metodporten.acceptance.harness;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.metodporten.acceptance.harness.Addresses.Address;
import se.metodporten.acceptance.harness.Forms.Form;

/** Everything that some people can send: the forms of the pages that they come to, remembered with who may press them. */
public final class Office implements AutoCloseable {

    /** A form of somebody's, and where it stands. */
    public record Owned(Address at, Form form) {

        /** The page and the form, whoever's it is. */
        public String kind() {
            return at.page() + " " + form.kind();
        }
    }

    private static final int DONE = 302;

    private final Map<String, Program> people = new LinkedHashMap<>();
    private final SortedMap<String, Owned> owned = new TreeMap<>();
    private final Forms forms = new Forms();

    public Office with(Visitor visitor, String who) {
        people.put(who, visitor.program());
        return this;
    }

    public Office withAll(List<String> demo) {
        for (String who : demo) {
            try (Visitor visitor = Visitor.atDesk().signedInAs(who)) {
                with(visitor, who);
            }
        }
        return this;
    }

    public Program of(String who) {
        return people.get(who);
    }

    /** Follows links until no page is new. */
    public void looksAround(Set<String> pages) {
        new Addresses(people, pages, (address, html) -> remember(address, forms.in(html)));
    }

    /** The forms of that page, for that person. */
    public List<Form> opens(String who, String path) {
        Program.Answer answer = of(who).asks(path);
        List<Form> shown = answer.isHtml() ? forms.in(answer.body()) : List.of();
        remember(new Address(who, path), shown);
        return shown;
    }

    /** Presses a button as whoever's it is, everything filled in. @return where that leads */
    public String presses(String who, String path, String form, String button, Map<String, String> values) {
        Form shown = opens(who, path).stream()
                .filter(each -> each.kind().equals(form))
                .findFirst()
                .orElseThrow(() -> new AssertionError(who + " sees no form " + form + " on " + path));
        Map<String, String> sent = shown.pressed(shown.id() + ":" + button);
        values.forEach((field, value) -> sent.put(shown.id() + ":" + field, value));
        sent.values().removeIf(String::isEmpty);
        Program.Answer answer = of(who).posts(path, sent);
        if (answer.status() != DONE) {
            throw new AssertionError(who + " cannot press " + button + " on " + path + ": " + answer.status() + " "
                    + answer.body().replaceAll("(?s)^.*?<main", "").replaceAll("\\s*<[^>]*>\\s*", " "));
        }
        URI to = URI.create(answer.header("location"));
        return to.getRawQuery() == null ? to.getRawPath() : to.getRawPath() + "?" + to.getRawQuery();
    }

    /** Presses what only shows something. @return the form as it is shown then */
    public Form looks(String who, String path, String button) {
        Form shown = opens(who, path).stream()
                .filter(form -> form.buttons().contains(button))
                .findFirst()
                .orElseThrow(() -> new AssertionError(who + " sees no " + button + " on " + path));
        return forms.in(of(who).posts(path, shown.pressed(button)).body()).stream()
                .filter(form -> form.id().equals(shown.id()))
                .findFirst()
                .orElse(shown);
    }

    /** The forms of each of the pages of one kind that a page leads to. */
    public void opensEach(String who, String list, String page) {
        links(who, list, page + "?").forEach(path -> opens(who, path));
    }

    /** The addresses that begin so, to which a page leads. */
    public Set<String> links(String who, String path, String to) {
        Matcher link = Pattern.compile("href=\"(" + Pattern.quote(to) + "[^\"#]+)")
                .matcher(of(who).asks(path).body().replace("&amp;", "&"));
        Set<String> led = new LinkedHashSet<>();
        while (link.find()) {
            led.add(link.group(1));
        }
        return led;
    }

    /** What the page says to whom it is shown, without what is new in each answer. */
    public String textOf(Address at) {
        return of(at.who())
                .asks(at.path())
                .body()
                .replaceAll("(?s)^.*?<main", "")
                .replaceAll("\\s*<[^>]*>\\s*", " ");
    }

    /** By the kind of form; of several of a kind the first with most buttons. */
    public SortedMap<String, Owned> owned() {
        return new TreeMap<>(owned);
    }

    private void remember(Address at, List<Form> shown) {
        for (Form form : shown) {
            owned.merge(
                    new Owned(at, form).kind(),
                    new Owned(at, form),
                    (one, two) ->
                            two.form().buttons().size() > one.form().buttons().size() ? two : one);
        }
    }

    @Override
    public void close() {
        forms.close();
    }
}

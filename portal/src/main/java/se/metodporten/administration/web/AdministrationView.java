package se.metodporten.administration.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;

/** {@code administration/index.xhtml}: what there is to administer, as far as the reader may. */
@Named
@RequestScoped
public class AdministrationView {

    /** A page, its name and what it is for. */
    public record Entry(String path, String title, String lead, Action action) {}

    private static final List<Entry> PAGES = List.of(
            entry("administration", "accounts", Action.ADMINISTER),
            entry("administration", "mails", Action.INSPECT),
            entry("administration", "audit", Action.INSPECT),
            entry("certification", "rebuild", Action.ADMINISTER));

    @Inject
    private Guard guard;

    private List<Entry> pages = List.of();

    public void load() {
        pages = PAGES.stream().filter(page -> guard.mayAnywhere(page.action())).toList();
        if (pages.isEmpty()) {
            guard.requireAnywhere(Action.ADMINISTER);
        }
    }

    public List<Entry> getPages() {
        return pages;
    }

    private static Entry entry(String feature, String name, Action action) {
        String key = feature + "." + name;
        return new Entry("/" + feature + "/" + name + ".xhtml", key + ".title", key + ".lead", action);
    }
}

package se.metodporten.help.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Guard;
import se.metodporten.access.Office;
import se.metodporten.access.Reader;
import se.metodporten.help.Guide;
import se.metodporten.help.Guides;

/** {@code help/index.xhtml} and {@code help/guide.xhtml}: the guides, the reader's own first. */
@Named
@RequestScoped
public class HelpView {

    @Inject
    private Guides guides;

    @Inject
    private Guard guard;

    private String name = "";
    private @Nullable Guide guide;

    /** Answers 404 when there is no such guide. */
    public void load() throws IOException {
        guide = guides.named(name).orElse(null);
        if (guide == null) {
            FacesContext context = FacesContext.getCurrentInstance();
            context.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, "");
            context.responseComplete();
        }
    }

    public List<Guide> getFirst() {
        return guides.first();
    }

    /** The guides for what the reader is today. */
    public List<Guide> getMine() {
        Reader reader = guard.reader();
        return List.of(Office.values()).stream()
                .filter(reader::holds)
                .flatMap(office -> guides.of(office).stream())
                .toList();
    }

    public List<Guide> getOthers() {
        List<Guide> shown = getMine();
        return guides.all().stream()
                .filter(each -> !shown.contains(each) && !getFirst().contains(each))
                .toList();
    }

    public @Nullable Guide getGuide() {
        return guide;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}

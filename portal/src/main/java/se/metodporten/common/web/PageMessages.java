package se.metodporten.common.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UINamingContainer;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the page has to say about what was just done: the error summary, quiet success, and which field is wrong. */
@Named
@RequestScoped
public class PageMessages {

    /** @param field client id of the field to go to; none for what concerns the whole page */
    public record Told(String text, @Nullable String field) {}

    @Inject
    private HttpServletRequest request;

    @Inject
    private Texts texts;

    private @Nullable List<Told> again;

    public boolean isFailed() {
        return !getErrors().isEmpty();
    }

    public List<Told> getErrors() {
        return told(true);
    }

    /** What went well; also what the reader missed by sending a form twice. */
    public List<Told> getTold() {
        List<Told> told = told(false);
        if (told.isEmpty()) {
            told.addAll(again());
        }
        return told;
    }

    private List<Told> again() {
        if (again == null) {
            again = SentForms.of(request.getSession()).takeRepeated().stream()
                    .flatMap(outcome ->
                            outcome.seen() ? Stream.of(texts.get("common.sentAlready")) : outcome.told().stream())
                    .map(text -> new Told(text, null))
                    .toList();
        }
        return again;
    }

    /** Whether there is an error about the field with that id, which stands beside the component. */
    public boolean about(UIComponent component, String id) {
        return FacesContext.getCurrentInstance()
                .getMessages(clientId(component, id))
                .hasNext();
    }

    /** The ids of what describes an input: its help, its error. */
    public @Nullable String describedBy(UIComponent input, @Nullable String help) {
        String id = input.getClientId();
        List<String> describing = new ArrayList<>();
        if (FacesContext.getCurrentInstance().getMessages(id).hasNext()) {
            describing.add(id + "-error");
        }
        if (help != null && !help.isEmpty()) {
            describing.add(id + "-help");
        }
        return describing.isEmpty() ? null : String.join(" ", describing);
    }

    private static String clientId(UIComponent component, String id) {
        UIComponent container = component.getNamingContainer();
        FacesContext context = FacesContext.getCurrentInstance();
        return container == null || container == context.getViewRoot()
                ? id
                : container.getContainerClientId(context) + UINamingContainer.getSeparatorChar(context) + id;
    }

    private static List<Told> told(boolean errors) {
        FacesContext context = FacesContext.getCurrentInstance();
        List<Told> found = new ArrayList<>();
        for (Iterator<String> ids = context.getClientIdsWithMessages(); ids.hasNext(); ) {
            String id = ids.next();
            context.getMessages(id).forEachRemaining(message -> {
                if (isError(message) == errors) {
                    message.rendered();
                    found.add(new Told(message.getSummary(), id));
                }
            });
        }
        return found;
    }

    private static boolean isError(FacesMessage message) {
        return message.getSeverity().compareTo(FacesMessage.SEVERITY_ERROR) >= 0;
    }
}

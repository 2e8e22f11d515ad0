package se.metodporten.common.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;

/** Says once, quietly, that something is done. */
public final class Told {

    private Told() {}

    /** On the page that a redirect leads to; {@link PageMessages} shows it there and says it to screen readers. */
    public static void onNextPage(String text) {
        FacesContext context = FacesContext.getCurrentInstance();
        context.addMessage(null, new FacesMessage(text));
        context.getExternalContext().getFlash().setKeepMessages(true);
    }
}

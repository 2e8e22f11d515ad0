package se.metodporten.common.web;

import jakarta.faces.component.UIViewParameter;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.faces.view.ViewMetadata;
import java.util.Map;

/**
 * Tells the beans what the page is about before anything asks them. By itself Faces does so in Update Model Values, but
 * asks in Apply Request Values already whether a form is there at all; a bean that did not outlive the first request
 * (the page was reached by the back button after a save) would answer about nothing.
 */
public class ParametersFirst implements PhaseListener {

    private static final long serialVersionUID = 1L;

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RESTORE_VIEW;
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        FacesContext context = event.getFacesContext();
        if (!context.isPostback() || context.getResponseComplete()) {
            return;
        }
        Map<String, String> sent = context.getExternalContext().getRequestParameterMap();
        for (UIViewParameter parameter : ViewMetadata.getViewParameters(context.getViewRoot())) {
            String value = sent.get(parameter.getName());
            // What has to be converted is converted, and refused where it must be, in the phases to come.
            if (value != null && parameter.getConverter() == null) {
                parameter.setSubmittedValue(value);
                parameter.validate(context);
                parameter.updateModel(context);
            }
        }
    }
}

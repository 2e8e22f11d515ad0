package se.metodporten.common.web;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIForm;
import jakarta.faces.component.UIViewParameter;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewMetadata;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sends each form to the address of its page with what the page is about ({@code f:viewParam}). After a refusal the
 * address still says it, so reloading, changing language and coming back after signing in lead to the same page.
 */
public class FormAddress extends ViewHandlerWrapper {

    public FormAddress(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public String getActionURL(FacesContext context, String viewId) {
        String address = super.getActionURL(context, viewId);
        boolean ofForm = UIComponent.getCurrentComponent(context) instanceof UIForm
                && viewId.equals(context.getViewRoot().getViewId());
        return ofForm ? Here.address(address, parameters(context)) : address;
    }

    private static Map<String, String> parameters(FacesContext context) {
        Map<String, String> found = new LinkedHashMap<>();
        for (UIViewParameter parameter : ViewMetadata.getViewParameters(context.getViewRoot())) {
            String value = parameter.getStringValue(context);
            if (value != null && !value.isEmpty()) {
                found.putIfAbsent(parameter.getName(), value);
            }
        }
        return found;
    }
}

package se.metodporten.common.web;

import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIForm;
import jakarta.faces.component.UIViewParameter;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewMetadata;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends each form to the address of its page with what the page is about ({@code f:viewParam}). After a refusal the
 * address still says it, so reloading, changing language and coming back after signing in lead to the same page.
 */
public class FormAddress extends ViewHandlerWrapper {

    public FormAddress(ViewHandler wrapped) {
        super(wrapped);
    }

    /** The state of another page, sent to this one by no browser, is as good as none. */
    @Override
    public @Nullable UIViewRoot restoreView(FacesContext context, String viewId) {
        try {
            return super.restoreView(context, viewId);
        } catch (FacesException | IndexOutOfBoundsException | ClassCastException failed) {
            throw unfit(failed) ? new ViewExpiredException(failed, viewId) : failed;
        }
    }

    private static boolean unfit(Throwable failed) {
        return failed instanceof IndexOutOfBoundsException
                || failed instanceof ClassCastException
                || (failed.getCause() != null && unfit(failed.getCause()));
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

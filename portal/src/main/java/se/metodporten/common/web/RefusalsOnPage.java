package se.metodporten.common.web;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ActionEvent;
import jakarta.faces.event.ActionListener;
import jakarta.persistence.OptimisticLockException;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.DomainException;
import se.metodporten.common.Outage;
import se.metodporten.common.RequestId;

/**
 * Puts the refusals of services into words on the page that asked: beside the field that the refusal names, else above
 * the form. The page stays, with all that was typed; also when the database cannot take it now.
 */
public class RefusalsOnPage implements ActionListener {

    private static final System.Logger LOG = System.getLogger(RefusalsOnPage.class.getName());

    private final ActionListener wrapped;

    public RefusalsOnPage(ActionListener wrapped) {
        this.wrapped = wrapped;
    }

    @Override
    public void processAction(ActionEvent event) {
        try {
            wrapped.processAction(event);
        } catch (RuntimeException failed) {
            FacesContext context = FacesContext.getCurrentInstance();
            DomainException refusal = refusalIn(failed);
            if (refusal == null && Outage.in(failed)) {
                LOG.log(
                        System.Logger.Level.ERROR,
                        () -> Incident.of("POST", context.getViewRoot().getViewId(), failed));
                refusal = new DomainException("common.refused.outage", String.valueOf(RequestId.current()));
            }
            if (refusal == null) {
                throw failed;
            }
            String text = CDI.current().select(Texts.class).get().of(refusal.key(), refusal.arguments());
            String clientId = refusal.field() == null ? null : clientIdOf(context, refusal.field());
            context.addMessage(clientId, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
            context.validationFailed();
            context.renderResponse();
        }
    }

    /** The refusal behind an exception, also when the container or a lost race for the same row wrapped it. */
    static @Nullable DomainException refusalIn(@Nullable Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof DomainException refusal) {
                return refusal;
            }
            if (cause instanceof OptimisticLockException) {
                return new DomainException("common.refused.changedMeanwhile");
            }
        }
        return null;
    }

    private static @Nullable String clientIdOf(FacesContext context, String field) {
        String[] found = new String[1];
        context.getViewRoot().visitTree(VisitContext.createVisitContext(context), (visit, component) -> {
            if (field.equals(component.getId()) && !(component instanceof jakarta.faces.component.UINamingContainer)) {
                found[0] = component.getClientId(context);
                return VisitResult.COMPLETE;
            }
            return VisitResult.ACCEPT;
        });
        return found[0];
    }
}

package se.metodporten.common.web;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ActionEvent;
import jakarta.faces.event.ActionListener;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final Pattern IN_ROW = Pattern.compile("(.+)-([0-9]{1,4})");

    private final ActionListener wrapped;

    public RefusalsOnPage(ActionListener wrapped) {
        this.wrapped = wrapped;
    }

    @Override
    public void processAction(ActionEvent event) {
        try {
            wrapped.processAction(event);
            SentOnce.acted(FacesContext.getCurrentInstance());
        } catch (RuntimeException failed) {
            FacesContext context = FacesContext.getCurrentInstance();
            DomainException refusal = refusalIn(failed);
            if (refusal == null) {
                refusal = Outage.in(failed)
                        .map(outage -> told(context, outage, failed))
                        .orElseThrow(() -> failed);
            }
            tell(context, refusal);
            context.validationFailed();
            context.renderResponse();
        }
    }

    /** For a page on which several things are wrong at once: says one of them. */
    public static void tell(FacesContext context, DomainException refusal) {
        String text = CDI.current().select(Texts.class).get().of(refusal.key(), refusal.arguments());
        String clientId = refusal.field() == null ? null : clientIdOf(context, refusal.field());
        context.addMessage(clientId, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
    }

    /** The page stays; programs that watch over the portal see by the answer's status that something is wrong. */
    private static DomainException told(FacesContext context, Outage outage, RuntimeException failed) {
        LOG.log(
                System.Logger.Level.ERROR,
                () -> Incident.of("POST", context.getViewRoot().getViewId(), failed));
        if (!context.getPartialViewContext().isAjaxRequest()) {
            context.getExternalContext().setResponseStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            context.getExternalContext().setResponseHeader("Retry-After", Outage.RETRY_AFTER);
        }
        return new DomainException("common.outage." + outage, String.valueOf(RequestId.current()));
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

    /** Of the field with that id; {@code sv-2}, where no field is called so, is the third of those called {@code sv}. */
    private static @Nullable String clientIdOf(FacesContext context, String field) {
        List<String> exact = clientIds(context, field);
        if (!exact.isEmpty()) {
            return exact.get(0);
        }
        Matcher row = IN_ROW.matcher(field);
        if (!row.matches()) {
            return null;
        }
        List<String> rows = clientIds(context, row.group(1));
        int number = Integer.parseInt(row.group(2));
        return number < rows.size() ? rows.get(number) : null;
    }

    private static List<String> clientIds(FacesContext context, String field) {
        List<String> found = new ArrayList<>();
        context.getViewRoot().visitTree(VisitContext.createVisitContext(context), (visit, component) -> {
            if (field.equals(component.getId()) && !(component instanceof jakarta.faces.component.UINamingContainer)) {
                found.add(component.getClientId(context));
            }
            return VisitResult.ACCEPT;
        });
        return found;
    }
}

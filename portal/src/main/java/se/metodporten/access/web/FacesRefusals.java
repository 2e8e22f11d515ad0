package se.metodporten.access.web;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.AccessDenied;
import se.metodporten.access.Guard;
import se.metodporten.common.DomainException;
import se.metodporten.common.web.Incident;

/**
 * What a page does when the guard refuses or the session has ended: who is not signed in signs in and comes back to
 * where they were, with what they had typed (kept by session.js in the browser); others are told that it is not theirs.
 * An address about something that there is not is told as that: what a form is refused stands on its page.
 */
public class FacesRefusals extends ExceptionHandlerWrapper {

    private static final System.Logger LOG = System.getLogger(FacesRefusals.class.getName());

    /** Declared in faces-config.xml. */
    public static class Factory extends ExceptionHandlerFactory {

        public Factory(ExceptionHandlerFactory wrapped) {
            super(wrapped);
        }

        @Override
        public ExceptionHandler getExceptionHandler() {
            return new FacesRefusals(getWrapped().getExceptionHandler());
        }
    }

    FacesRefusals(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() throws FacesException {
        Iterator<ExceptionQueuedEvent> queued =
                getUnhandledExceptionQueuedEvents().iterator();
        while (queued.hasNext()) {
            Throwable failed = queued.next().getContext().getException();
            if (answered(FacesContext.getCurrentInstance(), failed)) {
                queued.remove();
            }
        }
        super.handle();
    }

    private static String method(FacesContext context) {
        return ((HttpServletRequest) context.getExternalContext().getRequest()).getMethod();
    }

    private static boolean answered(FacesContext context, @Nullable Throwable failed) {
        if (failed != null && context.getResponseComplete()) {
            // One answer is enough; what failed besides, mostly because of the same, the log tells.
            LOG.log(
                    System.Logger.Level.WARNING,
                    () -> Incident.of(
                            method(context), context.getExternalContext().getRequestServletPath(), failed));
            return true;
        }
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof ViewExpiredException) {
                comeBack(
                        context,
                        CDI.current().select(Guard.class).get().reader().signedIn());
                return true;
            }
            if (cause instanceof AccessDenied denied) {
                refuse(context, denied);
                return true;
            }
            if (cause instanceof ServletException && context.isPostback() && !withParts(context)) {
                sendError(context, HttpServletResponse.SC_BAD_REQUEST);
                return true;
            }
            if (cause instanceof DomainException && !context.isPostback()) {
                sendError(context, HttpServletResponse.SC_NOT_FOUND);
                return true;
            }
        }
        return false;
    }

    /** A form with a file that comes without parts was sent by no page of ours. */
    private static boolean withParts(FacesContext context) {
        String type = context.getExternalContext().getRequestContentType();
        return type != null && type.startsWith("multipart/");
    }

    private static void refuse(FacesContext context, AccessDenied denied) {
        if (!denied.signedIn()) {
            comeBack(context, false);
            return;
        }
        sendError(context, HttpServletResponse.SC_FORBIDDEN);
    }

    private static void sendError(FacesContext context, int status) {
        try {
            context.getExternalContext().responseSendError(status, null);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        context.responseComplete();
    }

    private static void comeBack(FacesContext context, boolean signedIn) {
        ExternalContext external = context.getExternalContext();
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        String to = request.getContextPath() + ReturnAddress.after(request, signedIn);
        if (!external.isResponseCommitted()) {
            external.responseReset();
        }
        try {
            external.redirect(to);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

package se.metodporten.common.web;

import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.lifecycle.Lifecycle;
import jakarta.faces.lifecycle.LifecycleFactory;
import jakarta.faces.lifecycle.LifecycleWrapper;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The same form with the same content, sent twice (a double click, an impatient second press, the back button), acts
 * once: the second is answered with where the first led. What was changed in between is another form and acts.
 */
public class SentOnce extends LifecycleWrapper {

    /** Declared in faces-config.xml. */
    public static class Factory extends LifecycleFactory {

        public Factory(LifecycleFactory wrapped) {
            super(wrapped);
        }

        @Override
        public void addLifecycle(String lifecycleId, Lifecycle lifecycle) {
            getWrapped().addLifecycle(lifecycleId, lifecycle);
        }

        @Override
        public Lifecycle getLifecycle(String lifecycleId) {
            return new SentOnce(getWrapped().getLifecycle(lifecycleId));
        }

        @Override
        public Iterator<String> getLifecycleIds() {
            return getWrapped().getLifecycleIds();
        }
    }

    private static final String ACTED = SentOnce.class.getName();
    private static final String VIEW_STATE = "jakarta.faces.ViewState";

    SentOnce(Lifecycle wrapped) {
        super(wrapped);
    }

    /** An action of this request ran and was not refused. */
    static void acted(FacesContext context) {
        context.getAttributes().put(ACTED, true);
    }

    @Override
    public void execute(FacesContext context) throws FacesException {
        HttpServletRequest request =
                (HttpServletRequest) context.getExternalContext().getRequest();
        HttpSession session = request.getSession(false);
        if (session == null
                || !request.getMethod().equals("POST")
                || request.getParameter(VIEW_STATE) == null
                || context.getPartialViewContext().isAjaxRequest()) {
            super.execute(context);
            return;
        }
        SentForms forms = SentForms.of(session);
        String content = contentOf(request);
        boolean alone = forms.enter();
        try {
            SentForms.Outcome earlier = forms.outcomeOf(content);
            if (earlier == null) {
                super.execute(context);
                remember(context, forms, content);
            } else {
                forms.repeated(earlier);
                redirect(context.getExternalContext(), earlier.location());
            }
        } finally {
            if (alone) {
                forms.leave();
            }
        }
    }

    private static void remember(FacesContext context, SentForms forms, String content) {
        HttpServletResponse response =
                (HttpServletResponse) context.getExternalContext().getResponse();
        String location = response.getHeader("Location");
        if (context.getAttributes().containsKey(ACTED) && context.getResponseComplete() && location != null) {
            forms.remember(content, location, told(context));
        }
    }

    private static List<String> told(FacesContext context) {
        List<String> told = new ArrayList<>();
        for (FacesMessage message : context.getMessageList()) {
            told.add(message.getSummary());
        }
        return told;
    }

    private static void redirect(ExternalContext external, String location) {
        try {
            external.redirect(location);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A hash of all that was sent, the state of the view included: another rendering of the page is another form. */
    private static String contentOf(HttpServletRequest request) {
        MessageDigest digest = sha256();
        for (Map.Entry<String, String[]> sent : new TreeMap<>(request.getParameterMap()).entrySet()) {
            put(digest, sent.getKey());
            for (String value : sent.getValue()) {
                put(digest, value);
            }
        }
        String type = request.getContentType();
        if (type != null && type.startsWith("multipart/")) {
            files(request).forEach(file -> put(digest, file.getSubmittedFileName() + " " + file.getSize()));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<Part> files(HttpServletRequest request) {
        try {
            return request.getParts().stream()
                    .filter(part -> part.getSubmittedFileName() != null)
                    .toList();
        } catch (IOException | ServletException failed) {
            throw new FacesException(failed);
        }
    }

    private static void put(MessageDigest digest, @Nullable String text) {
        byte[] bytes = String.valueOf(text).getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}

package se.metodporten.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import se.metodporten.access.Guard;

/** What session.js needs to know of the session, on every page. */
@Named
@RequestScoped
public class SessionView {

    private static final int MINUTE = 60;

    @Inject
    private Guard guard;

    @Inject
    private HttpServletRequest request;

    public boolean isSignedIn() {
        return guard.reader().signedIn();
    }

    /** Whose drafts these are: another person at the same browser does not get them. */
    public String getReader() {
        return guard.reader().actor();
    }

    /** Minutes without a request after which the session ends. */
    public int getMinutes() {
        return request.getSession().getMaxInactiveInterval() / MINUTE;
    }
}

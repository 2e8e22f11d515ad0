package se.metodporten.common.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.annotation.WebListener;
import se.metodporten.common.PublicAddress;

/** The session's cookie: for this host only, sent on https only where the portal is on https. */
@WebListener
public class SessionCookie implements ServletContextListener {

    @Inject
    private PublicAddress portal;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        SessionCookieConfig cookie = event.getServletContext().getSessionCookieConfig();
        cookie.setHttpOnly(true);
        cookie.setPath("/");
        cookie.setAttribute("SameSite", "Lax");
        if (portal.secure()) {
            cookie.setName("__Host-metodporten");
            cookie.setSecure(true);
        } else {
            cookie.setName("metodporten");
        }
    }
}

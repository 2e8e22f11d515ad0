package se.metodporten.common.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** Tells programs from people: a program gets {@link Problem}s where a person gets a page. */
final class Programs {

    private static final String API = "/api/";

    private Programs() {}

    /** Whether the answer is read by a program: below the API, or because it says so. */
    static boolean ask(HttpServletRequest request) {
        String accept = String.valueOf(request.getHeader("Accept")).toLowerCase(Locale.ROOT);
        return askTheApi(request) || (accept.contains("json") && !accept.contains("html"));
    }

    /** Whether the request is for the API; also on the way to the error page. */
    static boolean askTheApi(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String uri = failed instanceof String address ? address : request.getRequestURI();
        return uri.startsWith(request.getContextPath() + API);
    }
}

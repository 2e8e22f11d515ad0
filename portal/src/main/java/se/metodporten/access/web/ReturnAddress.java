package se.metodporten.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.web.LocalPath;

/** Where a reader goes whose session ended under a page: to sign in, and from there back to the page. */
final class ReturnAddress {

    /** Tells session.js to put back what had been typed. */
    private static final String RESUMED = "#resumed";

    private ReturnAddress() {}

    /** @param signedIn already again, in another tab perhaps */
    static String after(HttpServletRequest request, boolean signedIn) {
        String page = page(request);
        if (signedIn) {
            return page + RESUMED;
        }
        return "/access/sign-in.xhtml" + (page.equals("/") ? "" : "?next=" + encoded(page));
    }

    /** Of a form that was sent, the page is where the browser says it stood: session.js kept what was typed under that. */
    private static String page(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) {
            String referer = pathOf(request.getHeader("Referer"), request.getContextPath());
            return referer == null ? LocalPath.of(request.getServletPath()) : LocalPath.of(referer);
        }
        String query = request.getQueryString();
        return LocalPath.of(request.getServletPath() + (query == null ? "" : "?" + query));
    }

    private static @Nullable String pathOf(@Nullable String referer, String context) {
        if (referer == null) {
            return null;
        }
        try {
            URI page = URI.create(referer);
            String path = page.getRawPath();
            if (path == null || !path.startsWith(context)) {
                return null;
            }
            String query = page.getRawQuery();
            return path.substring(context.length()) + (query == null ? "" : "?" + query);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

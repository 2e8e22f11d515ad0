package se.metodporten.elearning.web;

import jakarta.servlet.http.HttpServletResponse;

/** What every answer of a content origin carries: it shares nothing with anybody. */
final class ContentHeaders {

    private ContentHeaders() {}

    static void common(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Origin-Agent-Cluster", "?1");
        response.setHeader(
                "Permissions-Policy", "unload=(self), camera=(), microphone=(), geolocation=(), display-capture=()");
    }
}

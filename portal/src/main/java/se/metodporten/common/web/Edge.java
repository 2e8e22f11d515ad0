package se.metodporten.common.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.PublicAddress;
import se.metodporten.common.RequestId;

/**
 * What every request must pass and every answer carries: a known host, a path that means one thing, an origin of our
 * own for whatever changes something, and the headers that keep a browser strict.
 */
public class Edge extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final int MISDIRECTED = 421;
    private static final int MOST_IN_AN_ADDRESS = 8_000;

    /** As web.xml has it for forms with files. */
    private static final long MOST_SENT = 134_479_872;

    /** What takes in larger things, as they come, and asks itself how large and from whom. */
    private static final String TAKES_PACKAGES = "/elearning/upload";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> ALLOWED = Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");
    private static final String POLICY = "Content-Security-Policy";
    private static final String CLOSED =
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final List<String> SERVERS = List.of("/openapi", "/metrics");
    private static final String RESOURCES = "/jakarta.faces.resource/";

    /** Ways to write a path so that two readers of it disagree: doubled or encoded separators, parameters, dots, controls. */
    private static final Pattern AMBIGUOUS =
            Pattern.compile("//|;|\\\\|%2f|%5c|%00|%0[ad]|(?:/|%2e)\\.|/(?:\\.|%2e)", Pattern.CASE_INSENSITIVE);

    @Inject
    private transient Hosts hosts;

    @Inject
    private transient PublicAddress portal;

    @Inject
    private transient Problems problems;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletResponse strict = new OnePolicy(response);
        if (request.getDispatcherType() != DispatcherType.REQUEST) {
            chain.doFilter(request, strict);
            return;
        }
        Hosts.Kind host = hosts.kindOf(request.getHeader("Host"));
        headers(request, strict, host);
        int refused = refusal(request, host);
        if (refused == 0) {
            chain.doFilter(request, strict);
        } else {
            refuse(request, strict, refused, host);
        }
    }

    /** @return the status to refuse with, 0 for none */
    private int refusal(HttpServletRequest request, Hosts.Kind host) {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        if (host == Hosts.Kind.UNKNOWN && !path.startsWith("/health/")) {
            return MISDIRECTED;
        }
        if (!ALLOWED.contains(request.getMethod())) {
            return HttpServletResponse.SC_METHOD_NOT_ALLOWED;
        }
        if (lengthOf(request) > MOST_IN_AN_ADDRESS) {
            return HttpServletResponse.SC_REQUEST_URI_TOO_LONG;
        }
        if (request.getContentLengthLong() > MOST_SENT && !path.equals(TAKES_PACKAGES)) {
            return HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
        }
        if (AMBIGUOUS.matcher(request.getRequestURI()).find()) {
            return HttpServletResponse.SC_BAD_REQUEST;
        }
        if (isContent(path) != (host == Hosts.Kind.CONTENT)) {
            return HttpServletResponse.SC_NOT_FOUND;
        }
        if (isServers(path)) {
            return HttpServletResponse.SC_NOT_FOUND;
        }
        if (SAFE.contains(request.getMethod())) {
            return 0;
        }
        if (Programs.askTheApi(request)) {
            return HttpServletResponse.SC_METHOD_NOT_ALLOWED;
        }
        return fromHere(request) ? 0 : HttpServletResponse.SC_FORBIDDEN;
    }

    private static int lengthOf(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI().length() + (query == null ? 0 : query.length());
    }

    /** The player and the files of a course: under content hosts only, and nothing else there. */
    private static boolean isContent(String path) {
        String first = path.toLowerCase(Locale.ROOT);
        return first.equals("/play") || first.startsWith("/play/") || first.equals("/f") || first.startsWith("/f/");
    }

    /** What the server answers by itself, about itself; the API has its own description. */
    private static boolean isServers(String path) {
        return SERVERS.stream().anyMatch(own -> path.equals(own) || path.startsWith(own + "/"));
    }

    /** Whether a page of the same origin sent it, as far as the browser says; a request that says nothing is refused. */
    private boolean fromHere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        if (site == null && origin == null) {
            return false;
        }
        boolean sameSite = site == null || site.equals("same-origin") || site.equals("none");
        return sameSite && (origin == null || isOrigin(origin, request.getHeader("Host")));
    }

    private boolean isOrigin(String origin, @Nullable String host) {
        try {
            URI from = URI.create(origin);
            String authority = from.getRawAuthority();
            boolean secure = "https".equals(from.getScheme());
            return authority != null && authority.equalsIgnoreCase(host) && (secure || !portal.secure());
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private void headers(HttpServletRequest request, HttpServletResponse response, Hosts.Kind host) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Origin-Agent-Cluster", "?1");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader(POLICY, CLOSED);
        if (portal.secure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        if (host == Hosts.Kind.PORTAL) {
            response.setHeader(
                    "Permissions-Policy",
                    "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()");
            if (!request.getRequestURI().contains(RESOURCES)) {
                response.setHeader("Cache-Control", "no-store");
            }
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, int status, Hosts.Kind host)
            throws IOException {
        if (status == HttpServletResponse.SC_METHOD_NOT_ALLOWED) {
            response.setHeader(
                    "Allow", Programs.askTheApi(request) ? "GET, HEAD, OPTIONS" : String.join(", ", ALLOWED));
        }
        if (Programs.askTheApi(request)) {
            problems.send(response, status, String.valueOf(RequestId.current()));
            return;
        }
        if (host == Hosts.Kind.PORTAL) {
            response.sendError(status);
            return;
        }
        response.setStatus(status);
        response.setContentType("text/plain");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write("HTTP " + status + "\n");
    }

    /** Pages bring a policy of their own, with a nonce; two policies together would allow neither. */
    private static final class OnePolicy extends HttpServletResponseWrapper {

        OnePolicy(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void addHeader(String name, String value) {
            if (POLICY.equalsIgnoreCase(name)) {
                setHeader(name, value);
            } else {
                super.addHeader(name, value);
            }
        }
    }
}

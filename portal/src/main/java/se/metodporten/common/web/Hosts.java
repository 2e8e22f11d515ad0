package se.metodporten.common.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.PublicAddress;

/**
 * The names under which this server answers: the portal's own, and {@code c<version>.<content host>} for course
 * content, each version an origin of its own.
 */
@ApplicationScoped
public class Hosts {

    /** What is answered under a name. */
    public enum Kind {
        PORTAL,
        CONTENT,
        UNKNOWN
    }

    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern HOST = Pattern.compile("([a-z0-9.-]+|\\[[0-9a-f:]+])(?::\\d{1,5})?");
    private static final Pattern CONTENT = Pattern.compile("c[1-9]\\d{0,17}\\.(.+)");

    @Inject
    private PublicAddress portal;

    @Inject
    @ConfigProperty(name = "metodporten.content-host", defaultValue = "localhost")
    private String contentHost;

    /** @param header the request's {@code Host}, with or without port */
    public Kind kindOf(@Nullable String header) {
        String host = nameIn(header);
        if (host == null) {
            return Kind.UNKNOWN;
        }
        if (host.equals(portal.host()) || LOCAL.contains(host)) {
            return Kind.PORTAL;
        }
        return isContent(host) ? Kind.CONTENT : Kind.UNKNOWN;
    }

    private boolean isContent(String host) {
        Matcher content = CONTENT.matcher(host);
        return content.matches() && content.group(1).equals(nameIn(contentHost));
    }

    private static @Nullable String nameIn(@Nullable String header) {
        if (header == null) {
            return null;
        }
        Matcher host = HOST.matcher(header.toLowerCase(Locale.ROOT));
        return host.matches() ? host.group(1) : null;
    }
}

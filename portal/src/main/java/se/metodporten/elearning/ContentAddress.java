package se.metodporten.elearning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The origins of course content: {@code c<version id>.<content host>}, one for each course version. */
@ApplicationScoped
public class ContentAddress {

    private static final Pattern NAME = Pattern.compile("c([1-9][0-9]{0,17})\\.(.+)");

    @Inject
    @ConfigProperty(name = "metodporten.public-url", defaultValue = "http://localhost:8080/")
    private URI portal;

    @Inject
    @ConfigProperty(name = "metodporten.content-host", defaultValue = "localhost")
    private String host;

    /** Scheme, host and port of a version's origin. */
    String of(long versionId) {
        String port = portal.getPort() < 0 ? "" : ":" + portal.getPort();
        return portal.getScheme() + "://c" + versionId + "." + host + port;
    }

    /** The version whose origin a host name is; empty for any other host. @param name without a port */
    public OptionalLong version(String name) {
        Matcher content = NAME.matcher(name);
        return content.matches() && content.group(2).equalsIgnoreCase(host)
                ? OptionalLong.of(Long.parseLong(content.group(1)))
                : OptionalLong.empty();
    }
}

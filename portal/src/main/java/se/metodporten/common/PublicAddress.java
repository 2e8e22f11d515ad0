package se.metodporten.common;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where people reach the portal, as configured ({@code metodporten.public-url}), never as a request claims. */
@ApplicationScoped
public class PublicAddress {

    @Inject
    @ConfigProperty(name = "metodporten.public-url", defaultValue = "http://localhost:8080/")
    private URI url;

    /** A link for a mail. @param path begins with a slash */
    public String link(String path) {
        String base = url.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }

    public String host() {
        return url.getHost();
    }

    public boolean secure() {
        return "https".equals(url.getScheme());
    }
}

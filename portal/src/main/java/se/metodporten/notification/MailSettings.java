package se.metodporten.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The mail server as configured; without a host mails are caught instead of sent. */
@ApplicationScoped
class MailSettings {

    @Inject
    @ConfigProperty(name = "metodporten.mail.host")
    private Optional<String> host;

    @Inject
    @ConfigProperty(name = "metodporten.mail.port", defaultValue = "25")
    private int port;

    @Inject
    @ConfigProperty(name = "metodporten.mail.user")
    private Optional<String> user;

    @Inject
    @ConfigProperty(name = "metodporten.mail.password")
    private Optional<String> password;

    @Inject
    @ConfigProperty(name = "metodporten.mail.from", defaultValue = "metodporten@localhost")
    private String from;

    boolean catching() {
        return host.isEmpty();
    }

    Smtp.Server server() {
        return new Smtp.Server(
                host.orElseThrow(), port, user.orElse(""), password.orElse(""), from, Smtp.Server.PATIENCE);
    }
}

package se.metodporten.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.metodporten.access.Guard;
import se.metodporten.administration.FirstAdministrator.Outcome;
import se.metodporten.person.PersonName;

/**
 * Invites the first administrator when the portal starts, and tells the launcher in a file that only the portal's own
 * user may read: it may hold a link that makes its reader administrator. The launcher shows and removes it.
 */
@ApplicationScoped
class AdministratorAtStart {

    private static final String JOB = "first-administrator";
    private static final Pattern NAMED = Pattern.compile("(\\S.*)\\s(\\S+)\\s*<(.+)>");

    @Inject
    @ConfigProperty(name = "metodporten.first-administrator")
    private Optional<String> named;

    @Inject
    @ConfigProperty(name = "metodporten.demo", defaultValue = "false")
    private boolean demo;

    @Inject
    @ConfigProperty(name = "metodporten.data")
    private Optional<String> data;

    @Inject
    private FirstAdministrator administrator;

    @Inject
    private Guard guard;

    void start(@Observes Startup started) {
        if (demo || data.isEmpty()) {
            return;
        }
        Outcome outcome = guard.asSystem(JOB, () -> named.map(this::invite).orElseGet(administrator::look));
        tell(Path.of(data.get(), JOB), outcome);
    }

    private Outcome invite(String person) {
        Matcher parts = NAMED.matcher(person.strip());
        if (!parts.matches()) {
            throw new IllegalStateException("metodporten.first-administrator must look like Given Family <address>");
        }
        return administrator.invite(new PersonName(parts.group(1).strip(), parts.group(2)), parts.group(3));
    }

    private static void tell(Path file, Outcome outcome) {
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, outcome.state() + "\n" + outcome.mail(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

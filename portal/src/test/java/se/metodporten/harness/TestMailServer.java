package se.metodporten.harness;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** A real SMTP and IMAP server for the portal under test; read by {@link Mailbox}. Runs in the test JVM. */
public class TestMailServer implements LauncherSessionListener {

    private static final String WANTED = "metodporten.it";

    private GreenMail server;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (!Boolean.getBoolean(WANTED)) {
            return;
        }
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        server.withConfiguration(com.icegreen.greenmail.configuration.GreenMailConfiguration.aConfig()
                .withDisabledAuthentication());
        server.start();
        System.setProperty(
                "it.portal.options",
                "-Dmetodporten.mail.host=127.0.0.1 -Dmetodporten.mail.port="
                        + server.getSmtp().getPort() + " -D" + Mailbox.PORT + "="
                        + server.getImap().getPort());
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (server != null) {
            server.stop();
        }
    }
}

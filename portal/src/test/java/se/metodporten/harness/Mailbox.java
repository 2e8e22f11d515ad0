package se.metodporten.harness;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What arrived at an address, as its owner would read it. Works inside the portal and in the test JVM. */
public final class Mailbox {

    static final String PORT = "it.mail.imap.port";

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final long PAUSE_MILLIS = 100;

    /** One mail as it arrived. */
    public record Received(String messageId, String subject, String body) {}

    private final String address;

    private Mailbox(String address) {
        this.address = address;
    }

    public static Mailbox of(String address) {
        return new Mailbox(address);
    }

    /** Waits until so many mails have arrived, and gives them in order of arrival. */
    public List<Received> await(int number) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        List<Received> received = read();
        while (received.size() < number && System.nanoTime() < until) {
            CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS))
                    .join();
            received = read();
        }
        if (received.size() < number) {
            throw new AssertionError("Only " + received.size() + " of " + number + " mails arrived at " + address);
        }
        return received;
    }

    /** The plain text, also of a mail that says the same as a page. */
    private static String text(Message message) throws MessagingException, IOException {
        return message.getContent() instanceof Multipart both
                ? both.getBodyPart(0).getContent().toString()
                : message.getContent().toString();
    }

    public List<Received> read() {
        Properties properties = new Properties();
        properties.setProperty("mail.imap.host", "127.0.0.1");
        properties.setProperty("mail.imap.port", System.getProperty(PORT));
        try (Store store = Session.getInstance(properties).getStore("imap")) {
            store.connect(address, address);
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                List<Received> received = new ArrayList<>();
                for (Message message : inbox.getMessages()) {
                    received.add(new Received(message.getHeader("Message-ID")[0], message.getSubject(), text(message)));
                }
                return received;
            }
        } catch (MessagingException | IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}

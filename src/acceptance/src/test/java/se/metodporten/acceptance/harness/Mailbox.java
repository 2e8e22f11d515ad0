package se.metodporten.acceptance.harness;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mails of one address, read as their owner reads them. */
public final class Mailbox {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    /** One mail as it arrived. */
    public record Letter(String subject, String text) {

        /** The address that the mail leads to. */
        public String link() {
            Matcher found = LINK.matcher(text);
            if (!found.find()) {
                throw new AssertionError("No link in: " + text);
            }
            return found.group();
        }
    }

    private final GreenMail server = Portal.running().mail();
    private final String address;

    private Mailbox(String address) {
        this.address = address;
    }

    public static Mailbox of(String address) {
        return new Mailbox(address);
    }

    /** The newest mail whose subject says that; waits until there is one. */
    public Letter awaits(String subject) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            int arrived = server.getReceivedMessages().length;
            List<Letter> found = letters().stream()
                    .filter(letter -> letter.subject.contains(subject))
                    .toList();
            if (!found.isEmpty()) {
                return found.get(found.size() - 1);
            }
            long left = Duration.ofNanos(until - System.nanoTime()).toMillis();
            if (left <= 0) {
                throw new AssertionError("No mail about '" + subject + "' at " + address + ", only " + letters());
            }
            server.waitForIncomingEmail(left, arrived + 1);
        }
    }

    public List<Letter> letters() {
        return Arrays.stream(server.getReceivedMessagesForDomain(address))
                .map(Mailbox::read)
                .toList();
    }

    private static Letter read(MimeMessage message) {
        try {
            Object content = message.getContent();
            String text = content instanceof String plain ? plain : GreenMailUtil.getBody(message);
            return new Letter(message.getSubject(), text);
        } catch (MessagingException | IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}

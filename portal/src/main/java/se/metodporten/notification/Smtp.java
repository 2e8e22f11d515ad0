package se.metodporten.notification;

import jakarta.mail.Address;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Hands letters to a mail server, many over one connection. Whatever the server does, an answer comes within a few
 * time-outs.
 */
final class Smtp implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Smtp.class.getName());

    /** Then a new connection: servers mistrust one that never ends. */
    private static final int LETTERS_A_CONNECTION = 100;

    /**
     * @param user empty: no authentication. With one, the connection must be encrypted before the password is sent.
     * @param patience how long any single answer is waited for
     */
    record Server(String host, int port, String user, String password, String from, Duration patience) {

        static final Duration PATIENCE = Duration.ofSeconds(20);
    }

    /** The server will never take this letter. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(MessagingException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** The server cannot take it now. */
    static final class Unavailable extends Exception {
        private static final long serialVersionUID = 1L;

        Unavailable(MessagingException cause) {
            super(cause.getMessage(), cause);
        }
    }

    private final Server server;
    private final Session session;
    private @Nullable Transport transport;
    private int sent;

    Smtp(Server server) {
        this.server = server;
        this.session = session();
    }

    void send(Letter letter) throws Refused, Unavailable {
        Message message;
        try {
            message = compose(letter);
        } catch (MessagingException unfit) {
            throw new Refused(unfit);
        }
        try {
            connected().sendMessage(message, message.getAllRecipients());
            sent++;
        } catch (SendFailedException failed) {
            if (hasInvalidAddress(failed)) {
                throw new Refused(failed);
            }
            throw new Unavailable(failed);
        } catch (MessagingException failed) {
            close();
            throw new Unavailable(failed);
        }
    }

    /** The connection of the letter before, if the server still answers on it. */
    private Transport connected() throws MessagingException {
        if (transport != null && sent < LETTERS_A_CONNECTION && transport.isConnected()) {
            return transport;
        }
        close();
        Transport fresh = session.getTransport("smtp");
        fresh.connect();
        transport = fresh;
        return fresh;
    }

    /** Says goodbye. */
    @Override
    public void close() {
        Transport open = transport;
        transport = null;
        sent = 0;
        if (open == null) {
            return;
        }
        try {
            open.close();
        } catch (MessagingException unheard) {
            LOG.log(System.Logger.Level.DEBUG, "The mail server did not say goodbye", unheard);
        }
    }

    private Message compose(Letter letter) throws MessagingException {
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + letter.messageId() + ">");
            }
        };
        message.setFrom(new InternetAddress(server.from(), true));
        message.setRecipient(Message.RecipientType.TO, recipient(letter));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        if (letter.html() == null) {
            message.setText(letter.body(), StandardCharsets.UTF_8.name());
        } else {
            message.setContent(bothWays(letter.body(), letter.html()));
        }
        message.setSentDate(Date.from(letter.queuedAt()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }

    /** What comes last is what a mail program shows if it can. */
    private static MimeMultipart bothWays(String text, String html) throws MessagingException {
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text, StandardCharsets.UTF_8.name());
        MimeBodyPart page = new MimeBodyPart();
        page.setText(html, StandardCharsets.UTF_8.name(), "html");
        MimeMultipart both = new MimeMultipart("alternative");
        both.addBodyPart(plain);
        both.addBodyPart(page);
        return both;
    }

    private static Address recipient(Letter letter) throws AddressException {
        InternetAddress[] addresses = InternetAddress.parse(letter.address(), true);
        if (addresses.length != 1) {
            throw new AddressException("not one address");
        }
        return addresses[0];
    }

    private static boolean hasInvalidAddress(SendFailedException failed) {
        Address[] invalid = failed.getInvalidAddresses();
        return invalid != null && invalid.length > 0;
    }

    private Session session() {
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", server.host());
        properties.setProperty("mail.smtp.port", Integer.toString(server.port()));
        String patience = Long.toString(server.patience().toMillis());
        properties.setProperty("mail.smtp.connectiontimeout", patience);
        properties.setProperty("mail.smtp.timeout", patience);
        properties.setProperty("mail.smtp.writetimeout", patience);
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        if (server.user().isEmpty()) {
            return Session.getInstance(properties);
        }
        properties.setProperty("mail.smtp.auth", "true");
        properties.setProperty("mail.smtp.starttls.required", "true");
        return Session.getInstance(properties, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(server.user(), server.password());
            }
        });
    }
}

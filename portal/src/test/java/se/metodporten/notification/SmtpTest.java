package se.metodporten.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMultipart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class SmtpTest {

    private static final Letter LETTER = new Letter(
            1, "stable@metodporten", "asa@example.org", "Ämne", "Hej", null, Instant.parse("2026-11-23T12:00:00Z"));

    @Test
    void a_letter_keeps_its_message_id_and_its_letters() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            send(at(server.getSmtp().getPort(), ""), LETTER);

            assertThat(server.getReceivedMessages()).singleElement().satisfies(message -> {
                assertThat(message.getMessageID()).isEqualTo("<stable@metodporten>");
                assertThat(message.getSubject()).isEqualTo("Ämne");
                assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            });
        } finally {
            server.stop();
        }
    }

    @Test
    void a_letter_with_a_page_says_the_same_in_plain_text_first() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            send(
                    at(server.getSmtp().getPort(), ""),
                    new Letter(
                            2,
                            "both@metodporten",
                            "asa@example.org",
                            "Ämne",
                            "Hej Åsa",
                            "<p>Hej Åsa</p>",
                            LETTER.queuedAt()));

            assertThat(server.getReceivedMessages()).singleElement().satisfies(message -> {
                MimeMultipart both = (MimeMultipart) message.getContent();
                assertThat(both.getContentType()).startsWith("multipart/alternative");
                assertThat(both.getBodyPart(0).getContent()).isEqualTo("Hej Åsa");
                assertThat(both.getBodyPart(1).getContent()).isEqualTo("<p>Hej Åsa</p>");
                assertThat(both.getBodyPart(1).getContentType()).startsWith("text/html");
            });
        } finally {
            server.stop();
        }
    }

    @Test
    void a_server_that_is_down_is_tried_later() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        assertThatThrownBy(() -> send(at(free, ""), LETTER)).isInstanceOf(Smtp.Unavailable.class);
    }

    @Test
    void a_server_that_never_answers_is_tried_later() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> send(at(silent.getLocalPort(), ""), LETTER))
                    .isInstanceOf(Smtp.Unavailable.class);
        }
    }

    @Test
    void an_unknown_recipient_is_refused_for_good() {
        assertThatThrownBy(() -> sendTo(command -> command.startsWith("RCPT") ? "550 no such user" : "250 ok"))
                .isInstanceOf(Smtp.Refused.class)
                .hasMessageContaining("Invalid Addresses");
    }

    @Test
    void a_full_mailbox_is_tried_later() {
        assertThatThrownBy(() -> sendTo(command -> command.startsWith("RCPT") ? "452 mailbox full" : "250 ok"))
                .isInstanceOf(Smtp.Unavailable.class);
    }

    @Test
    void a_password_is_never_sent_over_an_open_line() {
        StringBuilder heard = new StringBuilder();

        assertThatThrownBy(() -> sendTo(
                        command -> {
                            heard.append(command).append('\n');
                            return "250 AUTH PLAIN LOGIN";
                        },
                        "portal"))
                .isInstanceOf(Smtp.Unavailable.class);
        assertThat(heard.toString()).doesNotContain("AUTH ");
    }

    @Test
    void many_letters_share_a_connection_and_one_that_is_refused_does_not_end_it() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> talk = CompletableFuture.runAsync(() -> talk(server, command -> {
                heard.add(command);
                return command.contains("nobody") ? "550 no such user" : command.equals("DATA") ? "354 go" : "250 ok";
            }));
            try (Smtp smtp = new Smtp(at(server.getLocalPort(), ""))) {
                smtp.send(LETTER);
                assertThatThrownBy(() -> smtp.send(to("nobody@example.org"))).isInstanceOf(Smtp.Refused.class);
                smtp.send(LETTER);
            } finally {
                talk.join();
            }
        }
        assertThat(heard.stream().filter(command -> command.startsWith("EHLO"))).hasSize(1);
        assertThat(heard.stream().filter(command -> command.equals("DATA"))).hasSize(2);
    }

    @Test
    void a_server_that_hung_up_between_two_letters_is_called_again() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        int port = server.getSmtp().getPort();
        try (Smtp smtp = new Smtp(at(port, ""))) {
            smtp.send(LETTER);
            server.stop();
            assertThatThrownBy(() -> smtp.send(LETTER)).isInstanceOf(Smtp.Unavailable.class);
            server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            server.start();
            smtp.send(LETTER);
            assertThat(server.getReceivedMessages()).hasSize(1);
        } finally {
            server.stop();
        }
    }

    private static Letter to(String address) {
        return new Letter(3, "to@metodporten", address, "Ämne", "Hej", null, LETTER.queuedAt());
    }

    private static void send(Smtp.Server server, Letter letter) throws Exception {
        try (Smtp smtp = new Smtp(server)) {
            smtp.send(letter);
        }
    }

    private static void sendTo(UnaryOperator<String> answers) throws Exception {
        sendTo(answers, "");
    }

    /** A server that says what the test tells it to. */
    private static void sendTo(UnaryOperator<String> answers, String user) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> talk = CompletableFuture.runAsync(() -> talk(server, answers));
            try {
                send(at(server.getLocalPort(), user), LETTER);
            } finally {
                talk.join();
            }
        }
    }

    private static void talk(ServerSocket server, UnaryOperator<String> answers) {
        try (Socket socket = server.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                OutputStream out = socket.getOutputStream()) {
            say(out, "220 test");
            for (String command = in.readLine(); command != null; command = in.readLine()) {
                if (command.startsWith("QUIT")) {
                    say(out, "221 bye");
                    return;
                }
                String answer = answers.apply(command);
                say(out, answer);
                if (answer.startsWith("354")) {
                    takeLetter(in);
                    say(out, "250 taken");
                }
            }
        } catch (IOException closed) {
            throw new IllegalStateException(closed);
        }
    }

    private static void takeLetter(BufferedReader in) throws IOException {
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            line = in.readLine();
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static Smtp.Server at(int port, String user) {
        return new Smtp.Server("127.0.0.1", port, user, "secret", "portal@example.org", Duration.ofMillis(500));
    }
}

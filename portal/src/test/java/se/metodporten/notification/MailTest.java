package se.metodporten.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.metodporten.common.DomainException;

class MailTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final Mail mail = Mail.queued(1L, "asa@example.org", "Subject", "Body", NOON);

    @ParameterizedTest
    @CsvSource({"1,1", "2,2", "3,4", "6,32", "7,60", "8,60", "100,60"})
    void each_failed_attempt_waits_longer_up_to_an_hour(int attempts, int minutes) {
        for (int attempt = 0; attempt < attempts; attempt++) {
            mail.takenAt(NOON);
            mail.postponedAt(NOON, "connection refused");
        }

        assertThat(mail.state()).isEqualTo(MailState.QUEUED);
        assertThat(mail.nextAttemptAt()).isEqualTo(NOON.plus(Duration.ofMinutes(minutes)));
    }

    @Test
    void a_mail_server_that_is_down_for_five_days_has_lost_nothing() {
        mail.takenAt(NOON);
        mail.postponedAt(NOON.plus(Duration.ofDays(5)), "down");

        assertThat(mail.state()).isEqualTo(MailState.QUEUED);
    }

    @Test
    void after_five_days_an_administrator_must_look() {
        mail.takenAt(NOON);
        mail.postponedAt(NOON.plus(Duration.ofDays(5)).plusNanos(1000), "down");

        assertThat(mail.state()).isEqualTo(MailState.FAILED);

        mail.tryAgainAt(NOON.plus(Duration.ofDays(6)));
        assertThat(mail.state()).isEqualTo(MailState.QUEUED);
        assertThat(mail.nextAttemptAt()).isEqualTo(NOON.plus(Duration.ofDays(6)));
    }

    @Test
    void a_sender_that_died_is_followed_by_another_when_its_lease_ends() {
        mail.takenAt(NOON);

        assertThat(mail.state()).isEqualTo(MailState.SENDING);
        assertThat(mail.nextAttemptAt()).isEqualTo(NOON.plus(Mail.LEASE));
    }

    @Test
    void the_message_id_stays_the_same_through_all_attempts() {
        String first = mail.messageId();
        mail.takenAt(NOON);
        mail.postponedAt(NOON, "down");
        mail.takenAt(NOON);

        assertThat(mail.messageId()).isEqualTo(first);
    }

    @Test
    void what_was_sent_or_caught_is_not_sent_again() {
        mail.takenAt(NOON);
        mail.sentAt(NOON);

        assertThatThrownBy(() -> mail.tryAgainAt(NOON)).isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> Mail.caught(1L, "a@b.se", "s", "b", NOON).tryAgainAt(NOON))
                .isInstanceOf(DomainException.class);
    }

    @Test
    void a_person_without_address_is_left_for_an_administrator() {
        Mail lost = Mail.withoutAddress(1L, "Subject", "Body", NOON);

        assertThat(lost.state()).isEqualTo(MailState.FAILED);
        assertThatThrownBy(() -> lost.tryAgainAt(NOON)).isInstanceOf(DomainException.class);
    }

    @Test
    void a_subject_is_one_line_whatever_it_holds() {
        Mail forged = Mail.queued(1L, "a@b.se", "Hello\r\nBcc: all@b.se", "b", NOON);

        assertThat(forged.subject()).isEqualTo("Hello Bcc: all@b.se");
    }

    @Test
    void a_link_that_lets_its_reader_in_is_forgotten_when_the_mail_is_gone() {
        String link = "http://localhost/access/password.xhtml?token=abc_DEF-123\n\nHej";
        Mail invitation = Mail.queued(1L, "a@b.se", "s", link, NOON);
        invitation.takenAt(NOON);
        assertThat(invitation.body()).isEqualTo(link);

        invitation.sentAt(NOON);
        assertThat(invitation.body()).isEqualTo("http://localhost/access/password.xhtml?token=…\n\nHej");
    }
}

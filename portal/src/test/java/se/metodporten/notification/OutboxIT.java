package se.metodporten.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.metodporten.access.AccessDenied;
import se.metodporten.harness.InPortal;
import se.metodporten.harness.Mailbox;

class OutboxIT extends InPortal {

    @Inject
    private Outbox outbox;

    @Inject
    private MailQueue queue;

    @Inject
    private Sending sending;

    @Resource
    private UserTransaction transaction;

    @Resource
    private ManagedExecutorService threads;

    @Test
    void a_mail_arrives_as_it_was_written() throws Exception {
        inTransaction(() -> outbox.post("asa@outbox.example", "Tid att öva: å, ä, ö", "Hej Åsa!\n\n»Länk« 🙂\n"));

        Mailbox.Received received = Mailbox.of("asa@outbox.example").await(1).get(0);

        assertThat(received.subject()).isEqualTo("Tid att öva: å, ä, ö");
        assertThat(received.body().replace("\r\n", "\n").strip()).isEqualTo("Hej Åsa!\n\n»Länk« 🙂");
        assertThat(received.messageId()).isEqualTo("<" + column("message_id", "asa@outbox.example") + ">");
    }

    @Test
    void what_was_rolled_back_is_never_told() throws Exception {
        transaction.begin();
        outbox.post("rolled-back@outbox.example", "No", "no");
        transaction.rollback();
        inTransaction(() -> outbox.post("after@outbox.example", "Yes", "yes"));

        Mailbox.of("after@outbox.example").await(1);
        assertThat(rows("rolled-back@outbox.example")).isZero();
        assertThat(Mailbox.of("rolled-back@outbox.example").read()).isEmpty();
    }

    @Test
    void a_mail_is_written_only_with_the_deed_that_it_tells_of() {
        assertThatThrownBy(() -> outbox.post("alone@outbox.example", "No", "no"))
                .isInstanceOf(TransactionalException.class);
    }

    @Test
    void senders_beside_each_other_send_each_mail_once() throws Exception {
        int mails = 60;
        inTransaction(() -> IntStream.range(0, mails)
                .forEach(number -> outbox.post("many@outbox.example", "Number " + number, "text")));

        List<Callable<Boolean>> senders = IntStream.range(0, 4)
                .<Callable<Boolean>>mapToObj(number -> () -> guard.asSystem("mail", () -> {
                    sending.deliver();
                    return true;
                }))
                .toList();
        for (var sender : threads.invokeAll(senders)) {
            assertThat(sender.get()).isTrue();
        }

        List<Mailbox.Received> received = Mailbox.of("many@outbox.example").await(mails);
        assertThat(received)
                .hasSize(mails)
                .extracting(Mailbox.Received::subject)
                .doesNotHaveDuplicates();
    }

    @Test
    void an_address_that_is_none_fails_for_good_and_says_why() throws Exception {
        inTransaction(() -> outbox.post("not an address", "No", "no"));
        inTransaction(() -> outbox.post("next@outbox.example", "Yes", "yes"));

        Mailbox.of("next@outbox.example").await(1);
        assertThat(column("state", "not an address")).isEqualTo("FAILED");
        assertThat(column("last_error", "not an address")).isNotBlank();
    }

    @Test
    void only_the_job_empties_the_outbox() {
        assertThatThrownBy(() -> queue.take()).isInstanceOf(AccessDenied.class);
    }

    private void inTransaction(Runnable work) throws Exception {
        transaction.begin();
        work.run();
        transaction.commit();
    }

    private int rows(String address) {
        return database.query(handle -> handle.createQuery("select count(*) from mail where address = :address")
                .bind("address", address)
                .mapTo(int.class)
                .one());
    }

    private String column(String name, String address) {
        return database.query(handle -> handle.createQuery("select <name> from mail where address = :address")
                .define("name", name)
                .bind("address", address)
                .mapTo(String.class)
                .one());
    }
}

package se.metodporten.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.shiro.authc.AuthenticationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.metodporten.common.DomainException;
import se.metodporten.harness.InPortal;
import se.metodporten.harness.Mailbox;

class AccountsIT extends InPortal {

    private static final String GOOD = "gräs lampa torsdag";
    private static final Pattern TOKEN = Pattern.compile("token=([A-Za-z0-9_-]{43})");

    @Inject
    private Accounts accounts;

    @Inject
    private PasswordLinks links;

    private String address;
    private long person;

    @BeforeEach
    void someone() {
        address = "p" + System.nanoTime() + "@accounts.example";
        person = insertPerson(address);
    }

    @Test
    void an_invitation_leads_to_a_first_password_and_signs_in() {
        String token = invited();

        assertThat(links.open(token)).hasValueSatisfying(welcome -> {
            assertThat(welcome.purpose()).isEqualTo(LinkPurpose.INVITATION);
            assertThat(welcome.username()).isEqualTo(address);
        });
        assertThat(links.choose(token, GOOD)).isEqualTo(address);
        assertThat(accounts.verify(address.toUpperCase(java.util.Locale.ROOT), GOOD.toCharArray())
                        .personId())
                .isEqualTo(person);
    }

    @Test
    void a_link_is_good_once() {
        String token = invited();
        links.choose(token, GOOD);

        assertThat(links.open(token)).isEmpty();
        assertThatThrownBy(() -> links.choose(token, "annat lösenord här"))
                .isInstanceOf(DomainException.class)
                .hasMessage("access.link.noLonger");
    }

    @Test
    void a_link_is_good_for_its_time_only() {
        String token = invited();
        expireTokens();

        assertThat(links.open(token)).isEmpty();
        assertThatThrownBy(() -> links.choose(token, GOOD)).hasMessage("access.link.noLonger");
    }

    @Test
    void a_new_link_ends_the_earlier_one() {
        String first = invited();
        asSystem(() -> accounts.invite(person));
        String second = token(Mailbox.of(address).await(2).get(1));

        assertThat(links.open(first)).isEmpty();
        assertThat(links.open(second)).isPresent();
    }

    @Test
    void a_weak_password_does_not_use_the_link_up() {
        String token = invited();

        assertThatThrownBy(() -> links.choose(token, "kort")).hasMessage("access.password.tooShort");
        assertThat(links.open(token)).isPresent();
    }

    @Test
    void the_database_holds_no_token() {
        String token = invited();

        assertThat(count("select count(*) from account_token where token_hash = '" + token + "'"))
                .isZero();
    }

    @Test
    void who_has_a_password_is_not_invited_again() {
        links.choose(invited(), GOOD);

        assertThat(asSystem(() -> accounts.invite(person))).isFalse();
    }

    @Test
    void a_forgotten_password_is_answered_alike_for_strangers() {
        links.choose(invited(), GOOD);
        forgetTokens();

        links.forgotten("nobody" + address);
        links.forgotten(address);
        links.forgotten(address);

        List<Mailbox.Received> mails = Mailbox.of(address).await(2);
        assertThat(mails).hasSize(2);
        links.choose(token(mails.get(1)), "ett helt annat lösenord");
        assertThat(accounts.verify(address, "ett helt annat lösenord".toCharArray())
                        .personId())
                .isEqualTo(person);
        assertThatThrownBy(() -> accounts.verify(address, GOOD.toCharArray()))
                .isInstanceOf(AuthenticationException.class);
        assertThat(count("select count(*) from mail where address = 'nobody" + address + "'"))
                .isZero();
    }

    @Test
    void unknown_wrong_and_too_early_are_refused_alike() {
        links.choose(invited(), GOOD);
        for (int tries = 0; tries < 4; tries++) {
            assertThatThrownBy(() -> accounts.verify(address, "fel".toCharArray()))
                    .isExactlyInstanceOf(org.apache.shiro.authc.IncorrectCredentialsException.class)
                    .hasMessage(null);
        }

        assertThatThrownBy(() -> accounts.verify(address, GOOD.toCharArray()))
                .as("too early, although it is right")
                .isExactlyInstanceOf(org.apache.shiro.authc.IncorrectCredentialsException.class)
                .hasMessage(null);
        assertThatThrownBy(() -> accounts.verify("nobody" + address, GOOD.toCharArray()))
                .isExactlyInstanceOf(org.apache.shiro.authc.IncorrectCredentialsException.class)
                .hasMessage(null);
        assertThat(count("select failures from account where username = '" + address + "'"))
                .isEqualTo(4);
    }

    @Test
    void a_wrong_password_at_a_signature_counts_although_the_deed_rolls_back() {
        links.choose(invited(), GOOD);

        as.person(person, () -> {
            assertThatThrownBy(() -> accounts.prove("fel".toCharArray()))
                    .isInstanceOf(DomainException.class)
                    .extracting("field")
                    .isEqualTo("password");
            assertThat(count("select failures from account where username = '" + address + "'"))
                    .isEqualTo(1);
            accounts.prove(GOOD.toCharArray());
        });
        assertThat(count("select failures from account where username = '" + address + "'"))
                .isZero();
    }

    @Test
    void nobody_proves_anything() {
        assertThatThrownBy(() -> accounts.prove(GOOD.toCharArray())).isInstanceOf(AccessDenied.class);
    }

    @Test
    void sessions_that_began_before_a_new_password_have_ended() {
        links.choose(invited(), GOOD);
        Instant before = accounts.verify(address, GOOD.toCharArray()).at();
        as.person(person, () -> links.change(accounts.prove(GOOD.toCharArray()), "ett nyare lösenord"));
        Instant after =
                accounts.verify(address, "ett nyare lösenord".toCharArray()).at();

        as.signedInSince(
                person, before, () -> assertThat(guard.reader().signedIn()).isFalse());
        as.signedInSince(
                person, after, () -> assertThat(guard.reader().signedIn()).isTrue());
    }

    @Test
    void a_closed_account_is_shut_at_once_and_can_be_opened_again() {
        links.choose(invited(), GOOD);
        long account = count("select id from account where username = '" + address + "'");

        asSystem(() -> {
            accounts.close(account);
            return true;
        });
        as.person(person, () -> assertThat(guard.reader().signedIn()).isFalse());
        assertThatThrownBy(() -> accounts.verify(address, GOOD.toCharArray()))
                .isInstanceOf(AuthenticationException.class);

        asSystem(() -> {
            accounts.reopen(account);
            return true;
        });
        assertThat(accounts.verify(address, GOOD.toCharArray()).personId()).isEqualTo(person);
    }

    @Test
    void an_employee_invites_nobody_and_closes_nothing() {
        long other = insertPerson("other" + address);
        links.choose(invited(), GOOD);
        long account = count("select id from account where username = '" + address + "'");

        as.person(other, () -> {
            assertThatThrownBy(() -> accounts.invite(person)).isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> accounts.close(account)).isInstanceOf(AccessDenied.class);
        });
    }

    @Test
    void two_people_with_one_address_do_not_share_an_account() {
        invited();
        long twin = insertPerson(address);

        assertThatThrownBy(() -> asSystem(() -> accounts.invite(twin)))
                .isInstanceOf(DomainException.class)
                .hasMessage("access.refused.addressTaken");
    }

    @Test
    void signing_in_and_failing_leave_audit_rows_with_ids_only() {
        links.choose(invited(), GOOD);
        long account = count("select id from account where username = '" + address + "'");
        accounts.verify(address, GOOD.toCharArray());
        assertThatThrownBy(() -> accounts.verify(address, "fel".toCharArray()))
                .isInstanceOf(AuthenticationException.class);

        assertThat(count("select count(*) from audit_event where subject = 'account:" + account
                        + "' and action = 'SIGN_IN' and outcome = 'DONE' and actor = 'person:" + person + "'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from audit_event where subject = 'account:" + account
                        + "' and action = 'SIGN_IN' and outcome = 'REFUSED' and actor = 'anonymous'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from audit_event where concat_ws(' ', actor, subject, details) like '%"
                        + address + "%'"))
                .isZero();
    }

    private String invited() {
        assertThat(asSystem(() -> accounts.invite(person))).isTrue();
        return token(Mailbox.of(address).await(1).get(0));
    }

    private <T> T asSystem(java.util.function.Supplier<T> work) {
        return guard.asSystem("test", work);
    }

    private static String token(Mailbox.Received mail) {
        Matcher token = TOKEN.matcher(mail.body());
        assertThat(token.find()).as(mail.body()).isTrue();
        return token.group(1);
    }

    private long insertPerson(String email) {
        return database.query(handle -> handle.createUpdate("""
                        insert into person (given_name, family_name, email, created_at, created_by)
                        values ('Konto', 'Test', :email, '2026-01-01', 'test')""")
                .bind("email", email)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
    }

    private void expireTokens() {
        database.execute(
                handle -> handle.createUpdate("""
                        update account_token set expires_at = '2026-01-01'
                        where account_id = (select id from account where person_id = :person)""").bind("person", person).execute());
    }

    /** As if the invitation had been used long ago. */
    private void forgetTokens() {
        database.execute(
                handle -> handle.createUpdate("""
                        update account_token set created_at = '2026-01-01'
                        where account_id = (select id from account where person_id = :person)""").bind("person", person).execute());
    }

    private int count(String sql) {
        return database.query(handle -> handle.createQuery(sql).mapTo(int.class).one());
    }
}

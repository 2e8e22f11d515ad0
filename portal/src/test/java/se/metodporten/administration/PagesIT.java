package se.metodporten.administration;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.metodporten.access.Accounts;
import se.metodporten.access.Office;
import se.metodporten.access.Offices;
import se.metodporten.common.CountyTime;
import se.metodporten.harness.InPortal;
import se.metodporten.harness.Mailbox;
import se.metodporten.harness.Wire;
import se.metodporten.notification.Outbox;

/** The administrator's pages, as their reader meets them. */
class PagesIT extends InPortal {

    private static final String GOOD = "gräs lampa torsdag";
    private static final Pattern LINK = Pattern.compile("http://[^/]+(/access/password\\.xhtml\\?token=\\S+)");

    @Inject
    private HttpServletRequest request;

    @Inject
    private Accounts accounts;

    @Inject
    private Offices offices;

    @Inject
    private Outbox outbox;

    @Inject
    private Clock clock;

    @Resource
    private UserTransaction transaction;

    private Wire administrator;
    private String someone;
    private long person;

    @BeforeEach
    void signIn() {
        String own = "admin" + System.nanoTime() + "@pages.example";
        long id = insertPerson("Adam", own);
        guard.asSystem("test", () -> {
            long county = number("select id from place where kind = 'COUNTY'");
            offices.grant(id, Office.SYSTEM_ADMINISTRATOR, county, CountyTime.today(clock), null);
            return accounts.invite(id);
        });
        administrator = new Wire(request.getLocalPort());
        administrator.post(link(own), Map.of("form", "form", "form:chosen", GOOD, "form:save", "x"));
        someone = "someone" + System.nanoTime() + "@pages.example";
        person = insertPerson("Zara<script>", someone);
    }

    @Test
    void the_administrator_finds_and_invites_a_person() {
        Wire.Answer list = administrator.get("/administration/accounts.xhtml?text=" + someone.replace("@", "%40"));
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.body())
                .contains("Zara&lt;script&gt;")
                .contains("Inget konto")
                .doesNotContain("Zara<script>");

        Wire.Answer invited = administrator.post(
                "/administration/account.xhtml?person=" + person, Map.of("account", "account", "account:invite", "x"));

        assertThat(invited.status()).isEqualTo(302);
        assertThat(Mailbox.of(someone).await(1)).hasSize(1);
        assertThat(administrator
                        .get("/administration/account.xhtml?person=" + person)
                        .body())
                .contains("Inbjudan är skickad.")
                .contains("Inbjuden");
    }

    @Test
    void the_administrator_gives_an_office() {
        String page = "/administration/account.xhtml?person=" + person;
        long district = number("select min(id) from place where kind = 'DISTRICT'");

        Wire.Answer given = administrator.post(
                page,
                Map.of(
                        "grant",
                        "grant",
                        "grant:office",
                        "COORDINATOR",
                        "grant:place",
                        Long.toString(district),
                        "grant:from",
                        CountyTime.today(clock).toString(),
                        "grant:through",
                        "",
                        "grant:give",
                        "x"));

        assertThat(given.status()).isEqualTo(302);
        assertThat(administrator.get(page).body())
                .contains("Befattningen är given.")
                .contains("Samverkansledare");
        as.person(
                person,
                () -> assertThat(guard.reader().holds(Office.COORDINATOR)).isTrue());
    }

    @Test
    void a_mail_is_read_without_what_would_let_its_reader_in() throws Exception {
        transaction.begin();
        outbox.post("no address at all", "Ämnet <b>", "Se http://localhost/access/password.xhtml?token=hemligt123");
        transaction.commit();
        long mail = number("select max(id) from mail where address = 'no address at all'");

        assertThat(administrator
                        .get("/administration/mails.xhtml?text=no+address+at+all")
                        .body())
                .contains("Ämnet &lt;b&gt;");
        assertThat(administrator.get("/administration/mail.xhtml?id=" + mail).body())
                .contains("no address at all")
                .doesNotContain("hemligt123");
    }

    @Test
    void the_audit_is_searched_and_its_seals_are_shown() {
        administrator.get("/administration/account.xhtml?person=" + person);
        guard.asSystem("test", () -> accounts.invite(person));
        long account = number("select id from account where person_id = " + person);

        Wire.Answer found =
                administrator.get("/administration/audit.xhtml?text=account%3A" + account + "&outcome=DONE");

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.body())
                .contains("INVITE")
                .contains("account:" + account)
                .contains("Visar 1 händelse.");
        assertThat(administrator
                        .get("/administration/audit.xhtml?text=%25&from=2026-01-01&through=2020-01-01")
                        .body())
                .contains("Inga händelser stämmer med urvalet");
    }

    @Test
    void the_index_names_what_there_is() {
        assertThat(administrator.get("/administration/index.xhtml").body())
                .contains("/administration/accounts.xhtml")
                .contains("/administration/mails.xhtml")
                .contains("/administration/audit.xhtml");
    }

    @Test
    void others_see_none_of_it() {
        guard.asSystem("test", () -> accounts.invite(person));
        Wire other = new Wire(request.getLocalPort());
        other.post(link(someone), Map.of("form", "form", "form:chosen", GOOD, "form:save", "x"));

        for (String page : new String[] {
            "index.xhtml", "accounts.xhtml", "account.xhtml?person=1", "mails.xhtml", "mail.xhtml?id=1", "audit.xhtml"
        }) {
            assertThat(other.get("/administration/" + page).status()).as(page).isEqualTo(403);
        }
    }

    private String link(String address) {
        Matcher link = LINK.matcher(Mailbox.of(address).await(1).get(0).body());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private long insertPerson(String name, String email) {
        return database.query(handle -> handle.createUpdate("""
                        insert into person (given_name, family_name, email, created_at, created_by)
                        values (:name, 'Ministrant', :email, '2026-01-01', 'test')""")
                .bind("name", name)
                .bind("email", email)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
    }

    private long number(String sql) {
        return database.query(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}

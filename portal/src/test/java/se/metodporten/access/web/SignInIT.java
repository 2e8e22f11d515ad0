package se.metodporten.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.metodporten.access.Accounts;
import se.metodporten.harness.InPortal;
import se.metodporten.harness.Mailbox;
import se.metodporten.harness.Wire;

/** Signing in and out as a browser does it. */
class SignInIT extends InPortal {

    private static final String GOOD = "gräs lampa torsdag";
    private static final String SIGN_IN = "/access/sign-in.xhtml";
    private static final String OWN = "/access/account.xhtml";
    private static final Pattern LINK = Pattern.compile("http://[^/]+(/access/password\\.xhtml\\?token=\\S+)");

    @Inject
    private HttpServletRequest request;

    @Inject
    private Accounts accounts;

    private Wire wire;
    private String address;

    @BeforeEach
    void invite() {
        wire = new Wire(request.getLocalPort());
        address = "s" + System.nanoTime() + "@signin.example";
        long person = database.query(handle -> handle.createUpdate("""
                        insert into person (given_name, family_name, email, created_at, created_by)
                        values ('Signe', 'Inlöf', :email, '2026-01-01', 'test')""")
                .bind("email", address)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
        guard.asSystem("test", () -> accounts.invite(person));
    }

    @Test
    void the_mailed_link_leads_to_a_password_and_into_the_portal() {
        String link = link();
        assertThat(wire.get(link).body())
                .contains("Välkommen! Välj ditt lösenord")
                .contains(address);

        Wire.Answer saved = wire.post(link, Map.of("form", "form", "form:chosen", GOOD, "form:save", "x"));

        assertThat(saved.status()).isEqualTo(302);
        assertThat(wire.get(OWN).status()).isEqualTo(200);
        assertThat(wire.get(OWN).body()).contains(address).contains("Signe Inlöf");
        assertThat(new Wire(request.getLocalPort()).get(link).body()).contains("Länken gäller inte längre");
    }

    @Test
    void signing_in_changes_the_session_and_leads_back_to_the_page() {
        choosePassword();
        wire.get(SIGN_IN);
        String before = wire.cookie("metodporten");

        Wire.Answer answer = signIn(SIGN_IN + "?next=%2Faccess%2Faccount.xhtml%3Fa%3Db", GOOD);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith("/access/account.xhtml?a=b");
        assertThat(wire.cookie("metodporten")).isNotEqualTo(before);
        assertThat(answer.all("Set-Cookie").toString()).contains("HttpOnly");
    }

    @Test
    void signing_in_never_leads_to_another_site() {
        choosePassword();
        for (String next : new String[] {"%2F%2Fevil.example", "https%3A%2F%2Fevil.example", "%2F%5Cevil.example"}) {
            Wire.Answer answer = signIn(SIGN_IN + "?next=" + next, GOOD);

            assertThat(answer.status()).as(next).isEqualTo(302);
            assertThat(answer.header("Location")).as(next).doesNotContain("evil");
        }
    }

    @Test
    void a_wrong_password_and_an_unknown_name_get_the_same_answer() {
        choosePassword();

        Wire.Answer wrong = signIn(SIGN_IN, "fel fel fel fel");
        address = "nobody" + address;
        Wire.Answer unknown = signIn(SIGN_IN, "fel fel fel fel");

        assertThat(wrong.status()).isEqualTo(200);
        assertThat(unknown.status()).isEqualTo(200);
        assertThat(wrong.body()).contains("stämmer inte ihop");
        assertThat(unknown.body()).contains("stämmer inte ihop");
        assertThat(wrong.body()).doesNotContain("fel fel fel fel");
    }

    @Test
    void a_forgotten_password_gets_the_same_answer_for_strangers() {
        Wire.Answer known = forgotten(address);
        Wire.Answer unknown = forgotten("nobody" + address);

        assertThat(known.status()).isEqualTo(302);
        assertThat(unknown.status()).isEqualTo(302);
        assertThat(unknown.header("Location")).isEqualTo(known.header("Location"));
        assertThat(wire.get("/access/forgotten.xhtml?sent=true").body()).contains("Finns det ett konto");
    }

    @Test
    void who_is_not_signed_in_is_asked_to_and_comes_back() {
        Wire.Answer answer = wire.get(OWN + "?tab=1");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location"))
                .endsWith("/access/sign-in.xhtml?next=%2Faccess%2Faccount.xhtml%3Ftab%3D1");
    }

    @Test
    void a_form_of_an_ended_session_leads_back_to_its_page() {
        String body = Wire.form(Map.of("form", "form", "jakarta.faces.ViewState", "1:1"));

        Wire.Answer answer = wire.send(
                "POST",
                OWN,
                body,
                "Host: " + wire.host(),
                "Origin: http://" + wire.host(),
                "Referer: http://" + wire.host() + OWN + "?tab=2");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location"))
                .endsWith("/access/sign-in.xhtml?next=%2Faccess%2Faccount.xhtml%3Ftab%3D2");
    }

    @Test
    void a_form_of_an_ended_view_is_resumed_by_who_is_signed_in_again() {
        choosePassword();
        signIn(SIGN_IN, GOOD);

        Wire.Answer answer = wire.send(
                "POST",
                OWN,
                Wire.form(Map.of("form", "form", "jakarta.faces.ViewState", "1:1")),
                "Host: " + wire.host(),
                "Origin: http://" + wire.host(),
                "Referer: http://" + wire.host() + OWN + "?tab=3");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith(OWN + "?tab=3#resumed");
    }

    @Test
    void who_has_no_right_is_told_so_in_words_with_a_reference() {
        choosePassword();
        signIn(SIGN_IN, GOOD);

        Wire.Answer answer = wire.get("/administration/accounts.xhtml");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body())
                .contains("Du har inte tillgång hit")
                .contains("Fråga din chef")
                .contains(answer.header("X-Request-Id"));
    }

    @Test
    void the_ping_keeps_a_session_and_tells_when_there_is_none() {
        assertThat(ping()).isEqualTo(401);
        choosePassword();
        signIn(SIGN_IN, GOOD);
        assertThat(ping()).isEqualTo(204);
    }

    @Test
    void signing_out_ends_the_session() {
        choosePassword();
        signIn(SIGN_IN, GOOD);

        Wire.Answer out = wire.post(OWN, Map.of("signOut", "signOut", "signOut:do", "x"));

        assertThat(out.status()).isEqualTo(302);
        assertThat(wire.get(OWN).status()).isEqualTo(302);
    }

    @Test
    void the_language_is_kept_for_the_next_time() {
        choosePassword();
        signIn(SIGN_IN, GOOD);
        wire.get("/language?to=en&back=/");

        wire = new Wire(request.getLocalPort());
        signIn(SIGN_IN, GOOD);

        assertThat(wire.get(OWN).body()).contains("My account");
    }

    private int ping() {
        return wire.send("POST", "/session/ping", "", "Host: " + wire.host(), "Sec-Fetch-Site: same-origin")
                .status();
    }

    private Wire.Answer signIn(String page, String password) {
        return wire.post(
                page, Map.of("form", "form", "form:username", address, "form:password", password, "form:signIn", "x"));
    }

    private Wire.Answer forgotten(String username) {
        return wire.post(
                "/access/forgotten.xhtml", Map.of("form", "form", "form:username", username, "form:send", "x"));
    }

    private void choosePassword() {
        new Wire(request.getLocalPort()).post(link(), Map.of("form", "form", "form:chosen", GOOD, "form:save", "x"));
    }

    private String link() {
        Matcher link = LINK.matcher(Mailbox.of(address).await(1).get(0).body());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}

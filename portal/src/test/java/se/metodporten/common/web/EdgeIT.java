package se.metodporten.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.metodporten.harness.InPortal;
import se.metodporten.harness.Wire;

class EdgeIT extends InPortal {

    private static final String PAGE = "/access/sign-in.xhtml";

    @Inject
    private HttpServletRequest request;

    private Wire wire;

    @BeforeEach
    void connect() {
        wire = new Wire(request.getLocalPort());
    }

    @Test
    void the_portal_answers_under_its_own_names_only() {
        assertThat(get(PAGE, "localhost")).isEqualTo(200);
        assertThat(get(PAGE, "LOCALHOST:8080")).isEqualTo(200);
        assertThat(get(PAGE, "127.0.0.1:8080")).isEqualTo(200);
        assertThat(get(PAGE, "evil.example")).isEqualTo(421);
        assertThat(get(PAGE, "localhost.evil.example")).isEqualTo(421);
        assertThat(get(PAGE, "localhost@evil.example")).isEqualTo(421);
        assertThat(get(PAGE, "192.0.2.99")).isEqualTo(421);
    }

    @Test
    void whoever_asks_for_its_health_need_not_know_its_name() {
        assertThat(get("/health/ready", "10.0.0.7:8080")).isNotEqualTo(421);
    }

    @Test
    void what_the_server_tells_about_itself_is_not_for_the_world() {
        assertThat(get("/openapi", "localhost")).isEqualTo(404);
        assertThat(get("/openapi/", "localhost")).isEqualTo(404);
        assertThat(get("/%6Fpenapi", "localhost")).isEqualTo(404);
        assertThat(get("/metrics", "localhost")).isEqualTo(404);
        assertThat(get("/metrics/base", "localhost")).isEqualTo(404);
    }

    @Test
    void a_content_host_never_answers_with_the_portal() {
        assertThat(get(PAGE, "c12.localhost")).isEqualTo(404);
        assertThat(get("/", "c12.localhost")).isEqualTo(404);
        assertThat(get("/jakarta.faces.resource/style.css.xhtml?ln=portal", "c12.localhost"))
                .isEqualTo(404);
        assertThat(get("/session/ping", "c12.localhost")).isEqualTo(404);
        assertThat(get("/play/1", "c0.localhost")).isEqualTo(421);
        assertThat(get("/play/1", "c12.evil.example")).isEqualTo(421);
        assertThat(get("/play/1", "x.c12.localhost")).isEqualTo(421);
    }

    @Test
    void the_portal_never_answers_with_content_however_the_path_is_written() {
        assertThat(get("/play/1", "localhost")).isEqualTo(404);
        assertThat(get("/f/12/index.html", "localhost")).isEqualTo(404);
        assertThat(get("/%70lay/1", "localhost")).isEqualTo(404);
        assertThat(get("/PLAY/1", "localhost")).isEqualTo(404);
        assertThat(get("//play/1", "localhost")).isEqualTo(400);
        assertThat(get("/;x/play/1", "localhost")).isEqualTo(400);
        assertThat(get("/play;x=1/1", "localhost")).isEqualTo(400);
        assertThat(get("/desk/../play/1", "localhost")).isEqualTo(400);
        assertThat(get("/desk/%2e%2e/play/1", "localhost")).isEqualTo(400);
        assertThat(get("/desk/..%2fplay/1", "localhost")).isEqualTo(400);
    }

    @Test
    void a_content_path_cannot_climb_into_the_portal() {
        assertThat(get("/f/../access/sign-in.xhtml", "c12.localhost")).isEqualTo(400);
        assertThat(get("/f/%2e%2e/access/sign-in.xhtml", "c12.localhost")).isEqualTo(400);
    }

    @Test
    void what_changes_something_comes_from_a_page_of_the_same_origin() {
        assertThat(post()).as("says nothing").isEqualTo(403);
        assertThat(post("Origin: null")).isEqualTo(403);
        assertThat(post("Origin: http://evil.example")).isEqualTo(403);
        assertThat(post("Origin: http://c12." + wire.host())).isEqualTo(403);
        assertThat(post("Origin: http://localhost:1")).isEqualTo(403);
        assertThat(post("Origin: not an origin")).isEqualTo(403);
        assertThat(post("Sec-Fetch-Site: cross-site")).isEqualTo(403);
        assertThat(post("Sec-Fetch-Site: same-site")).isEqualTo(403);
        assertThat(post("Sec-Fetch-Site: cross-site", "Origin: http://" + wire.host()))
                .isEqualTo(403);
        assertThat(post("Sec-Fetch-Site: same-origin", "Origin: http://evil.example"))
                .isEqualTo(403);
        assertThat(post("Sec-Fetch-Site: same-origin")).isNotEqualTo(403);
        assertThat(post("Origin: http://" + wire.host())).isNotEqualTo(403);
    }

    @Test
    void tracing_is_not_answered() {
        assertThat(wire.send("TRACE", PAGE, "", "Host: localhost").status()).isEqualTo(405);
    }

    @Test
    void every_answer_carries_the_strict_headers_and_one_policy() {
        for (String path : new String[] {
            PAGE, "/no/such/page", "/health/ready", "/jakarta.faces.resource/style.css.xhtml?ln=portal", "/play/1"
        }) {
            Wire.Answer answer = wire.get(path);
            assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).as(path).isEqualTo("same-origin");
            assertThat(answer.header("Cross-Origin-Opener-Policy")).as(path).isEqualTo("same-origin");
            assertThat(answer.header("Cross-Origin-Resource-Policy")).as(path).isEqualTo("same-origin");
            assertThat(answer.header("Permissions-Policy")).as(path).contains("camera=()");
            assertThat(answer.all("Content-Security-Policy"))
                    .as(path)
                    .singleElement()
                    .asString()
                    .contains("default-src 'none'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe-eval");
            assertThat(answer.header("X-Request-Id")).as(path).hasSize(16);
        }
    }

    @Test
    void pages_are_kept_by_no_cache_and_scripts_carry_a_nonce() {
        Wire.Answer page = wire.get(PAGE);

        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("Content-Security-Policy")).contains("script-src 'self' 'nonce-");
        assertThat(wire.get("/jakarta.faces.resource/style.css.xhtml?ln=portal").header("Cache-Control"))
                .isNotEqualTo("no-store");
    }

    @Test
    void a_page_that_does_not_exist_says_so_in_words_and_to_programs_in_theirs() {
        Wire.Answer page = wire.get("/no/such/page");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body()).contains("Sidan finns inte").contains(page.header("X-Request-Id"));

        Wire.Answer problem = wire.send("GET", "/no/such/thing", "", "Host: localhost", "Accept: application/json");
        assertThat(problem.status()).isEqualTo(404);
        assertThat(problem.header("Content-Type")).startsWith("application/problem+json");
        assertThat(problem.body()).contains("\"requestId\":\"" + problem.header("X-Request-Id"));
    }

    @Test
    void an_address_that_is_too_long_or_ambiguous_is_told_so_in_words() {
        Wire.Answer tooLong = wire.get(PAGE + "?next=" + "x".repeat(8_000));
        assertThat(tooLong.status()).isEqualTo(414);
        assertThat(tooLong.body()).contains("Adressen är för lång").contains(tooLong.header("X-Request-Id"));

        Wire.Answer ambiguous = wire.get("/play;x=1/1");
        assertThat(ambiguous.status()).isEqualTo(400);
        assertThat(ambiguous.body()).contains("Begäran kunde inte besvaras").contains(ambiguous.header("X-Request-Id"));

        assertThat(get(PAGE + "?next=%zz", "localhost")).isEqualTo(200);
    }

    private int get(String path, String host) {
        return wire.send("GET", path, "", "Host: " + host).status();
    }

    private int post(String... headers) {
        String[] all = new String[headers.length + 1];
        all[0] = "Host: " + wire.host();
        System.arraycopy(headers, 0, all, 1, headers.length);
        return wire.send("POST", PAGE, "a=b", all).status();
    }
}

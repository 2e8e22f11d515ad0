package se.metodporten.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import se.metodporten.launcher.Readiness.Account;

class ReadinessTest {

    @Test
    void ready_with_the_demo_accounts() {
        Readiness readiness = Readiness.of(200, """
                {"status":"UP","message":"","accounts":[{"who":"chef","username":"anna","password":"x"}]}
                """);
        assertThat(readiness.ready()).isTrue();
        assertThat(readiness.accounts()).containsExactly(new Account("chef", "anna", "x"));
    }

    @Test
    void not_ready_says_what_it_waits_for() {
        Readiness readiness = Readiness.of(503, "{\"status\":\"DOWN\",\"message\":\"Laddar demolänet\"}");
        assertThat(readiness.ready()).isFalse();
        assertThat(readiness.message()).isEqualTo("Laddar demolänet");
        assertThat(readiness.accounts()).isEmpty();
    }

    @Test
    void a_page_of_the_bare_server_is_not_an_answer() {
        assertThat(Readiness.of(404, "<html>Not Found</html>").ready()).isFalse();
    }
}

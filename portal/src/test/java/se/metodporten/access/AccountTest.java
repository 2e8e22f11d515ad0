package se.metodporten.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.metodporten.common.DomainException;

class AccountTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final Account account = new Account(1, " Asa@Example.org ", NOON);

    @Test
    void a_user_name_is_lower_case() {
        assertThat(account.username()).isEqualTo("asa@example.org");
    }

    @ParameterizedTest
    @CsvSource({"1,0", "3,0", "4,2", "5,4", "6,8", "7,16", "8,32", "9,64", "10,64", "500,64"})
    void the_wait_grows_with_each_wrong_try_up_to_a_minute(int tries, int seconds) {
        for (int made = 0; made < tries; made++) {
            account.triedAt(NOON);
        }

        assertThat(account.mayTryAt(NOON.plusSeconds(seconds))).isTrue();
        if (seconds > 0) {
            assertThat(account.mayTryAt(NOON.plusSeconds(seconds).minusNanos(1000)))
                    .isFalse();
        }
    }

    @Test
    void a_right_password_begins_the_count_anew() {
        for (int made = 0; made < 6; made++) {
            account.triedAt(NOON);
        }
        account.signedInAt(NOON);
        account.triedAt(NOON);

        assertThat(account.mayTryAt(NOON)).isTrue();
    }

    @Test
    void a_new_password_ends_the_wait() {
        for (int made = 0; made < 9; made++) {
            account.triedAt(NOON);
        }
        account.changePassword("hash", NOON);

        assertThat(account.mayTryAt(NOON)).isTrue();
    }

    @Test
    void a_closed_account_takes_no_password() {
        account.close(NOON);

        assertThat(account.mayTryAt(NOON)).isFalse();
        assertThatThrownBy(() -> account.changePassword("hash", NOON)).isInstanceOf(DomainException.class);

        account.reopen();
        assertThat(account.mayTryAt(NOON)).isTrue();
    }
}

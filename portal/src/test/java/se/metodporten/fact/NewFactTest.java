package se.metodporten.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.metodporten.common.CountyTime;
import se.metodporten.common.DomainException;

class NewFactTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

    @ParameterizedTest
    @ValueSource(strings = {"1900-01-01", "2026-11-23", "9999-12-31"})
    void a_day_inside_the_limits_is_taken(String day) {
        assertThat(NewFact.licenceGiven(1, "nurse", LocalDate.parse(day)).from())
                .isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1899-12-31", "0001-01-01", "+10000-01-01"})
    void a_day_outside_the_limits_is_refused(String day) {
        assertThatThrownBy(() -> NewFact.licenceGiven(1, "nurse", LocalDate.parse(day)))
                .isInstanceOf(DomainException.class)
                .hasMessage("fact.refused.day");
    }

    @Test
    void the_last_day_is_not_before_the_first() {
        assertThat(NewFact.leave(1, 2, DAY, DAY).through()).isEqualTo(DAY);
        assertThatThrownBy(() -> NewFact.leave(1, 2, DAY, DAY.minusDays(1))).hasMessage("fact.refused.order");
        assertThatThrownBy(() -> NewFact.leave(1, 2, DAY, LocalDate.MAX)).hasMessage("fact.refused.order");
    }

    @Test
    void a_reason_has_room_for_five_hundred_characters() {
        NewFact pause = NewFact.pause(1, 2, DAY, null, "x".repeat(500));

        assertThat(pause.reason()).hasSize(500);
        assertThatThrownBy(() -> pause.because("x".repeat(501))).hasMessage("fact.refused.reason");
    }

    @Test
    void an_agreement_until_the_end_of_days_is_open() {
        assertThat(NewFact.agreementInForce(1, 2, 3, 1, DAY, CountyTime.END_OF_DAYS)
                        .through())
                .isNull();
    }

    @Test
    void a_correction_says_what_it_corrects_and_keeps_the_rest() {
        NewFact correction =
                NewFact.courseCompleted(1, "visam-grunderna", 2, 7L, DAY).correcting(99);

        assertThat(correction.supersedes()).isEqualTo(99);
        assertThat(correction.origin()).isEqualTo(7);
        assertThat(correction.number()).isEqualTo(2);
    }
}

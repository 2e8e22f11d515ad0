package se.metodporten.common;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.resource.spi.ResourceAllocationException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OutageTest {

    @ParameterizedTest
    @CsvSource({
        "08000, 0, UNREACHABLE",
        "08S01, 1927, UNREACHABLE",
        "HY000, 1053, UNREACHABLE",
        "HY000, 1114, FULL",
        "HY000, 1030, FULL",
        "HY000, 1290, FULL",
        "08004, 1040, BUSY",
        "HY000, 1205, BUSY"
    })
    void the_databases_state_of_the_moment_is_told_however_deep_it_lies(String state, int code, Outage expected) {
        Throwable wrapped = new IllegalStateException(new RuntimeException(new SQLException("", state, code)));
        assertThat(Outage.in(wrapped)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"23000, 1062", "42S02, 1146", "22001, 1406"})
    void a_fault_of_ours_is_none(String state, int code) {
        assertThat(Outage.in(new IllegalStateException(new SQLException("", state, code))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("withoutState")
    void what_the_container_and_the_driver_say_without_a_state_counts(Exception failed) {
        assertThat(Outage.in(new IllegalStateException(failed))).contains(Outage.UNREACHABLE);
    }

    static Stream<Exception> withoutState() {
        return Stream.of(new ResourceAllocationException(), new SQLTimeoutException(), new SystemException());
    }

    @Test
    void nothing_failed() {
        assertThat(Outage.in(null)).isEmpty();
    }
}

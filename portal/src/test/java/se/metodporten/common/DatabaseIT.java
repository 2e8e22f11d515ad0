package se.metodporten.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import se.metodporten.harness.InPortal;
import se.metodporten.harness.InTransaction;

class DatabaseIT extends InPortal {

    private static final int QUARTER_OF_AN_HOUR = 900_000;

    @Inject
    private InTransaction transaction;

    @Test
    void long_work_waits_longer_and_leaves_its_connection_as_hasty_as_it_was() {
        transaction.run(() -> {
            int hasty = database.query(DatabaseIT::patience);
            database.executePatiently(handle -> assertThat(patience(handle)).isEqualTo(QUARTER_OF_AN_HOUR));
            assertThat(database.query(DatabaseIT::patience)).isEqualTo(hasty);
        });
    }

    @Test
    void also_when_it_fails() {
        transaction.rollBack(() -> {
            int hasty = database.query(DatabaseIT::patience);
            assertThatThrownBy(() -> database.executePatiently(handle -> {
                        throw new IllegalStateException("failed");
                    }))
                    .hasMessage("failed");
            assertThat(database.query(DatabaseIT::patience)).isEqualTo(hasty);
        });
    }

    private static int patience(Handle handle) {
        try {
            return handle.getConnection().getNetworkTimeout();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}

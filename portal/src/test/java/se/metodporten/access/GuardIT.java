package se.metodporten.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import se.metodporten.harness.InPortal;

class GuardIT extends InPortal {

    @Test
    void nobody_may_do_nothing() {
        assertThatThrownBy(() -> guard.requireSignedIn()).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> guard.require(Action.ADMINISTER, 1)).isInstanceOf(AccessDenied.class);
    }

    @Test
    void a_job_reads_the_whole_county() {
        Scope everywhere = guard.asSystem("test", () -> guard.scope(Action.VIEW_PEOPLE));

        assertThat(everywhere.roots()).hasSize(1);
    }
}

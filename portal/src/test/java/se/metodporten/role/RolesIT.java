package se.metodporten.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import se.metodporten.access.AccessDenied;
import se.metodporten.harness.InPortal;

class RolesIT extends InPortal {

    @Inject
    private RoleBook book;

    @Inject
    private Roles roles;

    @Test
    void the_instructor_asks_what_the_county_decided() {
        RoleVersion version = book.on(role("instructor").id(), scenario.today());

        assertThat(version.requirements())
                .extracting(Requirement::code)
                .containsExactly("nurse", "instructor-training", "agreement", "instructor-refresher");
        assertThat(version.windowMonths()).isEqualTo(6);
        assertThat(version.requirement("instructor-training"))
                .hasValueSatisfying(training -> assertThat(training.sessions()).isEqualTo(2));
        assertThat(version.requirement("instructor-refresher"))
                .hasValueSatisfying(refresher -> assertThat(refresher.renewal())
                        .isEqualTo(new Requirement.Renewal(
                                24,
                                6,
                                Requirement.AfterGrace.WHOLE_TRAINING,
                                3,
                                Requirement.NextDueFrom.DAY_TAKEN,
                                null,
                                "instructor-training")));
    }

    @Test
    void a_description_applies_from_its_day() {
        long supervisor = role("method-supervisor").id();

        assertThat(book.description(supervisor, LocalDate.of(2020, 8, 31))).isEmpty();
        assertThat(book.description(supervisor, LocalDate.of(2020, 9, 1)))
                .hasValueSatisfying(
                        description -> assertThat(description.number()).isEqualTo(1));
    }

    @Test
    void only_who_is_signed_in_reads_the_roles() {
        assertThatThrownBy(() -> roles.today()).isInstanceOf(AccessDenied.class);
    }

    private Role role(String code) {
        return book.roles().stream()
                .filter(role -> role.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}

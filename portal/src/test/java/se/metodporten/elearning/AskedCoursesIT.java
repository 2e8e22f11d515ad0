package se.metodporten.elearning;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import se.metodporten.certification.TrialRoles;
import se.metodporten.coverage.CoveredCounty;
import se.metodporten.harness.InPortal;

/** A course that a role asks only at some kinds of unit is required of those who serve one. */
class AskedCoursesIT extends InPortal {

    private static final String COURSE = "beslutsstod";
    private static final String ASKED_AT = "psychiatric-ward";
    private static final String OTHER = "health-centre";
    private static final String ORGANISATION = "region-orebro-lan";

    @Inject
    private TrialRoles roles;

    @Inject
    private CoveredCounty county;

    @Inject
    private Courses courses;

    @Test
    void it_is_required_where_the_unit_is_of_that_kind_and_not_elsewhere() {
        String code = scenario.unique("kurskrav");
        long role = roles.askingTheLawAt(code, ASKED_AT);
        database.execute(handle -> handle.execute("""
                update requirement q join role_version v on v.id = q.role_version_id
                set q.kind = 'COURSE', q.code = ? where v.role_id = ? and q.code = 'law'""", COURSE, role));

        assertThat(required(code, ASKED_AT)).isTrue();
        assertThat(required(code, OTHER)).isFalse();
    }

    private boolean required(String role, String kind) {
        long unit = scenario.unit(ORGANISATION, kind, "norra");
        long person = scenario.employee(unit);
        county.appointed(person, role, unit, LocalDate.of(2025, 3, 1));
        return as.person(person, () -> courses.mine(COURSE)).required();
    }
}

package se.metodporten.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.metodporten.common.DomainException;
import se.metodporten.coverage.CoveredCounty;
import se.metodporten.elearning.Certificate;
import se.metodporten.elearning.Courses;
import se.metodporten.harness.InPortal;
import se.metodporten.harness.SignedIn;
import se.metodporten.harness.Wire;

/** What the reader can take along as a PDF. */
class PapersIT extends InPortal {

    private static final String COURSE = "visam-grunderna";
    private static final LocalDate DONE = LocalDate.of(2024, 3, 1);

    @Inject
    private CoveredCounty county;

    @Inject
    private Courses courses;

    @Inject
    private SignedIn signedIn;

    private long unit;
    private long supervisor;

    @BeforeEach
    void a_certified_supervisor() {
        unit = scenario.unit("hallefors");
        supervisor = scenario.employee(unit);
        county.certified(supervisor, "method-supervisor", unit, DONE, DONE);
    }

    @Test
    void a_certificate_tells_who_completed_which_course_when() {
        Certificate certificate = as.person(supervisor, () -> courses.certificate(COURSE));

        assertThat(certificate.course().sv()).isEqualTo("ViSam – grunderna");
        assertThat(certificate.completedOn()).isEqualTo(DONE);
        assertThat(certificate.learner()).isEqualTo(as.person(supervisor, () -> nameOf(supervisor)));
    }

    @Test
    void who_has_not_completed_the_course_gets_no_certificate() {
        long nurse = scenario.employee(unit);

        for (String code : List.of(COURSE, "finns-inte", "")) {
            assertThatThrownBy(() -> as.person(nurse, () -> courses.certificate(code)))
                    .isInstanceOfSatisfying(
                            DomainException.class,
                            refused -> assertThat(refused.key()).isEqualTo("elearning.refused.noCertificate"));
        }
    }

    @Test
    void the_certificate_and_the_own_page_come_as_files_for_the_reader_only() {
        Wire wire = signedIn.as(supervisor);
        for (String paper : List.of("/elearning/certificate?code=" + COURSE, "/person/metodporten.pdf")) {
            Wire.Answer answer = wire.get(paper);
            assertThat(answer.status()).as(paper).isEqualTo(200);
            assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.header("Content-Disposition")).startsWith("attachment;");
            assertThat(answer.body()).startsWith("%PDF-1.");
            assertThat(signedIn.nobody().get(paper).header("Location")).contains("/access/sign-in.xhtml");
        }
        assertThat(wire.get("/elearning/certificate?code=beslutsstod").status()).isEqualTo(404);
    }

    private String nameOf(long person) {
        return database.query(
                handle -> handle.createQuery("select concat(given_name, ' ', family_name) from person where id = :id")
                        .bind("id", person)
                        .mapTo(String.class)
                        .one());
    }
}

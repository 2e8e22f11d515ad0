package se.metodporten.coverage.web;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import se.metodporten.coverage.CoverageQuestion;
import se.metodporten.role.Role;

/** The parameters of every question about coverage. */
public class CoverageParameters {

    @QueryParam("role")
    @Parameter(description = "code of the role", required = true)
    private @Nullable String role;

    @QueryParam("asOf")
    @Parameter(description = "the day, by default today")
    private @Nullable LocalDate asOf;

    @QueryParam("knownAt")
    @Parameter(description = "a moment: what was known then; or a day, which is its end. By default all that is known")
    private @Nullable Instant knownAt;

    @Nullable
    String role() {
        return role;
    }

    @Nullable
    Instant knownAt() {
        return knownAt;
    }

    LocalDate day(LocalDate today) {
        return Objects.requireNonNullElse(asOf, today);
    }

    CoverageQuestion question(Role asked, boolean planned, LocalDate today) {
        return new CoverageQuestion(
                asked.code(), day(today), Objects.requireNonNullElse(knownAt, CoverageQuestion.NOW), planned);
    }
}

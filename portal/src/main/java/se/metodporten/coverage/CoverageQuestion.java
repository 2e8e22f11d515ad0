package se.metodporten.coverage;

import java.time.Instant;
import java.time.LocalDate;
import org.jdbi.v3.core.statement.Query;
import se.metodporten.common.CountyTime;

/**
 * Which role, on which date, as known when, and what is assumed to happen until then.
 *
 * @param knownAt {@link #NOW} for all that is known
 * @param planned as if everybody with a seat in a planned training attended it; else as if nobody did anything
 * @param once shared by questions about one role that are asked together
 */
public record CoverageQuestion(String role, LocalDate asOf, Instant knownAt, boolean planned, PlannedOnce once) {

    public CoverageQuestion(String role, LocalDate asOf, Instant knownAt, boolean planned) {
        this(role, asOf, knownAt, planned, new PlannedOnce());
    }

    /** The last moment at which rows that still hold are known. */
    public static final Instant NOW = CountyTime.STILL_KNOWN.minusSeconds(1);

    /** Instead of a role's code: all roles, for what tells them apart. */
    private static final String EVERY_ROLE = "*";

    public static CoverageQuestion of(String role, LocalDate asOf) {
        return new CoverageQuestion(role, asOf, NOW, false);
    }

    static CoverageQuestion ofEveryRole(LocalDate asOf) {
        return of(EVERY_ROLE, asOf);
    }

    /** Whether it is about all roles that places need: then of the reader's own places alone. */
    boolean isOfEveryRole() {
        return role.equals(EVERY_ROLE);
    }

    /** True of the roles asked about, which SQL calls {@code r}. Needs {@link #bindRole}. */
    String roles() {
        return isOfEveryRole() ? "r.id in (select needed.role_id from need needed)" : "r.code = :role";
    }

    Query bindRole(Query query) {
        return isOfEveryRole() ? query : query.bind("role", role);
    }

    /** The same question, if planned trainings are taken. Of a day that has been it asks nothing new. */
    public CoverageQuestion ifPlannedTrainingsAreTaken() {
        return new CoverageQuestion(role, asOf, knownAt, true, once);
    }

    CoverageQuestion ifNobodyActs() {
        return new CoverageQuestion(role, asOf, knownAt, false, once);
    }
}

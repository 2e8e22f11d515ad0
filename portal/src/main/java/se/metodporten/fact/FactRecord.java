package se.metodporten.fact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A fact as it stands in the table; {@link FactKind} tells what the components mean.
 *
 * @param supersedes the earlier fact that this one takes the place of
 * @param withdrawn the superseded fact never was, and nothing stands in its place
 */
public record FactRecord(
        long id,
        FactKind kind,
        long personId,
        @Nullable Long employmentId,
        @Nullable Long appointmentId,
        @Nullable String code,
        @Nullable Integer number,
        @Nullable Long origin,
        LocalDate validFrom,
        @Nullable LocalDate validThrough,
        @Nullable Long supersedes,
        boolean withdrawn,
        @Nullable String reason,
        Instant recordedAt,
        String recordedBy) {

    /** The columns in SQL, for queries of those who read facts in bulk. */
    public static final String COLUMNS = """
            f.id, f.kind, f.person_id, f.employment_id, f.appointment_id, f.code, f.number, f.origin, f.valid_from,
            f.valid_through, f.supersedes, f.withdrawn, f.reason, f.recorded_at, f.recorded_by""";

    /** Of all facts of a person those that still stand: neither corrected nor taken back. */
    public static List<FactRecord> standing(List<FactRecord> all) {
        Set<Long> superseded = new HashSet<>();
        all.forEach(fact -> superseded.add(fact.supersedes()));
        return all.stream()
                .filter(fact -> !fact.withdrawn && !superseded.contains(fact.id))
                .toList();
    }

    /** A fact as it would stand, were it appended; {@code id} is nobody's. */
    public static FactRecord assumed(long id, NewFact fact) {
        return new FactRecord(
                id,
                fact.kind(),
                fact.personId(),
                fact.employmentId(),
                fact.appointmentId(),
                fact.code(),
                fact.number(),
                fact.origin(),
                fact.from(),
                fact.through(),
                fact.supersedes(),
                false,
                fact.reason(),
                Instant.MAX,
                "");
    }

    /** The same on other days: as it counts for one of several that it is about. */
    public FactRecord on(LocalDate from, @Nullable LocalDate through) {
        return with(from, through, withdrawn);
    }

    /** Of no meaning for the one who asks, save that what it supersedes does not count either. */
    public FactRecord sayingNothing() {
        return with(validFrom, validThrough, true);
    }

    private FactRecord with(LocalDate from, @Nullable LocalDate through, boolean nothing) {
        return new FactRecord(
                id,
                kind,
                personId,
                employmentId,
                appointmentId,
                code,
                number,
                origin,
                from,
                through,
                supersedes,
                nothing,
                reason,
                recordedAt,
                recordedBy);
    }

    /** What this fact said, to be appended again as a correction. */
    public NewFact again() {
        return new NewFact(
                kind, personId, employmentId, appointmentId, code, number, origin, validFrom, validThrough, null, null);
    }
}

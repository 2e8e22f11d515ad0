package se.metodporten.certification.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A fact and when it was recorded. Nothing is overwritten: a correction supersedes an earlier record, and may itself be
 * superseded.
 *
 * @param supersedes the id of the record this one takes the place of
 * @param fact null when the superseded one is withdrawn with nothing in its place
 */
public record RecordedFact(
        long id,
        Instant recordedAt,
        @Nullable Long supersedes,
        @Nullable Fact fact) {

    public RecordedFact {
        if (fact == null && supersedes == null) {
            throw new IllegalArgumentException("record " + id + " says nothing");
        }
    }

    public static RecordedFact of(long id, Instant recordedAt, Fact fact) {
        return new RecordedFact(id, recordedAt, null, fact);
    }

    public static RecordedFact correcting(long superseded, long id, Instant recordedAt, Fact fact) {
        return new RecordedFact(id, recordedAt, superseded, fact);
    }

    public static RecordedFact withdrawing(long superseded, long id, Instant recordedAt) {
        return new RecordedFact(id, recordedAt, superseded, null);
    }

    /** Those records that were there at a moment, corrections among them. */
    public static List<RecordedFact> asKnown(Instant moment, Collection<RecordedFact> records) {
        List<RecordedFact> known = new ArrayList<>(records.size());
        for (RecordedFact record : records) {
            if (!record.recordedAt.isAfter(moment)) {
                known.add(record);
            }
        }
        return known;
    }

    /** What the records say together: the facts that nothing among them supersedes. */
    static List<Fact> standingFacts(Collection<RecordedFact> records) {
        Set<Long> superseded = new HashSet<>();
        for (RecordedFact record : records) {
            if (record.supersedes != null) {
                superseded.add(record.supersedes);
            }
        }
        List<Fact> facts = new ArrayList<>(records.size());
        for (RecordedFact record : records) {
            if (record.fact != null && (superseded.isEmpty() || !superseded.contains(record.id))) {
                facts.add(record.fact);
            }
        }
        return facts;
    }
}

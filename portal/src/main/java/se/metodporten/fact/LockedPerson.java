package se.metodporten.fact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.DomainException;

/**
 * A person whose row is locked until the transaction ends.
 *
 * @param id the person, after merges
 * @param all the same person's ids: this one and those merged into it
 * @param lastRecordedAt of the person's facts; null when there are none
 */
record LockedPerson(long id, List<Long> all, @Nullable Instant lastRecordedAt) {

    private record Row(long id, @Nullable Long mergedInto) {}

    private record Same(long id, @Nullable Instant last) {}

    LockedPerson {
        all = List.copyOf(all);
    }

    /** Locks the row of a person; of one that was merged, also that of the person it became. */
    static LockedPerson lock(Handle handle, long personId) {
        Row row = lockRow(handle, personId);
        while (row.mergedInto != null) {
            row = lockRow(handle, row.mergedInto);
        }
        List<Long> all = new ArrayList<>();
        Instant last = null;
        for (Same same : same(handle, row.id)) {
            all.add(same.id);
            if (same.last != null && (last == null || same.last.isAfter(last))) {
                last = same.last;
            }
        }
        return new LockedPerson(row.id, all, last);
    }

    /**
     * Locks the rows of many people in the order of their ids, and those of their appointments.
     *
     * @param persons after merges
     * @return the moment to record at: now, or that of the latest fact of any of them
     */
    static Instant lockAll(Handle handle, List<Long> persons, Instant now) {
        int found = handle.createQuery(
                        "select id from person where id in (<persons>) and merged_into is null order by id for update")
                .bindList("persons", persons)
                .mapTo(Long.class)
                .list()
                .size();
        if (found != persons.size()) {
            throw new DomainException("fact.refused.unknownPerson");
        }
        handle.createQuery("""
                        select a.id from appointment a where a.person_id in (
                          select p.id from person p where p.id in (<persons>) or p.merged_into in (<persons>))
                        order by a.id for update""").bindList("persons", persons).mapTo(Long.class).list();
        return handle.createQuery("""
                        select max(f.recorded_at) from fact f where f.person_id in (
                          select p.id from person p where p.id in (<persons>) or p.merged_into in (<persons>))""")
                .bindList("persons", persons)
                .mapTo(Instant.class)
                .findOne()
                .filter(last -> last.isAfter(now))
                .orElse(now);
    }

    /** The moment to record at: facts of a person stay in order even when the machine's clock is set back. */
    Instant noEarlierThanLast(Instant now) {
        return lastRecordedAt != null && lastRecordedAt.isAfter(now) ? lastRecordedAt : now;
    }

    private static Row lockRow(Handle handle, long personId) {
        return handle.createQuery("select id, merged_into from person where id = :id for update")
                .bind("id", personId)
                .map((row, context) -> new Row(row.getLong("id"), row.getObject("merged_into", Long.class)))
                .findOne()
                .orElseThrow(() -> new DomainException("fact.refused.unknownPerson"));
    }

    private static List<Same> same(Handle handle, long person) {
        return handle.createQuery("""
                        select p.id, (select max(f.recorded_at) from fact f where f.person_id = p.id) last
                        from person p where p.id = :person or p.merged_into = :person""")
                .bind("person", person)
                .map((row, context) -> new Same(
                        row.getLong("id"),
                        context.findColumnMapperFor(Instant.class).orElseThrow().map(row, "last", context)))
                .list();
    }
}

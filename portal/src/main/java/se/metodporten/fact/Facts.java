package se.metodporten.fact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import se.metodporten.access.Guard;
import se.metodporten.common.Database;
import se.metodporten.common.DomainException;

/**
 * Appends and reads facts. No entry point of its own: the service operation that calls it has asked the guard for its
 * own reason (a completed course, a signature, an appointment), and its transaction must be under way.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Facts {

    private record Row(NewFact fact, boolean withdrawn) {}

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    @Inject
    private Guard guard;

    @Inject
    private Event<FactsAppended> appended;

    /**
     * Locks the person's row, then the person's appointment rows in the order of their ids, until the transaction ends.
     * To be called before reading what the new fact depends on; appending calls it too.
     *
     * @return the person, after merges
     */
    public long lockPerson(long personId) {
        return lock(personId).id();
    }

    /** @return the new fact's id */
    public long append(NewFact fact) {
        return append(List.of(fact)).get(0);
    }

    /**
     * Appends facts, of several persons too. Those of one person become known at one moment, and standing follows once.
     * Persons are locked in the order of their ids, so that two calls never wait for each other.
     *
     * @return the new facts' ids, in the order given
     */
    public List<Long> append(List<NewFact> facts) {
        Map<Long, List<Integer>> positions = new TreeMap<>();
        for (int i = 0; i < facts.size(); i++) {
            positions
                    .computeIfAbsent(facts.get(i).personId(), person -> new ArrayList<>())
                    .add(i);
        }
        Map<Long, LockedPerson> locked = new TreeMap<>();
        positions.keySet().forEach(person -> locked.put(person, lock(person)));
        Long[] ids = new Long[facts.size()];
        positions.forEach((person, of) -> {
            List<Long> inserted = insert(
                    Objects.requireNonNull(locked.get(person)),
                    of.stream().map(i -> new Row(facts.get(i), false)).toList());
            for (int i = 0; i < inserted.size(); i++) {
                ids[of.get(i)] = inserted.get(i);
            }
        });
        return List.of(ids);
    }

    /**
     * The fact never was; nothing takes its place.
     *
     * @return the id of the row that says so
     */
    public long withdraw(long factId, String reason) {
        FactRecord fact = database.query(
                handle -> handle.createQuery("select " + FactRecord.COLUMNS + " from fact f where f.id = :id")
                        .bind("id", factId)
                        .map(ConstructorMapper.of(FactRecord.class))
                        .findOne()
                        .orElseThrow(() -> new DomainException("fact.refused.unknown")));
        NewFact withdrawal = fact.again().correcting(factId).because(reason);
        return insert(lock(fact.personId()), List.of(new Row(withdrawal, true))).get(0);
    }

    /** All facts of a person, of those merged into the person and of their appointments, in the order recorded. */
    public List<FactRecord> of(long personId) {
        return database.query(handle -> {
            List<Long> same = handle.createQuery("""
                            select p.id from person p
                            join (select coalesce(merged_into, id) id from person where id = :person) became
                            where p.id = became.id or p.merged_into = became.id""")
                    .bind("person", personId)
                    .mapTo(Long.class)
                    .list();
            return same.isEmpty()
                    ? List.<FactRecord>of()
                    : handle.createQuery("select " + FactRecord.COLUMNS
                                    + " from fact f where f.person_id in (<persons>) order by f.recorded_at, f.id")
                            .bindList("persons", same)
                            .map(ConstructorMapper.of(FactRecord.class))
                            .list();
        });
    }

    /** Of {@link #of}, those that still stand: nothing corrected or withdrew them. */
    public List<FactRecord> standing(long personId) {
        return FactRecord.standing(of(personId));
    }

    /** The same of several people, by the person who stands for both after merges; in one statement. */
    public Map<Long, List<FactRecord>> standing(Collection<Long> persons) {
        if (persons.isEmpty()) {
            return Map.of();
        }
        Map<Long, List<FactRecord>> facts = new TreeMap<>();
        database.query(handle -> handle.createQuery("select coalesce(p.merged_into, p.id) became, "
                                + FactRecord.COLUMNS + " from person p join fact f on f.person_id = p.id"
                                + " where p.id in (<persons>) or p.merged_into in (<persons>)"
                                + " order by f.recorded_at, f.id")
                        .bindList("persons", List.copyOf(persons))
                        .map((row, context) -> Map.entry(
                                row.getLong("became"),
                                ConstructorMapper.of(FactRecord.class).map(row, context)))
                        .list())
                .forEach(fact -> facts.computeIfAbsent(fact.getKey(), person -> new ArrayList<>())
                        .add(fact.getValue()));
        facts.replaceAll((person, all) -> FactRecord.standing(all));
        return facts;
    }

    /** Whom a fact is about, after merges. */
    public Optional<Long> personOf(long factId) {
        return database.query(handle ->
                handle.createQuery("""
                        select coalesce(p.merged_into, p.id) from fact f join person p on p.id = f.person_id
                        where f.id = :id""").bind("id", factId).mapTo(Long.class).findOne());
    }

    private LockedPerson lock(long personId) {
        return database.query(handle -> {
            LockedPerson person = LockedPerson.lock(handle, personId);
            handle.createQuery("select id from appointment where person_id in (<persons>) order by id for update")
                    .bindList("persons", person.all())
                    .mapTo(Long.class)
                    .list();
            return person;
        });
    }

    private List<Long> insert(LockedPerson person, List<Row> rows) {
        Instant recordedAt = person.noEarlierThanLast(clock.instant());
        List<Long> ids = database.query(handle -> {
            refuseStaleCorrections(handle, person, rows);
            PreparedBatch batch = handle.prepareBatch("""
                    insert into fact (person_id, employment_id, appointment_id, kind, code, number, origin, valid_from,
                                      valid_through, supersedes, withdrawn, reason, recorded_at, recorded_by)
                    values (:person, :employmentId, :appointmentId, :kind, :code, :number, :origin, :from,
                            :through, :supersedes, :withdrawn, :reason, :recordedAt, :recordedBy)""");
            for (Row row : rows) {
                batch.bindMethods(row.fact)
                        .bind("person", person.id())
                        .bind("withdrawn", row.withdrawn)
                        .bind("recordedAt", recordedAt)
                        .bind("recordedBy", guard.reader().actor())
                        .add();
            }
            return batch.executePreparedBatch("id").mapTo(Long.class).list();
        });
        appended.fire(new FactsAppended(person.id(), recordedAt, ids));
        return ids;
    }

    /** A correction must be of a fact of the same person that nothing has superseded: the second of two is told. */
    private static void refuseStaleCorrections(Handle handle, LockedPerson person, List<Row> rows) {
        List<Long> corrected = rows.stream()
                .map(row -> row.fact.supersedes())
                .filter(Objects::nonNull)
                .toList();
        if (corrected.isEmpty()) {
            return;
        }
        int current = handle.createQuery("""
                        select count(*) from fact f where f.id in (<corrected>) and f.person_id in (<persons>)
                          and not exists (select 1 from fact later where later.supersedes = f.id)""")
                .bindList("corrected", corrected)
                .bindList("persons", person.all())
                .mapTo(int.class)
                .one();
        if (current != corrected.size()) {
            throw new DomainException("fact.refused.correctedMeanwhile");
        }
    }
}

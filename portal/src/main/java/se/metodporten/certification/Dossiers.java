package se.metodporten.certification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.result.RowView;
import se.metodporten.appointment.Plan;
import se.metodporten.certification.Dossier.Appointee;
import se.metodporten.certification.Dossier.StoredPeriod;
import se.metodporten.certification.rules.Standing;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.fact.FactRecord;
import se.metodporten.role.RoleBook;
import se.metodporten.role.RoleVersion;

/** Reads what standings follow from, in a handful of statements however many appointments there are. */
@ApplicationScoped
class Dossiers {

    private static final String APPOINTEE = """
            select a.id appointment_id, coalesce(p.merged_into, p.id) person_id, a.role_id
            from appointment a join person p on p.id = a.person_id""";

    @Inject
    private Database database;

    @Inject
    private RoleBook roles;

    RuleBook rules() {
        return new RuleBook(roles.versions());
    }

    /** As if a version had been decided last. */
    RuleBook rulesWith(RoleVersion thoughtOf) {
        List<RoleVersion> versions = new ArrayList<>(roles.versions());
        versions.add(thoughtOf);
        return new RuleBook(versions);
    }

    /** Of all appointments of a person, whose row is locked. */
    List<Dossier> ofPerson(long personId) {
        return database.query(handle -> dossiers(handle, ofPerson(handle, personId)));
    }

    private static List<Appointee> ofPerson(Handle handle, long personId) {
        return handle.createQuery(APPOINTEE + " where p.id = :person or p.merged_into = :person order by a.id")
                .bind("person", personId)
                .map((row, context) -> appointee(row))
                .list();
    }

    /** Of all appointments of a person as they would be if the plan were carried out; without what is stored of them. */
    List<Dossier> ofPersonIf(Plan plan) {
        return database.query(handle -> {
            List<Appointee> appointees = new ArrayList<>(ofPerson(handle, plan.personId()));
            Map<Long, Rests> rests = new HashMap<>(Rests.of(handle, ids(appointees)));
            Plan.Resting resting = plan.resting();
            if (resting != null) {
                rests.merge(
                        plan.appointmentId(),
                        Rests.NONE.from(resting.from(), same(handle, resting.employmentId())),
                        (before, after) -> before.from(resting.from(), same(handle, resting.employmentId())));
            }
            Plan.Begun begun = plan.begun();
            if (begun != null) {
                appointees.add(new Appointee(
                        Plan.NOT_YET, plan.personId(), begun.asked().roleId(), Rests.NONE));
                rests.put(Plan.NOT_YET, Rests.NONE.from(CountyTime.FIRST_DAY, same(handle, begun.employmentId())));
            }
            List<FactRecord> facts = new ArrayList<>(
                    factsByPerson(handle, List.of(plan.personId())).getOrDefault(plan.personId(), List.of()));
            facts.addAll(plan.assumed());
            return dossiers(appointees, rests, Map.of(plan.personId(), facts), Map.of());
        });
    }

    private static List<Long> same(Handle handle, long employment) {
        return handle.createQuery("""
                        select e.id from employment mine join employment e on e.id = mine.id or e.hsa_id = mine.hsa_id
                        where mine.id = :id""").bind("id", employment).mapTo(Long.class).list();
    }

    /** Of all appointments in a role of some people; without what is stored of them. */
    List<Dossier> inRole(String role, List<Long> persons) {
        return database.query(handle -> {
            List<Appointee> appointees = handle.createQuery(APPOINTEE
                            + " join role r on r.id = a.role_id and r.code = :role"
                            + " where p.id in (<persons>) or p.merged_into in (<persons>) order by a.id")
                    .bind("role", role)
                    .bindList("persons", persons)
                    .map((row, context) -> appointee(row))
                    .list();
            return appointees.isEmpty()
                    ? List.of()
                    : dossiers(
                            appointees,
                            Rests.of(handle, ids(appointees)),
                            factsByPerson(handle, persons(appointees)),
                            Map.of());
        });
    }

    /** The appointments after an id, in the order of their ids; locks their persons until the transaction ends. */
    List<Dossier> locked(long afterId, int atMost) {
        return database.query(handle -> {
            List<Appointee> chunk = handle.createQuery(APPOINTEE + " where a.id > :after order by a.id limit :most")
                    .bind("after", afterId)
                    .bind("most", atMost)
                    .map((row, context) -> appointee(row))
                    .list();
            lock(handle, chunk);
            return dossiers(handle, chunk);
        });
    }

    /** Of one role, after an id, in the order of their ids; as they are, without locks. */
    List<Dossier> ofRole(long roleId, long afterId, int atMost) {
        return database.query(handle -> dossiers(handle, chunkOfRole(handle, roleId, afterId, atMost)));
    }

    /** As {@link #ofRole}, with their persons locked until the transaction ends. */
    List<Dossier> lockedOfRole(long roleId, long afterId, int atMost) {
        return database.query(handle -> {
            List<Appointee> chunk = chunkOfRole(handle, roleId, afterId, atMost);
            lock(handle, chunk);
            return dossiers(handle, chunk);
        });
    }

    private static List<Appointee> chunkOfRole(Handle handle, long roleId, long afterId, int atMost) {
        return handle.createQuery(APPOINTEE + " where a.role_id = :role and a.id > :after order by a.id limit :most")
                .bind("role", roleId)
                .bind("after", afterId)
                .bind("most", atMost)
                .map((row, context) -> appointee(row))
                .list();
    }

    private static void lock(Handle handle, List<Appointee> chunk) {
        if (!chunk.isEmpty()) {
            handle.createQuery("select id from person where id in (<persons>) order by id for update")
                    .bindList("persons", persons(chunk))
                    .mapTo(Long.class)
                    .list();
        }
    }

    private static Appointee appointee(ResultSet row) throws SQLException {
        return new Appointee(
                row.getLong("appointment_id"), row.getLong("person_id"), row.getLong("role_id"), Rests.NONE);
    }

    private static List<Dossier> dossiers(Handle handle, List<Appointee> appointees) {
        if (appointees.isEmpty()) {
            return List.of();
        }
        return dossiers(
                appointees,
                Rests.of(handle, ids(appointees)),
                factsByPerson(handle, persons(appointees)),
                storedByAppointment(handle, appointees));
    }

    private static List<Dossier> dossiers(
            List<Appointee> appointees,
            Map<Long, Rests> rests,
            Map<Long, List<FactRecord>> facts,
            Map<Long, Map<Long, StoredPeriod>> stored) {
        List<Dossier> dossiers = new ArrayList<>(appointees.size());
        for (Appointee found : appointees) {
            Appointee appointee = found.restingOn(rests.getOrDefault(found.appointmentId(), Rests.NONE));
            dossiers.add(new Dossier(
                    appointee,
                    appointee
                            .concerning(facts.getOrDefault(appointee.personId(), List.of()))
                            .map(FactsForRules::of)
                            .toList(),
                    stored.getOrDefault(appointee.appointmentId(), Map.of())));
        }
        return dossiers;
    }

    private static List<Long> ids(List<Appointee> appointees) {
        return appointees.stream().map(Appointee::appointmentId).toList();
    }

    private static List<Long> persons(List<Appointee> appointees) {
        return appointees.stream().map(Appointee::personId).distinct().sorted().toList();
    }

    /** With the facts of those who were merged into them. */
    private static Map<Long, List<FactRecord>> factsByPerson(Handle handle, List<Long> persons) {
        Map<Long, Long> became = new HashMap<>();
        handle.createQuery("""
                        select id, coalesce(merged_into, id) became from person
                        where id in (<persons>) or merged_into in (<persons>)""")
                .bindList("persons", persons)
                .map((row, context) -> Map.entry(row.getLong("id"), row.getLong("became")))
                .forEach(same -> became.put(same.getKey(), same.getValue()));
        Map<Long, List<FactRecord>> facts = new HashMap<>();
        handle.createQuery("select " + FactRecord.COLUMNS
                        + " from fact f where f.person_id in (<persons>) order by f.person_id, f.recorded_at, f.id")
                .bindList("persons", became.keySet())
                .map(ConstructorMapper.of(FactRecord.class))
                .forEach(fact -> facts.computeIfAbsent(became.get(fact.personId()), person -> new ArrayList<>())
                        .add(fact));
        return facts;
    }

    private static Map<Long, Map<Long, StoredPeriod>> storedByAppointment(Handle handle, List<Appointee> appointees) {
        return handle.createQuery("""
                        select id, appointment_id, valid_from, valid_through, standing, due_day, reasons, known_from
                        from standing_period
                        where appointment_id in (<appointments>) and known_until = :stillKnown
                        order by appointment_id, valid_from""")
                .bindList(
                        "appointments",
                        appointees.stream().map(Appointee::appointmentId).toList())
                .bind("stillKnown", CountyTime.STILL_KNOWN)
                .reduceRows(new HashMap<Long, Map<Long, StoredPeriod>>(), (all, row) -> {
                    all.computeIfAbsent(row.getColumn("appointment_id", Long.class), id -> new LinkedHashMap<>())
                            .put(
                                    row.getColumn("id", Long.class),
                                    new StoredPeriod(said(row), row.getColumn("known_from", Instant.class)));
                    return all;
                });
    }

    static Said said(RowView row) {
        return new Said(
                row.getColumn("valid_from", LocalDate.class),
                row.getColumn("valid_through", LocalDate.class),
                row.getColumn("standing", Standing.class),
                row.getColumn("due_day", LocalDate.class),
                row.getColumn("reasons", String.class));
    }
}

package se.metodporten.certification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import se.metodporten.appointment.Beginning;
import se.metodporten.appointment.Plan;
import se.metodporten.appointment.ServedUnits;
import se.metodporten.certification.Dossier.Appointee;
import se.metodporten.certification.Dossier.StoredPeriod;
import se.metodporten.certification.rules.RecordedFact;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.fact.FactRecord;
import se.metodporten.role.Description;
import se.metodporten.role.DescriptionEnd;
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

    @Inject
    private ServedUnits served;

    RuleBook rules() {
        return new RuleBook(roles.versions(), roles.descriptionEnds());
    }

    /** As if a version had been decided last. */
    RuleBook rulesWith(RoleVersion thoughtOf) {
        List<RoleVersion> versions = new ArrayList<>(roles.versions());
        versions.add(thoughtOf);
        return new RuleBook(versions, roles.descriptionEnds());
    }

    /** As if a version of a description had been recorded last. */
    RuleBook rulesWith(Description thoughtOf) {
        List<DescriptionEnd> ends = new ArrayList<>(roles.descriptionEnds());
        LocalDate end = thoughtOf.transitionEnd();
        if (end != null) {
            ends.add(new DescriptionEnd(thoughtOf.roleId(), thoughtOf.number(), end, thoughtOf.recordedAt()));
        }
        return new RuleBook(roles.versions(), ends);
    }

    /** Of all appointments of a person, whose row is locked. */
    List<Dossier> ofPerson(long personId) {
        return database.query(handle -> dossiers(handle, ofPerson(handle, personId)));
    }

    /** Of all appointments of some people; without what is stored of them. */
    List<Dossier> ofPersons(List<Long> persons) {
        return database.query(handle -> {
            List<Appointee> appointees = ofPersons(handle, persons);
            return appointees.isEmpty()
                    ? List.of()
                    : dossiers(
                            appointees,
                            Rests.of(handle, ids(appointees)),
                            DossierRows.factsByPerson(handle, persons),
                            ServedKinds.of(handle, ids(appointees)),
                            Map.of());
        });
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
            List<FactRecord> facts = new ArrayList<>(DossierRows.factsByPerson(handle, List.of(plan.personId()))
                    .getOrDefault(plan.personId(), List.of()));
            facts.addAll(plan.assumed());
            return dossiers(
                    appointees,
                    rests,
                    Map.of(plan.personId(), facts),
                    ServedKinds.of(handle, served.spansIf(plan, ids(appointees))),
                    Map.of());
        });
    }

    /** What appointments that would begin follow from, and all that is said of their people. */
    record Begun(Dossier dossier, List<FactRecord> facts) {}

    /**
     * Of appointments that would begin, in the order given.
     *
     * @param others also of all that their people have, which come after
     */
    List<Begun> ifBegun(List<Beginning> beginnings, boolean others) {
        if (beginnings.isEmpty()) {
            return List.of();
        }
        List<Long> persons =
                beginnings.stream().map(Beginning::personId).distinct().sorted().toList();
        return database.query(handle -> {
            List<Appointee> known = others ? ofPersons(handle, persons) : List.of();
            Map<Long, Rests> rests = new HashMap<>();
            Map<Long, List<RecordedFact>> kinds = new HashMap<>();
            if (!known.isEmpty()) {
                rests.putAll(Rests.of(handle, ids(known)));
                kinds.putAll(ServedKinds.of(handle, ids(known)));
            }
            Map<Long, List<FactRecord>> facts = DossierRows.factsByPerson(handle, persons);
            Map<Long, Set<Long>> same = same(handle, beginnings);
            List<Appointee> appointees = new ArrayList<>();
            for (Beginning one : beginnings) {
                appointees.add(
                        new Appointee(one.id(), one.personId(), one.asked().roleId(), Rests.NONE));
                rests.put(
                        one.id(),
                        Rests.NONE.from(CountyTime.FIRST_DAY, same.getOrDefault(one.employmentId(), Set.of())));
                List<FactRecord> of = facts.computeIfAbsent(one.personId(), person -> new ArrayList<>());
                one.all().forEach(fact -> of.add(FactRecord.assumed(-1L - of.size(), fact)));
            }
            kinds.putAll(ServedKinds.of(
                    handle,
                    beginnings.stream().flatMap(one -> one.spans().stream()).toList()));
            appointees.addAll(known);
            return dossiers(appointees, rests, facts, kinds, Map.of()).stream()
                    .map(dossier -> new Begun(
                            dossier, facts.getOrDefault(dossier.appointee().personId(), List.of())))
                    .toList();
        });
    }

    private static List<Appointee> ofPersons(Handle handle, List<Long> persons) {
        return handle.createQuery(
                        APPOINTEE + " where p.id in (<persons>) or p.merged_into in (<persons>) order by a.id")
                .bindList("persons", persons)
                .map((row, context) -> appointee(row))
                .list();
    }

    /** By employment all its rows, one for each unit that it was in. */
    private static Map<Long, Set<Long>> same(Handle handle, List<Beginning> beginnings) {
        Map<Long, Set<Long>> same = new HashMap<>();
        beginnings.forEach(one -> {
            Long employment = one.employmentId();
            if (employment != null) {
                same.computeIfAbsent(employment, id -> new TreeSet<>()).add(employment);
            }
        });
        if (!same.isEmpty()) {
            handle.createQuery("""
                            select mine.id mine, e.id from employment mine join employment e on e.hsa_id = mine.hsa_id
                            where mine.id in (<employments>)""")
                    .bindList("employments", List.copyOf(same.keySet()))
                    .map((row, context) -> Map.entry(row.getLong("mine"), row.getLong("id")))
                    .forEach(row -> same.computeIfAbsent(row.getKey(), id -> new TreeSet<>())
                            .add(row.getValue()));
        }
        return same;
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
                            DossierRows.factsByPerson(handle, persons(appointees)),
                            ServedKinds.of(handle, ids(appointees)),
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

    /** Those that serve some units, after an id, whose roles ask something only at some kinds; locks their persons. */
    List<Dossier> lockedAt(Collection<Long> units, long afterId, int atMost) {
        return database.query(handle -> {
            List<Long> ids = units.isEmpty() ? List.of() : ServedKinds.appointmentsAt(handle, units, afterId, atMost);
            if (ids.isEmpty()) {
                return List.of();
            }
            List<Appointee> chunk = handle.createQuery(APPOINTEE + " where a.id in (<ids>) order by a.id")
                    .bindList("ids", ids)
                    .map((row, context) -> appointee(row))
                    .list();
            lock(handle, chunk);
            return dossiers(handle, chunk);
        });
    }

    /** The appointment alone, with its person locked; none where the kinds of unit it serves do not matter. */
    List<Dossier> lockedWhereKindsMatter(long appointmentId) {
        return database.query(handle -> {
            if (!ServedKinds.matter(handle, appointmentId)) {
                return List.of();
            }
            List<Appointee> one = handle.createQuery(APPOINTEE + " where a.id = :id")
                    .bind("id", appointmentId)
                    .map((row, context) -> appointee(row))
                    .list();
            lock(handle, one);
            return dossiers(handle, one);
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
                DossierRows.factsByPerson(handle, persons(appointees)),
                ServedKinds.of(handle, ids(appointees)),
                DossierRows.storedByAppointment(handle, ids(appointees)));
    }

    private static List<Dossier> dossiers(
            List<Appointee> appointees,
            Map<Long, Rests> rests,
            Map<Long, List<FactRecord>> facts,
            Map<Long, List<RecordedFact>> served,
            Map<Long, Map<Long, StoredPeriod>> stored) {
        List<Dossier> dossiers = new ArrayList<>(appointees.size());
        for (Appointee found : appointees) {
            Appointee appointee = found.restingOn(rests.getOrDefault(found.appointmentId(), Rests.NONE));
            dossiers.add(new Dossier(
                    appointee,
                    Stream.concat(
                                    appointee
                                            .concerning(facts.getOrDefault(appointee.personId(), List.of()))
                                            .map(FactsForRules::of),
                                    served.getOrDefault(appointee.appointmentId(), List.of()).stream())
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
}

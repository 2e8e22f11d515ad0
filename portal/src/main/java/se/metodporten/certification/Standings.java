package se.metodporten.certification;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import se.metodporten.access.Guard;
import se.metodporten.access.Service;
import se.metodporten.appointment.AppointmentAccess;
import se.metodporten.certification.rules.StandingPeriod;
import se.metodporten.certification.rules.Timeline;
import se.metodporten.common.Bilingual;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.fact.FactKind;
import se.metodporten.fact.FactRecord;
import se.metodporten.fact.Facts;
import se.metodporten.role.Requirement;
import se.metodporten.role.RoleBook;

/** Reads standings: of one appointment on any day, as known at any moment, and of the reader's own. */
@Service
public class Standings {

    private static final Comparator<FactRecord> BY_DAY =
            Comparator.comparing(FactRecord::validFrom).thenComparing(FactRecord::id);

    @Inject
    private Guard guard;

    @Inject
    private AppointmentAccess access;

    @Inject
    private Database database;

    @Inject
    private Facts facts;

    @Inject
    private RoleBook roles;

    @Inject
    private Clock clock;

    private record Held(Dossier.Appointee appointee, LocalDate appointed) {}

    /** The timeline as it was shown at a moment; empty before anything was known. */
    public Timeline timeline(long appointmentId, Instant knownAt) {
        access.requireView(appointmentId);
        return timelines(List.of(appointmentId), knownAt).getOrDefault(appointmentId, new Timeline(List.of()));
    }

    /** Empty before the first day, or before anything was known. */
    public Optional<StandingPeriod> on(long appointmentId, LocalDate asOf, Instant knownAt) {
        return timeline(appointmentId, knownAt).on(asOf);
    }

    /** All that is to be told of one appointment today. */
    public StandingCard card(long appointmentId) {
        StandingCard card = cards("a.id = :key", appointmentId, access.sight()).get(appointmentId);
        if (card == null) {
            throw guard.refusal("VIEW_APPOINTMENT", "appointment:" + appointmentId);
        }
        return card;
    }

    /** The same of all appointments of a person that the reader sees, by the appointment's id. */
    public Map<Long, StandingCard> ofPerson(long personId) {
        return cards(
                "p.id = (select coalesce(asked.merged_into, asked.id) from person asked where asked.id = :key)",
                personId,
                access.sight());
    }

    /** In as many statements for many appointments of one person as for one. */
    private Map<Long, StandingCard> cards(String which, long key, AppointmentAccess.Sight sight) {
        List<Held> held = held(which, key, sight);
        Map<Long, StandingCard> cards = new TreeMap<>();
        if (held.isEmpty()) {
            return cards;
        }
        List<Long> ids = held.stream().map(one -> one.appointee.appointmentId()).toList();
        Map<String, Bilingual> offered = offered();
        List<FactRecord> standing = facts.standing(held.get(0).appointee.personId());
        Map<Long, Timeline> timelines = timelines(ids, clock.instant());
        Map<Long, List<Instant>> changes = changes(ids);
        Map<Long, Rests> rests = database.query(handle -> Rests.of(handle, ids));
        Map<Long, AskedToday.Held> roleOf = new TreeMap<>();
        held.forEach(one ->
                roleOf.put(one.appointee.appointmentId(), new AskedToday.Held(one.appointee.roleId(), one.appointed)));
        Map<Long, List<Requirement>> askedOf = asked(roleOf);
        for (Held one : held) {
            long id = one.appointee.appointmentId();
            Timeline timeline = timelines.get(id);
            if (timeline != null) {
                List<Requirement> asked = askedOf.getOrDefault(id, List.of());
                cards.put(
                        id,
                        new StandingCard(
                                id,
                                timeline,
                                today(),
                                StandingNow.of(timeline, today()),
                                asked,
                                counting(standing, one.appointee.restingOn(rests.getOrDefault(id, Rests.NONE))),
                                names(asked, offered),
                                changes.getOrDefault(id, List.of())));
            }
        }
        return cards;
    }

    private List<Held> held(String which, long key, AppointmentAccess.Sight sight) {
        return database.query(handle -> sight.bind(
                        handle.createQuery("""
                        select a.id, p.id person_id, a.role_id, a.valid_from from appointment a
                        join person o on o.id = a.person_id
                        join person p on p.id = coalesce(o.merged_into, o.id)
                        where\s""" + which + " and " + sight.sees() + " order by a.id"))
                .bind("key", key)
                .map((row, context) -> new Held(
                        new Dossier.Appointee(
                                row.getLong("id"), row.getLong("person_id"), row.getLong("role_id"), Rests.NONE),
                        row.getObject("valid_from", LocalDate.class)))
                .list());
    }

    /** The reader's own that have not ended, by the appointment's id; without the facts behind them. */
    public Map<Long, StandingCard> mine() {
        long person = guard.requireSignedIn();
        Map<Long, AskedToday.Held> roleOf = new TreeMap<>();
        database.query(handle -> handle.createQuery("""
                                select a.id, a.role_id, a.valid_from from appointment a join person p on p.id = a.person_id
                                where (p.id = :person or p.merged_into = :person) and a.valid_through >= :today""")
                        .bind("person", person)
                        .bind("today", today())
                        .map((row, context) -> Map.entry(
                                row.getLong("id"),
                                new AskedToday.Held(
                                        row.getLong("role_id"), row.getObject("valid_from", LocalDate.class))))
                        .list())
                .forEach(held -> roleOf.put(held.getKey(), held.getValue()));
        Map<Long, List<Requirement>> askedOf = asked(roleOf);
        Map<Long, StandingCard> cards = new TreeMap<>();
        timelines(roleOf.keySet(), clock.instant())
                .forEach((id, timeline) -> cards.put(
                        id,
                        new StandingCard(
                                id,
                                timeline,
                                today(),
                                StandingNow.of(timeline, today()),
                                askedOf.getOrDefault(id, List.of()),
                                List.of(),
                                Map.of(),
                                List.of())));
        return cards;
    }

    private Map<Long, List<Requirement>> asked(Map<Long, AskedToday.Held> held) {
        RuleBook rules = new RuleBook(roles.versions(), roles.descriptionEnds());
        return database.query(handle -> AskedToday.of(handle, rules, held, today()));
    }

    /** What is called what: requirements by their texts, courses and kinds of training by their names. */
    private static Map<String, Bilingual> names(List<Requirement> requirements, Map<String, Bilingual> offered) {
        Map<String, Bilingual> names = new HashMap<>();
        requirements.forEach(requirement -> names.put(requirement.code(), requirement.text()));
        names.putAll(offered);
        return names;
    }

    private Map<String, Bilingual> offered() {
        Map<String, Bilingual> names = new HashMap<>();
        roles.courses().forEach(course -> names.put(course.code(), course.name()));
        roles.trainingKinds().forEach(kind -> names.put(kind.code(), kind.name()));
        return names;
    }

    /** The facts of the person, the appointment and its employment that still stand. */
    private static List<FactRecord> counting(List<FactRecord> standing, Dossier.Appointee appointee) {
        return appointee
                .concerning(standing)
                .filter(fact -> !fact.withdrawn() && fact.kind() != FactKind.APPOINTED)
                .sorted(BY_DAY)
                .toList();
    }

    /** The moments at which what was known of them changed, the latest first. */
    private Map<Long, List<Instant>> changes(List<Long> appointments) {
        return database.query(handle -> handle.createQuery("""
                        select distinct appointment_id, known_from from standing_period
                        where appointment_id in (<appointments>) order by appointment_id, known_from desc""")
                .bindList("appointments", appointments)
                .reduceRows(new TreeMap<Long, List<Instant>>(), (all, row) -> {
                    all.computeIfAbsent(row.getColumn("appointment_id", Long.class), id -> new ArrayList<>())
                            .add(row.getColumn("known_from", Instant.class));
                    return all;
                }));
    }

    private Map<Long, Timeline> timelines(Collection<Long> appointments, Instant knownAt) {
        return database.query(handle -> timelines(handle, appointments, knownAt));
    }

    /** Of several appointments, in one statement. */
    static Map<Long, Timeline> timelines(Handle handle, Collection<Long> appointments, Instant knownAt) {
        Map<Long, Timeline> timelines = new TreeMap<>();
        if (appointments.isEmpty()) {
            return timelines;
        }
        Map<Long, List<StandingPeriod>> periods = handle.createQuery("""
                        select appointment_id, valid_from, valid_through, standing, due_day, reasons
                        from standing_period
                        where appointment_id in (<appointments>) and known_from <= :knownAt and known_until > :knownAt
                        order by appointment_id, valid_from""")
                .bindList("appointments", appointments)
                .bind("knownAt", knownAt)
                .reduceRows(new TreeMap<Long, List<StandingPeriod>>(), (all, row) -> {
                    all.computeIfAbsent(row.getColumn("appointment_id", Long.class), id -> new ArrayList<>())
                            .add(DossierRows.said(row).period());
                    return all;
                });
        periods.forEach((id, found) -> timelines.put(id, new Timeline(found)));
        return timelines;
    }

    private LocalDate today() {
        return CountyTime.today(clock);
    }
}

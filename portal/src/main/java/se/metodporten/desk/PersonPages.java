package se.metodporten.desk;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Service;
import se.metodporten.agreement.PersonsAgreements;
import se.metodporten.appointment.AppointmentCard;
import se.metodporten.appointment.AppointmentCards;
import se.metodporten.certification.EvidenceDeeds;
import se.metodporten.certification.StandingCard;
import se.metodporten.certification.Standings;
import se.metodporten.common.Bilingual;
import se.metodporten.common.Database;
import se.metodporten.desk.PersonPage.Held;
import se.metodporten.desk.PersonPage.Noted;
import se.metodporten.elearning.Courses;
import se.metodporten.fact.Basis;
import se.metodporten.fact.Documents;
import se.metodporten.fact.FactRecord;
import se.metodporten.fact.Facts;
import se.metodporten.person.NameScope;
import se.metodporten.person.Names;
import se.metodporten.person.People;
import se.metodporten.person.PersonAccess;
import se.metodporten.person.PersonCard;
import se.metodporten.role.RoleBook;
import se.metodporten.training.PersonsTrainings;

/**
 * Puts together what the features keep about one person, each part as far as that feature lets the reader see it: the
 * person and the own manager all of it, a coordinator the appointments in the district, a method supervisor the
 * e-learning. In a number of statements that does not grow with what there is.
 */
@Service
public class PersonPages {

    private static final Comparator<FactRecord> LATEST_FIRST = Comparator.comparing(FactRecord::recordedAt)
            .thenComparing(FactRecord::id)
            .reversed();

    private static final String PERSON = "person:";

    @Inject
    private Guard guard;

    @Inject
    private People people;

    @Inject
    private PersonAccess access;

    @Inject
    private Names names;

    @Inject
    private AppointmentCards appointments;

    @Inject
    private Standings standings;

    @Inject
    private Courses courses;

    @Inject
    private PersonsTrainings trainings;

    @Inject
    private PersonsAgreements agreements;

    @Inject
    private Facts facts;

    @Inject
    private Documents documents;

    @Inject
    private RoleBook roles;

    @Inject
    private Database database;

    /** Of the reader. */
    public PersonPage mine() {
        return of(guard.requireSignedIn());
    }

    /**
     * Of someone; of a merged person, the one that stands for both.
     *
     * @throws se.metodporten.access.AccessDenied also when there is no such person
     */
    public PersonPage of(long personId) {
        long reader = guard.requireSignedIn();
        List<Held> held = held(personId);
        PersonCard card = people.seen(personId)
                .or(() -> byAppointment(held))
                .orElseThrow(() -> guard.refusal("VIEW_PERSON", "person:" + personId));
        long person = card.id();
        if (card.name() == null) {
            return new PersonPage(
                    card, false, List.of(), false, List.of(), false, List.of(), List.of(), List.of(), Map.of());
        }
        boolean coursesShown = courses.maySee(person);
        boolean trainingsShown = trainings.maySee(person);
        return new PersonPage(
                card,
                reader == person,
                held,
                coursesShown,
                coursesShown ? courses.of(person) : List.of(),
                trainingsShown,
                trainingsShown ? trainings.of(person) : List.of(),
                held.isEmpty() ? List.of() : agreements.of(person),
                noted(person, held),
                codes(held));
    }

    private List<Held> held(long personId) {
        Map<Long, StandingCard> standing = standings.ofPerson(personId);
        List<AppointmentCard> cards = standing.isEmpty() ? List.of() : appointments.ofPerson(personId);
        Set<Long> changeable = appointments.changeable(cards);
        List<Held> held = new ArrayList<>();
        for (AppointmentCard card : cards) {
            StandingCard now = standing.get(card.id());
            if (now != null) {
                held.add(new Held(card, now, changeable.contains(card.id())));
            }
        }
        return held;
    }

    /** Someone employed elsewhere who serves where the reader sees people: known by the appointment alone. */
    private static Optional<PersonCard> byAppointment(List<Held> held) {
        return held.stream()
                .map(Held::card)
                .findFirst()
                .map(card -> new PersonCard(card.personId(), card.personName(), null, false, List.of()));
    }

    /** All facts for the person and the own manager; for others those that count for the appointments they see. */
    private List<Noted> noted(long personId, List<Held> held) {
        boolean all = access.may(personId, Action.APPOINT);
        List<FactRecord> seen = all ? facts.of(personId) : counting(held);
        Set<Long> superseded = seen.stream()
                .map(FactRecord::supersedes)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<Long, AppointmentCard> about = new HashMap<>();
        held.forEach(one -> about.put(one.card().id(), one.card()));
        Map<String, String> recorders = recorders(seen);
        Map<Long, Basis> bases =
                all ? documents.of(seen.stream().map(FactRecord::id).toList()) : Map.of();
        return seen.stream()
                .sorted(LATEST_FIRST)
                .map(fact -> {
                    boolean valid = !fact.withdrawn() && !superseded.contains(fact.id());
                    return new Noted(
                            fact,
                            fact.appointmentId() == null ? null : about.get(fact.appointmentId()),
                            valid,
                            bases.get(fact.id()),
                            valid && EvidenceDeeds.isByHand(fact.kind()) ? correctFrom(fact, held) : null,
                            recorders.get(fact.recordedBy()));
                })
                .toList();
    }

    /** What is about the person is corrected from any appointment that the reader may change. */
    private static @Nullable Long correctFrom(FactRecord fact, List<Held> held) {
        return held.stream()
                .filter(Held::mayChange)
                .map(one -> one.card().id())
                .filter(id ->
                        fact.appointmentId() == null || fact.appointmentId().equals(id))
                .findFirst()
                .orElse(null);
    }

    private static List<FactRecord> counting(List<Held> held) {
        Map<Long, FactRecord> counting = new LinkedHashMap<>();
        held.forEach(one -> one.standing().facts().forEach(fact -> counting.put(fact.id(), fact)));
        return List.copyOf(counting.values());
    }

    /** By the actor ({@code person:12}): the names that the reader may know. */
    private Map<String, String> recorders(List<FactRecord> seen) {
        Set<Long> ids = seen.stream()
                .map(FactRecord::recordedBy)
                .filter(actor -> actor.startsWith(PERSON))
                .map(actor -> Long.valueOf(actor.substring(PERSON.length())))
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, String> recorders = new HashMap<>();
        if (!ids.isEmpty()) {
            NameScope visible = names.forReader();
            database.execute(handle -> visible.bind(handle.createQuery("select p.id, concat(p.given_name, ' ',"
                            + " p.family_name) name from person p where p.id in (<ids>) and " + visible.visible("p")))
                    .bindList("ids", ids)
                    .map((row, context) -> Map.entry(PERSON + row.getLong("id"), row.getString("name")))
                    .forEach(one -> recorders.put(one.getKey(), one.getValue())));
        }
        return recorders;
    }

    private Map<String, Bilingual> codes(List<Held> held) {
        Map<String, Bilingual> codes = new HashMap<>();
        roles.courses().forEach(course -> codes.put(course.code(), course.name()));
        roles.trainingKinds().forEach(kind -> codes.put(kind.code(), kind.name()));
        held.forEach(one -> one.standing().names().forEach(codes::putIfAbsent));
        return codes;
    }
}

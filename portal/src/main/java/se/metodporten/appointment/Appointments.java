package se.metodporten.appointment;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Service;
import se.metodporten.audit.Audit;
import se.metodporten.common.CountyTime;
import se.metodporten.common.DomainException;
import se.metodporten.fact.FactKind;
import se.metodporten.fact.FactRecord;
import se.metodporten.fact.Facts;
import se.metodporten.fact.NewFact;
import se.metodporten.role.Requirement;
import se.metodporten.role.Role;
import se.metodporten.role.RoleBook;
import se.metodporten.role.RoleVersion;

/** What a manager does with the appointments of the own units. Each deed ends as facts, from which standing follows. */
@Service
public class Appointments {

    private static final int MONTHS_AHEAD = 12;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Guard guard;

    @Inject
    private RoleBook roles;

    @Inject
    private Facts facts;

    @Inject
    private ManagedAppointments managed;

    @Inject
    private Placing placing;

    @Inject
    private ServedUnits servedUnits;

    @Inject
    private Announcing announcing;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /**
     * Appoints someone who works where the manager appoints, and tells them.
     *
     * @return the appointment's id; the same one when the same form comes again
     */
    public long appoint(NewAppointment asked) {
        guard.require(Action.APPOINT, asked.placeId());
        Set<Long> units = new TreeSet<>(asked.unitsServed());
        units.remove(asked.placeId());
        units.forEach(unit -> guard.require(Action.APPOINT, unit));
        Role role = roles.role(asked.roleId());
        requireDay(asked.from());
        long person = facts.lockPerson(asked.personId());
        Optional<Long> already = placing.madeBy(asked.token());
        if (already.isPresent()) {
            return already.get();
        }
        managed.requireOther(person, "person");
        placing.requireFitting(role, asked.placeId(), units, asked.from());
        Long employment = placing.employment(person, asked.placeId(), asked.from())
                .orElseThrow(() -> DomainException.at("person", "appointment.refused.notStaff"));
        placing.refuseOverlap(person, asked.roleId(), asked.placeId(), asked.from(), "person");
        Appointment appointment = new Appointment(
                person, employment, asked, clock.instant(), guard.reader().personId());
        entities.persist(appointment);
        entities.flush();
        servedUnits.change(appointment.id(), Placing.withHeld(role, asked.placeId(), units), asked.from());
        facts.append(firstFacts(appointment, asked));
        announcing.appointed(person, appointment.id(), role, asked);
        audit.done(guard.reader().actor(), "APPOINT", subject(appointment.id()), asked.placeId(), role.code());
        return appointment.id();
    }

    /** The manager vouches for what a requirement asks, today. Vouching twice changes nothing. */
    public void attest(long id, String requirement) {
        Appointment appointment = managed.entity(id);
        requireAsked(appointment, Requirement.Kind.ATTESTATION, requirement);
        LocalDate day = notBefore(appointment);
        if (standing(appointment, FactKind.ATTESTED, requirement).isEmpty()) {
            facts.append(NewFact.attested(appointment.personId(), id, requirement, day));
            audit.done(guard.reader().actor(), "ATTEST", subject(id), appointment.placeId(), requirement);
        }
    }

    /**
     * The manager has seen the person's licence, which counts for all the person's appointments. Recording it twice
     * changes nothing.
     */
    public void recordLicence(long id, String licence, LocalDate since) {
        Appointment appointment = managed.entity(id);
        requireAsked(appointment, Requirement.Kind.LICENCE, licence);
        if (since.isBefore(CountyTime.FIRST_DAY) || since.isAfter(CountyTime.today(clock))) {
            throw DomainException.at("since", "appointment.refused.licenceDay", CountyTime.FIRST_DAY);
        }
        if (standing(appointment, FactKind.LICENCE_GIVEN, licence).isEmpty()) {
            facts.append(NewFact.licenceGiven(appointment.personId(), licence, since));
            audit.done(guard.reader().actor(), "RECORD_LICENCE", subject(id), appointment.placeId(), licence);
        }
    }

    private List<NewFact> firstFacts(Appointment appointment, NewAppointment asked) {
        RoleVersion version = roles.on(appointment.roleId(), asked.from());
        LocalDate today = CountyTime.today(clock);
        LocalDate seenOn = asked.from().isBefore(today) ? asked.from() : today;
        List<NewFact> first = new ArrayList<>();
        first.add(NewFact.appointed(appointment.personId(), appointment.id(), asked.from()));
        for (Requirement attestation : version.ofKind(Requirement.Kind.ATTESTATION)) {
            if (asked.attested().contains(attestation.code())) {
                first.add(NewFact.attested(appointment.personId(), appointment.id(), attestation.code(), asked.from()));
            }
        }
        for (Requirement licence : version.ofKind(Requirement.Kind.LICENCE)) {
            if (asked.licencesSeen().contains(licence.code())
                    && standing(appointment, FactKind.LICENCE_GIVEN, licence.code())
                            .isEmpty()) {
                first.add(NewFact.licenceGiven(appointment.personId(), licence.code(), seenOn));
            }
        }
        return first;
    }

    /** What is said of the appointment, or of its person, and has not been corrected since. */
    private List<FactRecord> standing(Appointment appointment, FactKind kind, @Nullable String code) {
        return facts.standing(appointment.personId()).stream()
                .filter(fact -> fact.kind() == kind)
                .filter(fact -> fact.appointmentId() == null || fact.appointmentId() == appointment.id())
                .filter(fact -> code == null || code.equals(fact.code()))
                .toList();
    }

    private void requireAsked(Appointment appointment, Requirement.Kind kind, String code) {
        if (!roles.everAsks(appointment.roleId(), kind, code)) {
            throw new DomainException("appointment.refused.notAsked");
        }
    }

    private void requireDay(LocalDate from) {
        LocalDate latest = CountyTime.today(clock).plusMonths(MONTHS_AHEAD);
        if (from.isBefore(CountyTime.FIRST_DAY) || from.isAfter(latest)) {
            throw DomainException.at("from", "appointment.refused.day", CountyTime.FIRST_DAY, latest);
        }
    }

    private LocalDate notBefore(Appointment appointment) {
        LocalDate today = CountyTime.today(clock);
        return appointment.validFrom().isAfter(today) ? appointment.validFrom() : today;
    }

    private static String subject(long id) {
        return "appointment:" + id;
    }
}

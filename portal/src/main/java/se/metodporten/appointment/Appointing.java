package se.metodporten.appointment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.metodporten.access.Guard;
import se.metodporten.audit.Audit;
import se.metodporten.common.CountyTime;
import se.metodporten.common.DomainException;
import se.metodporten.fact.FactKind;
import se.metodporten.fact.FactRecord;
import se.metodporten.fact.Facts;
import se.metodporten.fact.NewFact;
import se.metodporten.role.Requirement;
import se.metodporten.role.Role;
import se.metodporten.role.RoleVersion;

/** Writes appointments that were judged good, each with its first facts, and tells the appointed. */
@ApplicationScoped
class Appointing {

    private static final int MONTHS_AHEAD = 12;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Guard guard;

    @Inject
    private Facts facts;

    @Inject
    private ServedUnits servedUnits;

    @Inject
    private Announcing announcing;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    void requireDay(LocalDate from) {
        LocalDate latest = CountyTime.today(clock).plusMonths(MONTHS_AHEAD);
        if (from.isBefore(CountyTime.FIRST_DAY) || from.isAfter(latest)) {
            throw DomainException.at("from", "appointment.refused.day", CountyTime.FIRST_DAY, latest);
        }
    }

    /** @return the appointment's id */
    long write(Judged judged, Role role, RoleVersion version) {
        NewAppointment asked = judged.asked();
        Appointment appointment = new Appointment(
                judged.personId(),
                Objects.requireNonNull(judged.employmentId()),
                asked,
                clock.instant(),
                guard.reader().personId());
        entities.persist(appointment);
        entities.flush();
        Set<Long> units = new TreeSet<>(asked.unitsServed());
        servedUnits.change(appointment.id(), Placing.withHeld(role, asked.placeId(), units), asked.from());
        List<NewFact> first = new ArrayList<>();
        first.add(NewFact.appointed(judged.personId(), appointment.id(), asked.from()));
        first.addAll(beside(judged, appointment.id(), version, licences(facts.standing(judged.personId()))));
        facts.append(first);
        announcing.appointed(judged.personId(), appointment.id(), role, asked);
        audit.done(guard.reader().actor(), "APPOINT", "appointment:" + appointment.id(), asked.placeId(), role.code());
        return appointment.id();
    }

    /** Codes of the licences that are on record. */
    static Set<String> licences(List<FactRecord> standing) {
        return standing.stream()
                .filter(fact -> fact.kind() == FactKind.LICENCE_GIVEN)
                .map(FactRecord::code)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /**
     * What is vouched for with the appointment.
     *
     * @param known licences on record; those that become so are added
     */
    List<NewFact> beside(Judged judged, long appointmentId, RoleVersion version, Set<String> known) {
        NewAppointment asked = judged.asked();
        LocalDate today = CountyTime.today(clock);
        LocalDate seenOn = asked.from().isBefore(today) ? asked.from() : today;
        List<NewFact> beside = new ArrayList<>();
        for (Requirement attestation : version.ofKind(Requirement.Kind.ATTESTATION)) {
            if (asked.attested().contains(attestation.code())) {
                beside.add(NewFact.attested(judged.personId(), appointmentId, attestation.code(), asked.from()));
            }
        }
        for (Requirement licence : version.ofKind(Requirement.Kind.LICENCE)) {
            if (asked.licencesSeen().contains(licence.code()) && known.add(licence.code())) {
                beside.add(NewFact.licenceGiven(judged.personId(), licence.code(), seenOn));
            }
        }
        return beside;
    }
}

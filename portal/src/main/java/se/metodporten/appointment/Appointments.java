package se.metodporten.appointment;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
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

/** What a manager does with the appointments of the own units. Each deed ends as facts, from which standing follows. */
@Service
public class Appointments {

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
    private Judging judging;

    @Inject
    private Appointing appointing;

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
        appointing.requireDay(asked.from());
        facts.lockPerson(asked.personId());
        Optional<Long> already = placing.madeBy(asked.token());
        if (already.isPresent()) {
            return already.get();
        }
        Judged judged = judging.of(role, asked.from(), List.of(asked)).get(0);
        if (judged.refusal() != null) {
            throw judged.refusal();
        }
        return appointing.write(judged, role, roles.on(asked.roleId(), asked.from()));
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

    private LocalDate notBefore(Appointment appointment) {
        LocalDate today = CountyTime.today(clock);
        return appointment.validFrom().isAfter(today) ? appointment.validFrom() : today;
    }

    private static String subject(long id) {
        return "appointment:" + id;
    }
}

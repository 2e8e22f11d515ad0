package se.metodporten.appointment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.common.DomainException;
import se.metodporten.fact.Facts;
import se.metodporten.fact.NewFact;
import se.metodporten.role.Role;
import se.metodporten.role.RoleBook;

/** Plans transfers (domain.md "Appointments"): within the organisation the appointment goes on, elsewhere another begins. */
@ApplicationScoped
class Transfers {

    @Inject
    private Guard guard;

    @Inject
    private RoleBook roles;

    @Inject
    private Placing placing;

    @Inject
    private ServedUnits servedUnits;

    @Inject
    private Facts facts;

    Plan plan(ManagedAppointment held, Deed.Transfer transfer) {
        if (transfer.placeId() == held.placeId()) {
            throw DomainException.at("place", "appointment.refused.samePlace");
        }
        Long own = organisation(held.placeId(), transfer.from());
        Long other = organisation(transfer.placeId(), transfer.from());
        if (other == null) {
            throw DomainException.at("place", "appointment.refused.placeClosed");
        }
        return other.equals(own) ? within(held, transfer) : across(held, transfer);
    }

    /**
     * Who appoints in the new unit too may always; else only where the directory has the person in that unit, so that
     * nobody is put into another manager's unit without working there.
     */
    private Plan within(ManagedAppointment held, Deed.Transfer transfer) {
        Role role = roles.role(held.roleId());
        LocalDate from = transfer.from();
        Optional<Long> employment = placing.employmentIn(held.personId(), transfer.placeId(), from);
        if (!guard.may(Action.APPOINT, transfer.placeId()) && employment.isEmpty()) {
            throw DomainException.at("place", "appointment.refused.notTheirUnit");
        }
        Set<Long> units = new TreeSet<>(servedUnits.of(held.id()));
        units.remove(held.placeId());
        units.remove(transfer.placeId());
        placing.requireFitting(role, transfer.placeId(), units, from);
        placing.refuseOverlap(held.personId(), held.roleId(), transfer.placeId(), from, "place");
        units.add(transfer.placeId());
        return Plan.of(
                        held,
                        List.of(NewFact.transferred(held.personId(), held.id(), transfer.placeId(), from)),
                        List.of())
                .moving(transfer.placeId(), new Plan.Serving(units, from), resting(held, employment, from));
    }

    /** Null when it goes on resting on the same employment, perhaps in a new unit. */
    private Plan.@Nullable Resting resting(ManagedAppointment held, Optional<Long> employment, LocalDate from) {
        Long before = held.employmentId();
        if (employment.isEmpty()
                || (before != null && placing.sameEmployment(before).contains(employment.get()))) {
            return null;
        }
        return new Plan.Resting(employment.get(), from);
    }

    private Plan across(ManagedAppointment held, Deed.Transfer transfer) {
        LocalDate from = transfer.from();
        if (!guard.may(Action.APPOINT, transfer.placeId())) {
            throw DomainException.at("place", "appointment.refused.othersOrganisation");
        }
        if (!from.isAfter(held.validFrom())) {
            throw DomainException.at("from", "appointment.refused.transferFirstDay", held.validFrom());
        }
        placing.requireFitting(roles.role(held.roleId()), transfer.placeId(), Set.of(), from);
        placing.refuseOverlap(held.personId(), held.roleId(), transfer.placeId(), from, "place");
        long employment = placing.employment(held.personId(), transfer.placeId(), from)
                .orElseThrow(() -> DomainException.at("place", "appointment.refused.notEmployedThere"));
        NewAppointment asked = new NewAppointment(
                transfer.token(),
                held.personId(),
                held.roleId(),
                transfer.placeId(),
                Set.of(),
                from,
                Set.of(),
                Set.of());
        LocalDate lastDay = from.minusDays(1);
        return Plan.of(held, List.of(Planning.ending(held, lastDay, facts.standing(held.personId()))), List.of())
                .endingOn(lastDay)
                .beginning(new Plan.Begun(asked, employment));
    }

    private @Nullable Long organisation(long place, LocalDate day) {
        return placing.organisation(place, day).orElse(null);
    }
}

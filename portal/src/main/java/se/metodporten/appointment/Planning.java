package se.metodporten.appointment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.common.CountyTime;
import se.metodporten.common.DomainException;
import se.metodporten.fact.FactKind;
import se.metodporten.fact.FactRecord;
import se.metodporten.fact.Facts;
import se.metodporten.fact.NewFact;
import se.metodporten.role.Role;
import se.metodporten.role.RoleBook;

/** Turns a deed into what it would write, or refuses it beside the field that is wrong. Nothing is written here. */
@ApplicationScoped
class Planning {

    private static final int MONTHS_AHEAD = 12;

    @Inject
    private Guard guard;

    @Inject
    private Facts facts;

    @Inject
    private Placing placing;

    @Inject
    private Transfers transfers;

    @Inject
    private ServedUnits servedUnits;

    @Inject
    private RoleBook roles;

    @Inject
    private Clock clock;

    Plan of(ManagedAppointment held, Deed deed) {
        if (deed instanceof Deed.Pause pause) {
            return pause(held, pause);
        } else if (deed instanceof Deed.Leave leave) {
            return leave(held, leave);
        } else if (deed instanceof Deed.Return back) {
            return back(held, back.firstDay());
        } else if (deed instanceof Deed.End end) {
            return end(held, end.lastDay());
        } else if (deed instanceof Deed.Serve serve) {
            return serve(held, serve.units());
        } else if (deed instanceof Deed.Transfer transfer) {
            requireWithin(held, "from", transfer.from());
            return transfers.plan(held, transfer);
        }
        throw new IllegalArgumentException("Unknown " + deed);
    }

    private Plan pause(ManagedAppointment held, Deed.Pause pause) {
        requireWithin(held, "from", pause.from());
        requireOrder(pause.from(), pause.through());
        if (pause.reason().isBlank()) {
            throw DomainException.at("reason", "appointment.refused.noReason");
        }
        refuseOverlap(pauses(held), pause.from(), pause.through());
        NewFact fact = NewFact.pause(
                held.personId(),
                held.id(),
                pause.from(),
                pause.through(),
                pause.reason().strip());
        return Plan.of(held, List.of(fact), List.of());
    }

    private Plan leave(ManagedAppointment held, Deed.Leave leave) {
        requireWithin(held, "from", leave.from());
        requireOrder(leave.from(), leave.through());
        Long employment = held.employmentId();
        if (employment == null) {
            throw DomainException.at("from", "appointment.refused.noEmployment");
        }
        Placing.Employed employed = placing.employedOn(employment, leave.from());
        if (!guard.may(Action.APPOINT, employed.unitId())) {
            throw DomainException.at("from", "appointment.refused.employedElsewhere");
        }
        refuseOverlap(leaves(held).toList(), leave.from(), leave.through());
        NewFact fact = NewFact.leave(held.personId(), employed.id(), leave.from(), leave.through());
        return Plan.of(held, List.of(fact), List.of());
    }

    private Plan back(ManagedAppointment held, LocalDate firstDay) {
        requireWithin(held, "firstDay", firstDay);
        List<FactRecord> breaks = Stream.concat(pauses(held).stream(), leaves(held))
                .filter(one -> !one.validFrom().isAfter(firstDay))
                .filter(one -> {
                    LocalDate last = one.validThrough();
                    return last == null || !last.isBefore(firstDay);
                })
                .toList();
        if (breaks.isEmpty()) {
            throw DomainException.at("firstDay", "appointment.refused.noBreak");
        }
        List<NewFact> shortened = new ArrayList<>();
        List<FactRecord> taken = new ArrayList<>();
        for (FactRecord one : breaks) {
            if (one.kind() == FactKind.LEAVE
                    && !guard.may(
                            Action.APPOINT,
                            placing.employedOn(Objects.requireNonNull(one.employmentId()), firstDay)
                                    .unitId())) {
                throw DomainException.at("firstDay", "appointment.refused.employedElsewhere");
            }
            if (one.validFrom().equals(firstDay)) {
                taken.add(one);
            } else {
                NewFact sooner = one.on(one.validFrom(), firstDay.minusDays(1)).again();
                String why = one.reason();
                shortened.add((why == null ? sooner : sooner.because(why)).correcting(one.id()));
            }
        }
        return Plan.of(held, shortened, taken);
    }

    private Plan end(ManagedAppointment held, LocalDate lastDay) {
        if (lastDay.isAfter(today().plusMonths(MONTHS_AHEAD))) {
            throw DomainException.at("lastDay", "appointment.refused.tooFarAhead", MONTHS_AHEAD);
        }
        if (lastDay.isBefore(held.validFrom())) {
            throw DomainException.at("lastDay", "appointment.refused.endsBeforeItBegins", held.validFrom());
        }
        return Plan.of(held, List.of(ending(held, lastDay, facts.standing(held.personId()))), List.of())
                .endingOn(lastDay);
    }

    private Plan serve(ManagedAppointment held, Set<Long> units) {
        LocalDate from = held.validFrom().isAfter(today()) ? held.validFrom() : today();
        requireWithin(held, "units", from);
        Role role = roles.role(held.roleId());
        Set<Long> others = new TreeSet<>(units);
        others.remove(held.placeId());
        Set<Long> added = new TreeSet<>(others);
        added.removeAll(servedUnits.of(held.id()));
        added.forEach(unit -> guard.require(Action.APPOINT, unit));
        placing.requireFitting(role, held.placeId(), others, from);
        return Plan.of(held, List.of(), List.of())
                .serving(new Plan.Serving(Placing.withHeld(role, held.placeId(), others), from));
    }

    /** The last day, in the place of an earlier one. @param standing facts of the person */
    static NewFact ending(ManagedAppointment held, LocalDate lastDay, List<FactRecord> standing) {
        NewFact ended = NewFact.appointmentEnded(held.personId(), held.id(), lastDay);
        return standing.stream()
                .filter(fact ->
                        fact.kind() == FactKind.APPOINTMENT_ENDED && Objects.equals(fact.appointmentId(), held.id()))
                .findFirst()
                .map(earlier -> ended.correcting(earlier.id()))
                .orElse(ended);
    }

    private List<FactRecord> pauses(ManagedAppointment held) {
        return standing(held, FactKind.PAUSE).toList();
    }

    private Stream<FactRecord> leaves(ManagedAppointment held) {
        Long employment = held.employmentId();
        Set<Long> same = employment == null ? Set.of() : placing.sameEmployment(employment);
        return facts.standing(held.personId()).stream()
                .filter(fact -> fact.kind() == FactKind.LEAVE && same.contains(fact.employmentId()));
    }

    private Stream<FactRecord> standing(ManagedAppointment held, FactKind kind) {
        return facts.standing(held.personId()).stream()
                .filter(fact -> fact.kind() == kind && Objects.equals(fact.appointmentId(), held.id()));
    }

    /** Neither outside the appointment nor further ahead than anyone plans. */
    private void requireWithin(ManagedAppointment held, String field, LocalDate day) {
        LocalDate latest = today().plusMonths(MONTHS_AHEAD);
        LocalDate last = held.validThrough().isBefore(latest) ? held.validThrough() : latest;
        if (day.isBefore(held.validFrom()) || day.isAfter(last)) {
            throw DomainException.at(field, "appointment.refused.outside", held.validFrom(), last);
        }
    }

    private static void requireOrder(LocalDate from, @Nullable LocalDate through) {
        if (through != null && through.isBefore(from)) {
            throw DomainException.at("through", "appointment.refused.order", from);
        }
    }

    private static void refuseOverlap(List<FactRecord> breaks, LocalDate from, @Nullable LocalDate through) {
        for (FactRecord one : breaks) {
            LocalDate last = one.validThrough();
            if ((through == null || !one.validFrom().isAfter(through)) && (last == null || !last.isBefore(from))) {
                throw DomainException.at(
                        "from",
                        last == null ? "appointment.refused.breakOpen" : "appointment.refused.breakAlready",
                        one.validFrom(),
                        last == null ? "" : last);
            }
        }
    }

    private LocalDate today() {
        return CountyTime.today(clock);
    }
}

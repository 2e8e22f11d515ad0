package se.metodporten.certification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import se.metodporten.access.Guard;
import se.metodporten.appointment.ManagedAppointment;
import se.metodporten.appointment.Plan;
import se.metodporten.certification.EvidenceDeed.Correct;
import se.metodporten.certification.EvidenceDeed.TakeBack;
import se.metodporten.common.CountyTime;
import se.metodporten.common.DomainException;
import se.metodporten.fact.FactKind;
import se.metodporten.fact.FactRecord;
import se.metodporten.fact.Facts;
import se.metodporten.fact.NewFact;

/** Plans corrections of what is recorded by hand: a new fact supersedes the old one, or says that it never was. */
@ApplicationScoped
class FactCorrections {

    /** What is recorded by hand; the rest is corrected where it came from. */
    static final Set<FactKind> BY_HAND = EnumSet.of(
            FactKind.PAUSE,
            FactKind.LICENCE_GIVEN,
            FactKind.LICENCE_WITHDRAWN,
            FactKind.ATTESTED,
            FactKind.EVIDENCE_RECOGNISED,
            FactKind.EXTENSION,
            FactKind.EXEMPTION);

    private static final Set<FactKind> WITH_LAST_DAY =
            EnumSet.of(FactKind.PAUSE, FactKind.EXTENSION, FactKind.EXEMPTION);

    @Inject
    private Guard guard;

    @Inject
    private Facts facts;

    @Inject
    private Clock clock;

    FactRecord correctable(ManagedAppointment held, long fact) {
        return facts.standing(held.personId()).stream()
                .filter(one -> one.id() == fact && BY_HAND.contains(one.kind()))
                .filter(one -> one.appointmentId() == null || one.appointmentId() == held.id())
                .findFirst()
                .orElseThrow(() -> guard.refusal("CORRECT_FACT", "fact:" + fact));
    }

    Plan takeBack(ManagedAppointment held, TakeBack back) {
        EvidencePlanning.requireReason(back.reason());
        return Plan.of(held, List.of(), List.of(correctable(held, back.fact())));
    }

    Plan correct(ManagedAppointment held, Correct correct) {
        FactRecord fact = correctable(held, correct.fact());
        EvidencePlanning.requireReason(correct.reason());
        LocalDate through = WITH_LAST_DAY.contains(fact.kind()) ? correct.through() : null;
        if (through != null && through.isBefore(correct.from())) {
            throw DomainException.at("through", "certification.refused.order", correct.from());
        }
        if (through == null && WITH_LAST_DAY.contains(fact.kind()) && fact.kind() != FactKind.PAUSE) {
            throw DomainException.at("through", "certification.refused.noLastDay");
        }
        if (!WITH_LAST_DAY.contains(fact.kind())) {
            requireNotAhead(correct.from());
        }
        if (correct.from().equals(fact.validFrom()) && Objects.equals(through, fact.validThrough())) {
            throw DomainException.at("from", "certification.refused.sameDays");
        }
        NewFact corrected = fact.on(correct.from(), through)
                .again()
                .correcting(fact.id())
                .because(correct.reason().strip());
        return Plan.of(held, List.of(corrected), List.of());
    }

    private void requireNotAhead(LocalDate day) {
        if (day.isAfter(CountyTime.today(clock)) || day.isBefore(CountyTime.FIRST_DAY)) {
            throw DomainException.at("from", "certification.refused.ahead", CountyTime.FIRST_DAY);
        }
    }
}

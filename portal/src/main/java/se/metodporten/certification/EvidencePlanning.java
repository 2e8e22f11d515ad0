package se.metodporten.certification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.metodporten.appointment.ManagedAppointment;
import se.metodporten.appointment.Plan;
import se.metodporten.certification.EvidenceDeed.Correct;
import se.metodporten.certification.EvidenceDeed.Exempt;
import se.metodporten.certification.EvidenceDeed.Extend;
import se.metodporten.certification.EvidenceDeed.GiveLicence;
import se.metodporten.certification.EvidenceDeed.Recognise;
import se.metodporten.certification.EvidenceDeed.TakeBack;
import se.metodporten.certification.EvidenceDeed.WithdrawLicence;
import se.metodporten.certification.rules.Reason;
import se.metodporten.common.CountyTime;
import se.metodporten.common.DomainException;
import se.metodporten.fact.FactKind;
import se.metodporten.fact.FactRecord;
import se.metodporten.fact.Facts;
import se.metodporten.fact.NewFact;
import se.metodporten.role.Requirement;
import se.metodporten.role.RoleBook;

/** Turns a decision about evidence into facts, or refuses it beside the field that is wrong. */
@ApplicationScoped
class EvidencePlanning {

    private static final int MONTHS_EXTENDED = 12;
    private static final int MONTHS_EXEMPT = 24;

    @Inject
    private FactCorrections corrections;

    @Inject
    private Facts facts;

    @Inject
    private RoleBook roles;

    @Inject
    private Dossiers dossiers;

    @Inject
    private Clock clock;

    Plan of(ManagedAppointment held, EvidenceDeed deed) {
        if (deed instanceof Extend extend) {
            return extend(held, extend);
        } else if (deed instanceof Exempt exempt) {
            return exempt(held, exempt);
        } else if (deed instanceof Recognise recognise) {
            return recognise(held, recognise);
        } else if (deed instanceof GiveLicence given) {
            return giveLicence(held, given);
        } else if (deed instanceof WithdrawLicence withdrawn) {
            return withdrawLicence(held, withdrawn);
        } else if (deed instanceof Correct correct) {
            return corrections.correct(held, correct);
        } else if (deed instanceof TakeBack back) {
            return corrections.takeBack(held, back);
        }
        throw new IllegalArgumentException("Unknown " + deed);
    }

    List<Requirement> requirements(ManagedAppointment held) {
        return dossiers.rules().requirements(held.roleId(), held.validFrom(), today());
    }

    private Plan extend(ManagedAppointment held, Extend extend) {
        requireAsked(held, extend.requirement(), Requirement.Kind.REFRESHER, Requirement.Kind.RECURRING);
        requireReason(extend.reason());
        LocalDate due = dueDay(held, extend.requirement())
                .orElseThrow(() -> DomainException.at("requirement", "certification.refused.noDueDay"));
        if (!extend.newDueDay().isAfter(due)) {
            throw DomainException.at("newDueDay", "certification.refused.extensionEarlier", due);
        }
        if (extend.newDueDay().isAfter(due.plusMonths(MONTHS_EXTENDED))) {
            throw DomainException.at("newDueDay", "certification.refused.extensionFar", due, MONTHS_EXTENDED);
        }
        // From the window's first day, so that it holds also if the attendance behind the due day is corrected.
        LocalDate from = due.minusMonths(roles.on(held.roleId(), today()).windowMonths());
        NewFact fact = NewFact.extension(
                held.personId(),
                held.id(),
                extend.requirement(),
                from,
                extend.newDueDay(),
                extend.reason().strip());
        return Plan.of(held, List.of(fact), List.of());
    }

    /** The last day on which a requirement holds or held, as it is told today. */
    private Optional<LocalDate> dueDay(ManagedAppointment held, String requirement) {
        RuleBook rules = dossiers.rules();
        return dossiers.ofPerson(held.personId()).stream()
                .filter(dossier -> dossier.appointee().appointmentId() == held.id())
                .flatMap(dossier -> dossier.timeline(rules).on(today()).stream())
                .flatMap(period -> period.reasons().stream())
                .filter(reason -> requirement.equals(reason.requirement()))
                .map(EvidencePlanning::lastDay)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Of what a reason tells, the last day on which it holds or held. */
    static Optional<LocalDate> lastDay(Reason reason) {
        LocalDate day = reason.day();
        if (day == null) {
            return Optional.empty();
        }
        return switch (reason.kind()) {
            case DUE_BY, VALID_UNTIL -> Optional.of(day);
            case EXPIRED_SINCE -> Optional.of(day.minusDays(1));
            case ENDED, PAUSED_UNTIL, ON_LEAVE_UNTIL, MISSING, EXEMPT_UNTIL -> Optional.empty();
        };
    }

    private Plan exempt(ManagedAppointment held, Exempt exempt) {
        requireAsked(held, exempt.requirement(), Requirement.Kind.values());
        if (exempt.decidedBy().isBlank()) {
            throw DomainException.at("decidedBy", "certification.refused.noDecider");
        }
        requireReason(exempt.reason());
        if (exempt.from().isBefore(held.validFrom()) || exempt.from().isAfter(held.validThrough())) {
            throw DomainException.at("from", "certification.refused.outside", held.validFrom(), held.validThrough());
        }
        if (exempt.through().isBefore(exempt.from())) {
            throw DomainException.at("through", "certification.refused.order", exempt.from());
        }
        if (exempt.through().isAfter(exempt.from().plusMonths(MONTHS_EXEMPT))) {
            throw DomainException.at("through", "certification.refused.exemptionLong", MONTHS_EXEMPT);
        }
        NewFact fact = NewFact.exemption(
                held.personId(),
                held.id(),
                exempt.requirement(),
                exempt.from(),
                exempt.through(),
                exempt.reason().strip());
        return Plan.of(held, List.of(fact), List.of());
    }

    private Plan recognise(ManagedAppointment held, Recognise recognise) {
        requireAsked(
                held,
                recognise.requirement(),
                Requirement.Kind.TRAINING,
                Requirement.Kind.COURSE,
                Requirement.Kind.REFRESHER,
                Requirement.Kind.RECURRING);
        requireNotAhead("day", recognise.day());
        requireReason(recognise.reason());
        boolean already = facts.standing(held.personId()).stream()
                .anyMatch(fact -> fact.kind() == FactKind.EVIDENCE_RECOGNISED
                        && recognise.requirement().equals(fact.code())
                        && recognise.day().equals(fact.validFrom()));
        if (already) {
            throw DomainException.at("day", "certification.refused.recognisedAlready");
        }
        NewFact fact = NewFact.evidenceRecognised(
                held.personId(),
                recognise.requirement(),
                recognise.day(),
                recognise.reason().strip());
        return Plan.of(held, List.of(fact), List.of());
    }

    private Plan giveLicence(ManagedAppointment held, GiveLicence given) {
        requireAsked(held, given.licence(), Requirement.Kind.LICENCE);
        requireNotAhead("since", given.since());
        if (holds(held, given.licence(), given.since())) {
            throw DomainException.at("since", "certification.refused.licenceHeld");
        }
        return Plan.of(held, List.of(NewFact.licenceGiven(held.personId(), given.licence(), given.since())), List.of());
    }

    private Plan withdrawLicence(ManagedAppointment held, WithdrawLicence withdrawn) {
        requireAsked(held, withdrawn.licence(), Requirement.Kind.LICENCE);
        requireNotAhead("firstDayWithout", withdrawn.firstDayWithout());
        requireReason(withdrawn.reason());
        if (!holds(held, withdrawn.licence(), withdrawn.firstDayWithout().minusDays(1))) {
            throw DomainException.at("firstDayWithout", "certification.refused.licenceNotHeld");
        }
        NewFact fact = NewFact.licenceWithdrawn(held.personId(), withdrawn.licence(), withdrawn.firstDayWithout())
                .because(withdrawn.reason().strip());
        return Plan.of(held, List.of(fact), List.of());
    }

    /** The last word until that day; when it was given and withdrawn on one day, it is withdrawn. */
    private boolean holds(ManagedAppointment held, String licence, LocalDate day) {
        return facts.standing(held.personId()).stream()
                .filter(fact -> fact.kind() == FactKind.LICENCE_GIVEN || fact.kind() == FactKind.LICENCE_WITHDRAWN)
                .filter(fact -> licence.equals(fact.code()) && !fact.validFrom().isAfter(day))
                .max(Comparator.comparing(FactRecord::validFrom)
                        .thenComparing(fact -> fact.kind() == FactKind.LICENCE_WITHDRAWN))
                .filter(fact -> fact.kind() == FactKind.LICENCE_GIVEN)
                .isPresent();
    }

    private void requireAsked(ManagedAppointment held, String code, Requirement.Kind... kinds) {
        boolean asked = requirements(held).stream()
                .anyMatch(one -> one.code().equals(code) && List.of(kinds).contains(one.kind()));
        if (!asked) {
            throw DomainException.at("requirement", "certification.refused.notAsked");
        }
    }

    private void requireNotAhead(String field, LocalDate day) {
        if (day.isAfter(today()) || day.isBefore(CountyTime.FIRST_DAY)) {
            throw DomainException.at(field, "certification.refused.ahead", CountyTime.FIRST_DAY);
        }
    }

    static void requireReason(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw DomainException.at("reason", "certification.refused.noReason");
        }
    }

    private LocalDate today() {
        return CountyTime.today(clock);
    }
}

package se.metodporten.desk;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.metodporten.access.Guard;
import se.metodporten.access.Service;
import se.metodporten.appointment.AppointmentCard;
import se.metodporten.appointment.AppointmentCards;
import se.metodporten.appointment.Beginning;
import se.metodporten.appointment.Deed;
import se.metodporten.appointment.Deeds;
import se.metodporten.appointment.Plan;
import se.metodporten.appointment.Several;
import se.metodporten.appointment.SeveralAppointments;
import se.metodporten.certification.EvidenceDeed;
import se.metodporten.certification.EvidenceDeeds;
import se.metodporten.certification.Projections;
import se.metodporten.certification.Projections.Projected;
import se.metodporten.certification.StandingCard;
import se.metodporten.certification.StandingNow;
import se.metodporten.certification.rules.Timeline;
import se.metodporten.common.Bilingual;
import se.metodporten.common.CountyTime;
import se.metodporten.coverage.IfDone;
import se.metodporten.coverage.PlaceChange;
import se.metodporten.organisation.Places;
import se.metodporten.role.RoleBook;

/** Shows what a deed does to standings and coverage, by the same rules on the same facts and those that it would add. */
@Service
public class Effects {

    @Inject
    private Guard guard;

    @Inject
    private Deeds deeds;

    @Inject
    private EvidenceDeeds evidence;

    @Inject
    private SeveralAppointments several;

    @Inject
    private Projections projections;

    @Inject
    private IfDone coverage;

    @Inject
    private AppointmentCards appointments;

    @Inject
    private Places places;

    @Inject
    private RoleBook roles;

    @Inject
    private Clock clock;

    /** For who may do it; refused as the deed itself would be. */
    public Effect of(long appointmentId, Deed deed) {
        guard.requireSignedIn();
        return of(deeds.plan(appointmentId, deed));
    }

    /** The same of what a manager decides about evidence. */
    public Effect of(long appointmentId, EvidenceDeed deed) {
        guard.requireSignedIn();
        return of(evidence.plan(appointmentId, deed));
    }

    /** The same of several people appointed at once; in as many statements for many as for one. */
    public SeveralEffect of(Several asked) {
        guard.requireSignedIn();
        SeveralAppointments.Checked checked = several.check(asked);
        if (!checked.faults().isEmpty()) {
            return new SeveralEffect(checked.seen(), checked.faults(), List.of(), List.of(), 0, List.of());
        }
        List<Projected> projected = projections.ifBegun(checked.beginnings());
        Map<Long, AppointmentCard> seen = new HashMap<>();
        appointments
                .current(checked.beginnings().stream()
                        .map(Beginning::personId)
                        .distinct()
                        .toList())
                .values()
                .forEach(all -> all.seen().forEach(card -> seen.put(card.id(), card)));
        List<Effect.Line> rows = new ArrayList<>();
        List<SeveralEffect.Other> others = new ArrayList<>();
        int elsewhere = 0;
        for (Projected one : projected) {
            AppointmentCard card = seen.get(one.appointmentId());
            if (one.appointmentId() < Plan.NOT_YET) {
                rows.add(line(one, checked.role().name(), ""));
            } else if (one.changes() && card != null) {
                others.add(new SeveralEffect.Other(card.personName(), line(one, card.role(), card.place())));
            } else if (one.changes()) {
                elsewhere++;
            }
        }
        return new SeveralEffect(
                checked.seen(),
                List.of(),
                rows,
                others,
                elsewhere,
                named(coverage.places(checked.beginnings(), projected)));
    }

    private Effect of(Plan plan) {
        List<Projected> projected = projections.ifDone(plan);
        Map<Long, AppointmentCard> seen = new HashMap<>();
        appointments.ofPerson(plan.personId()).forEach(card -> seen.put(card.id(), card));
        List<Effect.Line> lines = new ArrayList<>();
        int elsewhere = 0;
        for (Projected one : projected) {
            AppointmentCard card = seen.get(one.appointmentId());
            if (one.appointmentId() != plan.appointmentId() && !one.changes()) {
                continue;
            }
            if (card != null) {
                lines.add(line(one, card.role(), card.place()));
            } else if (one.appointmentId() == Plan.NOT_YET) {
                lines.add(line(one, roles.role(one.roleId()).name(), begins(plan)));
            } else {
                elsewhere++;
            }
        }
        return new Effect(plan, today(), lines, elsewhere, named(coverage.places(plan, projected)));
    }

    private List<Effect.Place> named(List<PlaceChange> changes) {
        Map<String, Bilingual> names = new HashMap<>();
        if (!changes.isEmpty()) {
            roles.roles().forEach(role -> names.put(role.code(), role.name()));
        }
        return changes.stream()
                .map(change -> new Effect.Place(change, Objects.requireNonNull(names.get(change.role()))))
                .toList();
    }

    private Effect.Line line(Projected one, Bilingual role, String place) {
        return new Effect.Line(
                one.appointmentId(),
                role,
                place,
                one.before().periods().isEmpty() ? null : card(one, one.before()),
                card(one, one.after()));
    }

    private StandingCard card(Projected one, Timeline timeline) {
        return new StandingCard(
                one.appointmentId(),
                timeline,
                today(),
                StandingNow.of(timeline, today()),
                one.requirements(),
                List.of(),
                Map.of(),
                List.of());
    }

    private String begins(Plan plan) {
        Plan.Begun begun = plan.begun();
        if (begun == null) {
            return "";
        }
        var trail = places.trail(begun.asked().placeId());
        return trail.isEmpty() ? "" : trail.get(trail.size() - 1).name();
    }

    private LocalDate today() {
        return CountyTime.today(clock);
    }
}

package se.metodporten.desk;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.metodporten.access.Guard;
import se.metodporten.access.Service;
import se.metodporten.appointment.AppointmentCard;
import se.metodporten.appointment.AppointmentCards;
import se.metodporten.appointment.Deed;
import se.metodporten.appointment.Deeds;
import se.metodporten.appointment.Plan;
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
import se.metodporten.organisation.Places;
import se.metodporten.role.Role;
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
        return new Effect(
                plan,
                today(),
                lines,
                elsewhere,
                coverage.places(plan, projected).stream()
                        .map(change -> new Effect.Place(change, name(change.role())))
                        .toList());
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

    private Bilingual name(String role) {
        return roles.roles().stream()
                .filter(one -> one.code().equals(role))
                .map(Role::name)
                .findFirst()
                .orElseThrow();
    }

    private LocalDate today() {
        return CountyTime.today(clock);
    }
}

package se.metodporten.desk;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Service;
import se.metodporten.agreement.Agreements;
import se.metodporten.appointment.AppointmentCard;
import se.metodporten.appointment.AppointmentCards;
import se.metodporten.campaign.Campaigns;
import se.metodporten.campaign.Task;
import se.metodporten.certification.StandingCard;
import se.metodporten.certification.Standings;
import se.metodporten.certification.rules.Standing;
import se.metodporten.common.CountyTime;
import se.metodporten.communication.Corrections;
import se.metodporten.coverage.AppointmentRequests;
import se.metodporten.coverage.Coverage;
import se.metodporten.coverage.CoveredUnit;
import se.metodporten.coverage.RoleInSight;
import se.metodporten.role.Role;
import se.metodporten.role.RoleBook;
import se.metodporten.training.Trainings;

/** The first screen: what waits for the reader, and how the places stand that the reader looks after. */
@Service
public class Start {

    /** "Soon" for a coordinator: follow-ups are twice a year, so a quarter leaves time to act. */
    private static final int SOON_DAYS = 90;

    /** Units named on the start page for each role; the rest are behind the figure. */
    private static final int NAMED_UNITS = 5;

    @Inject
    private Guard guard;

    @Inject
    private Agreements agreements;

    @Inject
    private AppointmentCards appointments;

    @Inject
    private Standings standings;

    @Inject
    private Corrections corrections;

    @Inject
    private Trainings trainings;

    @Inject
    private Coverage coverage;

    @Inject
    private Campaigns campaigns;

    @Inject
    private AppointmentRequests requests;

    @Inject
    private RoleBook roles;

    @Inject
    private Clock clock;

    /** What waits for the reader: what has a last day first, by that day. */
    public List<Todo> todos() {
        guard.requireSignedIn();
        List<Todo> todos = new ArrayList<>();
        agreements
                .waitingForMe()
                .forEach(waiting -> todos.add(new Todo(
                        "desk.todo.sign." + waiting.side(),
                        List.of(waiting.roleName(), waiting.placeName(), waiting.personName()),
                        "desk.todo.sign.do",
                        "/agreement/agreement.xhtml?id=" + waiting.id(),
                        null)));
        requests.waitingForMe()
                .forEach(waiting -> todos.add(new Todo(
                        "desk.todo.appoint",
                        List.of(waiting.roleName(), waiting.placeName()),
                        "desk.todo.appoint.do",
                        "/coverage/place.xhtml?id=" + waiting.placeId() + "&role=" + waiting.role(),
                        null)));
        ownAppointments(todos);
        trainings
                .unmarked()
                .forEach(session -> todos.add(new Todo(
                        "desk.todo.mark",
                        List.of(session.title(), session.day()),
                        "desk.todo.mark.do",
                        "/training/attendance.xhtml?id=" + session.trainingId() + "&session=" + session.sessionId(),
                        session.day())));
        ofCampaigns(todos);
        corrections
                .waitingForMe()
                .forEach(asked -> todos.add(new Todo(
                        asked.person() == null ? "desk.todo.correction.someone" : "desk.todo.correction",
                        asked.person() == null ? List.of() : List.of(asked.person()),
                        "desk.todo.correction.do",
                        "/person/answer.xhtml?id=" + asked.id(),
                        null)));
        todos.sort(Comparator.comparing(Todo::due, Comparator.nullsLast(Comparator.naturalOrder())));
        return todos;
    }

    /** For each decided role that some place in sight needs; empty for those who look after no place. */
    public List<RoleAnswer> answers() {
        guard.requireSignedIn();
        if (!guard.mayAnywhere(Action.VIEW_COVERAGE)) {
            return List.of();
        }
        LocalDate soon = CountyTime.today(clock).plusDays(SOON_DAYS);
        List<RoleInSight> inSight = coverage.inSight(soon, NAMED_UNITS);
        Set<Long> appoints = guard.mayIn(
                Action.APPOINT,
                inSight.stream()
                        .flatMap(role -> Stream.concat(role.lackingFirst().stream(), role.losingFirst().stream()))
                        .map(CoveredUnit::unitId)
                        .toList());
        Map<Long, Role> byId = roles.roles().stream().collect(Collectors.toMap(Role::id, role -> role));
        return inSight.stream()
                .filter(role -> byId.containsKey(role.roleId()))
                .map(role -> new RoleAnswer(
                        Objects.requireNonNull(byId.get(role.roleId())),
                        role.inNeed(),
                        role.lacking(),
                        urgent(role.lackingFirst(), appoints),
                        role.losing(),
                        urgent(role.losingFirst(), appoints),
                        soon))
                .toList();
    }

    private static List<RoleAnswer.Urgent> urgent(List<CoveredUnit> units, Set<Long> appoints) {
        return units.stream()
                .map(unit -> new RoleAnswer.Urgent(unit, appoints.contains(unit.unitId())))
                .toList();
    }

    private void ofCampaigns(List<Todo> todos) {
        campaigns
                .asked()
                .forEach(asked -> todos.add(new Todo(
                        "desk.todo.campaign." + asked.task(),
                        List.of(asked.title(), asked.taskName()),
                        "desk.todo.campaign.do." + asked.task(),
                        asked.task() == Task.COURSE
                                ? "/elearning/course.xhtml?code=" + asked.code()
                                : "/training/trainings.xhtml?kind=" + asked.code(),
                        asked.lastDay())));
        campaigns
                .leftInMyUnits()
                .forEach(left -> todos.add(new Todo(
                        "desk.todo.campaign.units",
                        List.of(left.title(), left.people()),
                        "desk.todo.campaign.units.do",
                        "/campaign/people.xhtml?id=" + left.id(),
                        left.lastDay())));
    }

    private void ownAppointments(List<Todo> todos) {
        Map<Long, AppointmentCard> cards =
                appointments.mine().stream().collect(Collectors.toMap(AppointmentCard::id, card -> card));
        standings.mine().forEach((id, standing) -> {
            AppointmentCard card = cards.get(id);
            if (card != null) {
                ownAppointment(todos, card, standing);
            }
        });
    }

    private static void ownAppointment(List<Todo> todos, AppointmentCard card, StandingCard standing) {
        Standing now = standing.now().standing();
        if (now == Standing.NOMINATED || now == Standing.LAPSED) {
            todos.add(new Todo(
                    "desk.todo.steps." + now,
                    List.of(card.role(), card.place(), standing.now().stepsLeft()),
                    "desk.todo.steps.do",
                    "/appointment/mine.xhtml",
                    null));
        } else if (now == Standing.REFRESHER_DUE) {
            LocalDate due = Objects.requireNonNullElse(standing.now().dueDay(), standing.today());
            todos.add(new Todo(
                    "desk.todo.refresher",
                    List.of(card.role(), card.place(), due),
                    "desk.todo.refresher.do",
                    "/appointment/mine.xhtml",
                    due));
        }
    }
}

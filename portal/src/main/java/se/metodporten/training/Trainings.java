package se.metodporten.training;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.AccessDenied;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Service;
import se.metodporten.audit.Audit;
import se.metodporten.common.CountyTime;
import se.metodporten.common.DomainException;
import se.metodporten.common.Page;
import se.metodporten.role.RoleBook;
import se.metodporten.role.TrainingKind;

/** Scheduling, listing and reading trainings. */
@Service
public class Trainings {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private TrainingSql sql;

    @Inject
    private RoleBook roles;

    @Inject
    private TrainingMail mail;

    @Inject
    private Guard guard;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** All kinds of training. */
    public List<TrainingKind> kinds() {
        guard.requireSignedIn();
        return roles.trainingKinds();
    }

    /** The kinds that the reader may schedule somewhere. */
    public List<TrainingKind> kindsToSchedule() {
        guard.requireSignedIn();
        return roles.trainingKinds().stream()
                .filter(kind -> guard.mayAnywhere(actionFor(kind)))
                .toList();
    }

    /** The units for which the reader may schedule unit trainings of the kind, by name. */
    public List<TrainingPlace> unitsToSchedule(TrainingKind kind) {
        return sql.units(guard.scope(actionFor(kind)), today());
    }

    /**
     * Schedules a training led by the reader. The place of a county training is always the county.
     *
     * @return its id
     * @throws DomainException at the field that is wrong
     */
    public long schedule(Plan plan) {
        TrainingKind kind =
                roles.trainingKind(plan.kind()).orElseThrow(() -> DomainException.at("kind", "training.refused.kind"));
        long place = kind.arranger() == TrainingKind.Arranger.COUNTY ? sql.county() : plan.placeId();
        guard.require(actionFor(kind), place);
        plan.check(kind, today());
        String title = plan.title().isEmpty() ? kind.name().sv() : plan.title();
        Training training = new Training(plan.at(place), title, guard.reader().personId(), clock.instant());
        entities.persist(training);
        entities.flush();
        audit.done(guard.reader().actor(), "SCHEDULE", "training:" + training.id(), place, plan.kind());
        return training.id();
    }

    /** Calls a training off and tells everyone who is signed up. Calling off twice changes nothing. */
    public void callOff(long trainingId) {
        TrainingView.Head head = runnable(trainingId);
        Training training = entities.find(Training.class, trainingId, LockModeType.PESSIMISTIC_WRITE);
        if (training.isCancelled()) {
            return;
        }
        training.cancelAt(clock.instant());
        mail.calledOff(head, sql.sessions(trainingId), sql.signedUp(trainingId));
        audit.done(guard.reader().actor(), "CALL_OFF", "training:" + trainingId, head.placeId(), null);
    }

    /** Trainings that the reader may join or run: the county's, and those where they work or have an office. */
    public Page<TrainingRow> list(TrainingFilter filter) {
        long reader = guard.requireSignedIn();
        return sql.list(filter, reader, guard.scope(Action.LEARN).or(guard.scope(Action.RUN_UNIT_TRAINING)), today());
    }

    /** Sessions that the reader leads, whose day has come and at which nobody has been marked; oldest first. */
    public List<UnmarkedSession> unmarked() {
        long reader = guard.requireSignedIn();
        return sql.unmarked(reader, today());
    }

    /** @throws AccessDenied unless it is the county's, or of a place where the reader works or has an office */
    public TrainingView read(long trainingId) {
        long reader = guard.requireSignedIn();
        TrainingView.Head head = sql.head(trainingId).orElseThrow(() -> noSuch(trainingId));
        boolean mayRun = mayRun(head);
        if (!mayRun
                && !head.byCounty()
                && !guard.may(Action.LEARN, head.placeId())
                && !sql.isSignedUp(trainingId, reader)) {
            throw noSuch(trainingId);
        }
        @Nullable SignUpState own = sql.signUpOf(trainingId, reader).orElse(null);
        return new TrainingView(
                head,
                sql.sessions(trainingId),
                mayRun,
                own == SignUpState.CANCELLED ? null : own,
                mayRun ? sql.participants(trainingId) : List.of());
    }

    /** The head of a training that the reader may run. */
    TrainingView.Head runnable(long trainingId) {
        TrainingView.Head head = sql.head(trainingId).orElseThrow(() -> noSuch(trainingId));
        guard.require(actionFor(head), head.placeId());
        return head;
    }

    private boolean mayRun(TrainingView.Head head) {
        return guard.may(actionFor(head), head.placeId());
    }

    private static Action actionFor(TrainingKind kind) {
        return action(kind.arranger() == TrainingKind.Arranger.COUNTY, kind.bySupervisors());
    }

    /** What whoever runs it must be allowed to. */
    static Action actionFor(TrainingView.Head head) {
        return action(head.byCounty(), head.bySupervisors());
    }

    private static Action action(boolean byCounty, boolean bySupervisors) {
        if (byCounty) {
            return Action.RUN_COUNTY_TRAINING;
        }
        return bySupervisors ? Action.RUN_CHANGE_TRAINING : Action.RUN_UNIT_TRAINING;
    }

    private AccessDenied noSuch(long trainingId) {
        return guard.refusal("TRAINING", "training:" + trainingId);
    }

    private LocalDate today() {
        return CountyTime.today(clock);
    }
}

package se.metodporten.certification.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One thing a role asks. Each kind turns the facts into a {@link Track} of its own; none knows of the others, save the
 * refresher, which is started by a training. So causes come and go by themselves: a licence that is given again mends
 * what its withdrawal broke, whatever the refresher has to say (rule 5).
 */
public sealed interface Requirement extends Tracked {

    /** Names the requirement within its role, and in the facts that are about it. */
    String code();

    /** A licence, from the day given until it is withdrawn. */
    record Licence(String code, String licence) implements Requirement {
        @Override
        public Track track(Dossier dossier, RoleRules rules) {
            OnOff held = new OnOff();
            dossier.evidenceFor(code).forEach(held::onFrom);
            for (Fact.LicenceGiven given : dossier.all(Fact.LicenceGiven.class)) {
                if (given.licence().equals(licence)) {
                    held.onFrom(given.day());
                }
            }
            for (Fact.LicenceWithdrawn withdrawn : dossier.all(Fact.LicenceWithdrawn.class)) {
                if (withdrawn.licence().equals(licence)) {
                    held.offFrom(withdrawn.day());
                }
            }
            return held.track(code, Remedy.REGISTER_LICENCE);
        }
    }

    /**
     * The manager's word for something the portal cannot see. Recognised evidence does not stand in for it: evidence is
     * the person's and would outlive the appointment, an attestation does not (rule 11).
     */
    record Attestation(String code) implements Requirement {
        @Override
        public Track track(Dossier dossier, RoleRules rules) {
            OnOff held = new OnOff();
            for (Fact.Attested attested : dossier.all(Fact.Attested.class)) {
                if (attested.requirement().equals(code)) {
                    held.onFrom(attested.day());
                }
            }
            for (Fact.AttestationWithdrawn withdrawn : dossier.all(Fact.AttestationWithdrawn.class)) {
                if (withdrawn.requirement().equals(code)) {
                    held.offFrom(withdrawn.day());
                }
            }
            return held.track(code, Remedy.GET_ATTESTATION);
        }
    }

    /** A course, in the version that counts on the day (rule 8). */
    record Course(String code, String course, List<VersionChange> changes) implements Requirement {
        public Course {
            changes = VersionChange.inOrder(changes);
        }

        public Course(String code, String course) {
            this(code, course, List.of());
        }

        @Override
        public Track track(Dossier dossier, RoleRules rules) {
            return new CourseTrack(this, rules.windowMonths()).track(dossier);
        }
    }

    /** A training attended in full, once: any one of the kinds named. */
    record Training(String code, List<TrainingInFull> anyOf) implements Requirement {
        public Training {
            anyOf = requireSome(code, anyOf);
        }

        @Override
        public Track track(Dossier dossier, RoleRules rules) {
            Track track = new Track(
                    Reason.missing(code, Remedy.ATTEND_TRAINING, anyOf.get(0).parts()));
            for (Attendance.Mark mark : dossier.attendance(this)) {
                if (mark.whole()) {
                    return track.from(mark.day(), null);
                }
                track.from(mark.day(), Reason.missing(code, Remedy.ATTEND_TRAINING, mark.partsLeft()));
            }
            return track;
        }
    }

    /**
     * A signed agreement in force, on the version of the description that holds on the day (rule 9). Evidence does not
     * stand in for it, as for {@link Attestation}; an agreement on paper is registered as the agreement it is.
     */
    record Agreement(String code, List<VersionChange> changes) implements Requirement {
        public Agreement {
            changes = VersionChange.inOrder(changes);
        }

        public Agreement(String code) {
            this(code, List.of());
        }

        @Override
        public Track track(Dossier dossier, RoleRules rules) {
            return new AgreementTrack(this, rules.windowMonths()).track(dossier);
        }
    }

    /**
     * A training to be renewed (rules 1 to 7). Asks nothing until the training that starts it is whole: until then that
     * one is what is missing.
     *
     * @param startedBy the code of the {@link Training} that starts the period, and that counts as a refresher too
     * @param takenBy what counts as a refresher
     * @param graceMonths G: so long after a missed due day the refresher alone restores
     * @param afterPauseMonths R: so long after a pause a due day in it still holds
     * @param restoredBy what restores after the grace, beside the whole training
     */
    record Refresher(
            String code,
            String startedBy,
            List<TrainingInFull> takenBy,
            DueRule due,
            int graceMonths,
            int afterPauseMonths,
            List<TrainingInFull> restoredBy)
            implements Requirement {
        public Refresher {
            takenBy = requireSome(code, takenBy);
            restoredBy = List.copyOf(restoredBy);
            if (graceMonths < 0 || afterPauseMonths < 0) {
                throw new IllegalArgumentException(
                        "months of " + code + ": grace " + graceMonths + ", after a pause " + afterPauseMonths);
            }
        }

        @Override
        public Track track(Dossier dossier, RoleRules rules) {
            return new RefresherTrack(this, rules).track(dossier);
        }

        /** What helps when the grace is over: the refresher, where the role lets it; else the whole training. */
        Remedy remedyAfterGrace() {
            return takenBy.stream().anyMatch(restoredBy::contains) ? Remedy.ATTEND_REFRESHER : Remedy.REPEAT_TRAINING;
        }
    }

    /**
     * So many occasions of a kind within so many months, again and again.
     *
     * @param kind one occasion of it, attended in full
     * @param afterPauseMonths R: so long after a pause what ran out in it still holds
     */
    record Recurring(String code, TrainingInFull kind, int occasions, int months, int afterPauseMonths)
            implements Requirement {
        public Recurring {
            if (occasions < 1 || months < 1 || afterPauseMonths < 0) {
                throw new IllegalArgumentException(occasions + " of " + code + " in " + months + " months, "
                        + afterPauseMonths + " after a pause");
            }
        }

        @Override
        public Track track(Dossier dossier, RoleRules rules) {
            return new RecurringTrack(this, rules.windowMonths()).track(dossier);
        }
    }

    /** Asked on the days on which the appointment serves a unit of one of these kinds, and on no others. */
    record Where(Requirement asked, Set<String> unitKinds) implements Requirement {
        public Where {
            unitKinds = Set.copyOf(unitKinds);
            if (unitKinds.isEmpty() || asked instanceof Where) {
                throw new IllegalArgumentException(asked.code() + " is asked at " + unitKinds);
            }
        }

        @Override
        public String code() {
            return asked.code();
        }

        @Override
        public Track track(Dossier dossier, RoleRules rules) {
            List<Span> spans = new ArrayList<>();
            for (Fact.Serves serves : dossier.all(Fact.Serves.class)) {
                if (unitKinds.contains(serves.unitKind())) {
                    spans.add(new Span(serves.from(), serves.through()));
                }
            }
            return asked.track(dossier, rules).within(Span.joined(spans));
        }
    }

    private static List<TrainingInFull> requireSome(String code, List<TrainingInFull> trainings) {
        if (trainings.isEmpty()) {
            throw new IllegalArgumentException(code + " names no training");
        }
        return List.copyOf(trainings);
    }
}

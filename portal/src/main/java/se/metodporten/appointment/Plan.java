package se.metodporten.appointment;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.metodporten.fact.FactRecord;
import se.metodporten.fact.NewFact;

/**
 * All that a deed would write: first shown, then done. Both come from the same planning, so what is shown is what is done.
 *
 * @param personId after merges
 * @param facts to be appended
 * @param withdrawn facts that never were
 * @param serving the units served from a day on; null: as before
 * @param resting the employment rested on from a day on; null: as before
 * @param movedTo the place held; null: as before
 * @param lastDay of the appointment; null: as before
 * @param begun the appointment that begins when this one ends; null: none
 */
public record Plan(
        long appointmentId,
        long personId,
        long roleId,
        Seen seen,
        List<NewFact> facts,
        List<FactRecord> withdrawn,
        @Nullable Serving serving,
        @Nullable Resting resting,
        @Nullable Long movedTo,
        @Nullable LocalDate lastDay,
        @Nullable Begun begun) {

    /** What a form was opened on: nobody saves over what someone else did after that. */
    public record Seen(long lastFact, long version) implements Serializable {}

    public record Serving(Set<Long> units, LocalDate from) {
        public Serving {
            units = Set.copyOf(units);
        }
    }

    public record Resting(long employmentId, LocalDate from) {}

    /** @param asked as a manager would appoint */
    public record Begun(NewAppointment asked, long employmentId) {}

    public Plan {
        facts = List.copyOf(facts);
        withdrawn = List.copyOf(withdrawn);
    }

    /** One that only appends facts. */
    public static Plan of(ManagedAppointment managed, List<NewFact> facts, List<FactRecord> withdrawn) {
        return new Plan(
                managed.id(),
                managed.personId(),
                managed.roleId(),
                managed.seen(),
                facts,
                withdrawn,
                null,
                null,
                null,
                null,
                null);
    }

    Plan endingOn(LocalDate day) {
        return new Plan(appointmentId, personId, roleId, seen, facts, withdrawn, serving, resting, movedTo, day, begun);
    }

    Plan serving(Serving served) {
        return new Plan(
                appointmentId, personId, roleId, seen, facts, withdrawn, served, resting, movedTo, lastDay, begun);
    }

    Plan beginning(Begun next) {
        return new Plan(
                appointmentId, personId, roleId, seen, facts, withdrawn, serving, resting, movedTo, lastDay, next);
    }

    Plan moving(long place, Serving served, @Nullable Resting employment) {
        return new Plan(
                appointmentId, personId, roleId, seen, facts, withdrawn, served, employment, place, lastDay, begun);
    }

    /** The facts as they would stand among the person's, those of the appointment that would begin among them. */
    public List<FactRecord> assumed() {
        List<FactRecord> assumed = new ArrayList<>();
        facts.forEach(fact -> assumed.add(FactRecord.assumed(-1L - assumed.size(), fact)));
        withdrawn.forEach(fact -> assumed.add(
                FactRecord.assumed(-1L - assumed.size(), fact.again().correcting(fact.id()))
                        .sayingNothing()));
        if (begun != null) {
            assumed.add(
                    FactRecord.assumed(-1L - assumed.size(), NewFact.appointed(personId, NOT_YET, begun.asked.from())));
        }
        return assumed;
    }

    /** In the place of the id of an appointment that would begin. */
    public static final long NOT_YET = 0L;
}

package se.metodporten.certification;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import se.metodporten.appointment.ServesOthers;
import se.metodporten.certification.Dossier.NewPeriod;
import se.metodporten.common.Database;
import se.metodporten.fact.FactsAppended;
import se.metodporten.fact.ManyFactsAppended;
import se.metodporten.organisation.UnitsChanged;
import se.metodporten.person.PersonsMerged;

/**
 * Keeps {@code standing_period} in step: computes the timelines that a fact touches again and writes only the rows that
 * differ, closing the old ones at the moment the fact was recorded.
 */
@ApplicationScoped
class StandingIndex {

    private static final int CHUNK = 500;
    private static final int AFTER_APPOINTMENTS = ObserverMethod.DEFAULT_PRIORITY + 500;

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    @Inject
    private Dossiers dossiers;

    void follow(@Observes FactsAppended appended) {
        bring(appended.personId(), appended.recordedAt());
    }

    void follow(@Observes ManyFactsAppended appended) {
        RuleBook rules = dossiers.rules();
        List<Long> persons = appended.personIds();
        for (int from = 0; from < persons.size(); from += CHUNK) {
            bring(
                    dossiers.ofPersons(persons.subList(from, Math.min(persons.size(), from + CHUNK))),
                    rules,
                    appended.recordedAt());
        }
    }

    /** The facts of both count from now on; after appointments have moved to the person who stays. */
    void follow(@Observes @Priority(AFTER_APPOINTMENTS) PersonsMerged merged) {
        bring(merged.into(), clock.instant());
    }

    void follow(@Observes ServesOthers changed) {
        List<Dossier> concerned = dossiers.lockedWhereKindsMatter(changed.appointmentId());
        if (!concerned.isEmpty()) {
            bring(concerned, dossiers.rules(), clock.instant());
        }
    }

    void follow(@Observes UnitsChanged changed) {
        long last = 0;
        List<Dossier> concerned = dossiers.lockedAt(changed.unitIds(), last, CHUNK);
        while (!concerned.isEmpty()) {
            bring(concerned, dossiers.rules(), clock.instant());
            last = concerned.get(concerned.size() - 1).appointee().appointmentId();
            concerned = dossiers.lockedAt(changed.unitIds(), last, CHUNK);
        }
    }

    private void bring(long personId, Instant moment) {
        List<Dossier> concerned = dossiers.ofPerson(personId);
        if (!concerned.isEmpty()) {
            bring(concerned, dossiers.rules(), moment);
        }
    }

    /**
     * Brings the rows of some appointments in step with what their facts say now.
     *
     * @param moment when that became known
     * @return how many of them differed
     */
    int bring(List<Dossier> some, RuleBook rules, Instant moment) {
        StandingChanges changes = new StandingChanges();
        int differing = 0;
        for (Dossier dossier : some) {
            if (changes.add(dossier, Said.by(dossier.timeline(rules)), dossier.lastKnown(moment))) {
                differing++;
            }
        }
        database.execute(changes::write);
        return differing;
    }

    /**
     * Writes the whole history of appointments that have no rows yet, as if each fact had been followed in its time.
     *
     * @return how many of them there is something to say about
     */
    int fill(List<Dossier> some, RuleBook rules) {
        List<NewPeriod> rows = new ArrayList<>();
        int filled = 0;
        for (Dossier dossier : some) {
            List<NewPeriod> history = dossier.history(rules);
            rows.addAll(history);
            filled += history.isEmpty() ? 0 : 1;
        }
        database.executePatiently(handle -> StandingChanges.insert(handle, rows));
        return filled;
    }
}

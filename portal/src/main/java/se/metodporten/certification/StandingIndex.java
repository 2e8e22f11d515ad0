package se.metodporten.certification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import se.metodporten.certification.Dossier.NewPeriod;
import se.metodporten.common.Database;
import se.metodporten.fact.FactsAppended;

/**
 * Keeps {@code standing_period} in step: computes the timelines that a fact touches again and writes only the rows that
 * differ, closing the old ones at the moment the fact was recorded.
 */
@ApplicationScoped
class StandingIndex {

    @Inject
    private Database database;

    @Inject
    private Dossiers dossiers;

    void follow(@Observes FactsAppended appended) {
        List<Dossier> concerned = dossiers.ofPerson(appended.personId());
        if (!concerned.isEmpty()) {
            bring(concerned, dossiers.rules(), appended.recordedAt());
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
        database.execute(handle -> StandingChanges.insert(handle, rows));
        return filled;
    }
}

package se.metodporten.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.metodporten.agreement.PaperAgreements;
import se.metodporten.appointment.ManyAppointments;
import se.metodporten.directory.Applying;
import se.metodporten.directory.ImportRun;
import se.metodporten.directory.Outcome;
import se.metodporten.fact.Facts;
import se.metodporten.fact.NewFact;
import se.metodporten.person.People;

/** Writes what a plan says, all in the transaction under way. Not an entry point; asks no guard. */
@ApplicationScoped
class Recording {

    private static final String PERSON = "person:";

    @Inject
    private Plans plans;

    @Inject
    private People people;

    @Inject
    private Facts facts;

    @Inject
    private ManyAppointments appointments;

    @Inject
    private PaperAgreements agreements;

    /** People are merged and locked first; then the plan is made again, and must be what was decided about. */
    void record(Applying how, ImportRun run) {
        Plan decided = plans.of(how.handle(), how.run(), how.today());
        decided.became().forEach(people::merge);
        facts.lockMany(decided.persons());
        Plan plan = plans.of(how.handle(), how.run(), how.today());
        long added = plan.told().stream()
                .filter(told -> told.outcome() == Outcome.ADDED)
                .count();
        if (added != run.added()) {
            throw new IllegalStateException("The register changed while it was applied");
        }
        Map<Long, Long> ids = new HashMap<>();
        begin(plan, how.actor(), ids);
        how.progress().accept(plan.begun().size());
        register(plan, how.actor(), ids);
        List<NewFact> all = PlannedFacts.of(plan, ids);
        facts.appendMany(all, how.actor());
        how.progress().accept(plan.papers().size() + plan.facts().size());
    }

    private void begin(Plan plan, String actor, Map<Long, Long> ids) {
        List<ManyAppointments.Begun> begun = new ArrayList<>();
        plan.begun()
                .forEach(one -> begun.add(new ManyAppointments.Begun(
                        one.token(),
                        one.personId(),
                        one.employmentId(),
                        one.roleId(),
                        one.placeId(),
                        one.units(),
                        one.from(),
                        one.through(),
                        person(actor))));
        List<Long> written = appointments.begin(begun, actor);
        for (int i = 0; i < written.size(); i++) {
            ids.put(plan.begun().get(i).id(), written.get(i));
        }
    }

    private void register(Plan plan, String actor, Map<Long, Long> ids) {
        List<PaperAgreements.Paper> papers = new ArrayList<>();
        plan.papers()
                .forEach(one -> papers.add(new PaperAgreements.Paper(
                        ids.getOrDefault(one.appointmentId(), one.appointmentId()),
                        one.descriptionVersionId(),
                        one.descriptionNumber(),
                        one.signedOn(),
                        one.from(),
                        one.through(),
                        one.vouchedBy(),
                        person(actor))));
        List<Long> written = agreements.register(papers);
        for (int i = 0; i < written.size(); i++) {
            ids.put(plan.papers().get(i).id(), written.get(i));
        }
    }

    private static @Nullable Long person(String actor) {
        return actor.startsWith(PERSON) ? Long.valueOf(actor.substring(PERSON.length())) : null;
    }
}

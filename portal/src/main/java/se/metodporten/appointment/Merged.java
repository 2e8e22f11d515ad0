package se.metodporten.appointment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import se.metodporten.common.Database;
import se.metodporten.common.DomainException;
import se.metodporten.person.PersonsMerged;

/** Appointments follow a person whose row turned out to be another's. */
@ApplicationScoped
class Merged {

    @Inject
    private Database database;

    /** Two that would overlap once they are the same person's must be put in order first. */
    void follow(@Observes PersonsMerged merged) {
        int overlapping = database.query(handle -> handle.createQuery("""
                        select count(*) from appointment a join appointment b
                          on b.role_id = a.role_id and b.place_id = a.place_id
                            and b.valid_from <= a.valid_through and a.valid_from <= b.valid_through
                        where a.person_id = :from and b.person_id = :into""")
                .bind("from", merged.from())
                .bind("into", merged.into())
                .mapTo(int.class)
                .one());
        if (overlapping > 0) {
            throw new DomainException("appointment.refused.mergeOverlaps");
        }
        database.execute(handle -> handle.createUpdate(
                        "update appointment set person_id = :into, version = version + 1 where person_id = :from")
                .bind("from", merged.from())
                .bind("into", merged.into())
                .execute());
    }
}

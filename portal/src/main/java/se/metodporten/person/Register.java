package se.metodporten.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.metodporten.audit.Audit;
import se.metodporten.common.Database;
import se.metodporten.common.DomainException;

/**
 * Looks up persons and employments for the services of features above. Decides nothing about who may ask: the calling
 * service has asked the guard. Pages ask {@link People}.
 */
@ApplicationScoped
public class Register {

    /** In SQL: the ids under which facts of the person {@code :person} may stand, merged ones included. */
    public static final String IDENTITIES =
            "(select identity.id from person identity where identity.id = :person or identity.merged_into = :person)";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Database database;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** The person, or the one it was merged into. */
    public Person person(long id) {
        return find(id, null);
    }

    /**
     * As {@link #person}, locked until the transaction ends: the first statement of whoever writes about a person
     * (architecture.md, "Two facts at once").
     */
    public Person lock(long id) {
        return find(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The person with that address, if there is one and no more. */
    public Optional<Long> withEmail(String email) {
        List<Long> found = database.query(
                handle -> handle.createQuery("select id from person where email = :email and merged_into is null")
                        .bind("email", email)
                        .mapTo(Long.class)
                        .list());
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Someone who works nowhere yet. @return the person's id */
    public long add(PersonName name, String email, String actor) {
        Person person = new Person(name, email, null, clock.instant(), actor);
        entities.persist(person);
        entities.flush();
        audit.done(actor, "ADD_PERSON", "person:" + person.id(), null, null);
        return person.id();
    }

    /** All ids of the person, merged ones included. */
    public Set<Long> identities(long personId) {
        long current = person(personId).id();
        return database.query(handle -> handle.createQuery("select id from " + IDENTITIES + " known")
                .bind("person", current)
                .mapTo(Long.class)
                .set());
    }

    /** All employments of the person, the latest first. */
    public List<Employment> employments(long personId) {
        return entities.createQuery(
                        "select e from Employment e where e.personId = :person order by e.validFrom desc, e.id",
                        Employment.class)
                .setParameter("person", personId)
                .getResultList();
    }

    /** The employment of the person in the unit on that day. */
    public Optional<Employment> employmentIn(long unitId, long personId, LocalDate day) {
        return entities.createQuery("""
                        select e from Employment e
                        where e.personId = :person and e.unitId = :unit and :day between e.validFrom and e.validThrough
                        order by e.id""", Employment.class)
                .setParameter("person", personId)
                .setParameter("unit", unitId)
                .setParameter("day", day)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    private Person find(long id, @Nullable LockModeType lock) {
        Person found = lock == null ? entities.find(Person.class, id) : entities.find(Person.class, id, lock);
        if (found == null) {
            throw new DomainException("person.refused.noPerson");
        }
        return found.merged() ? find(found.currentId(), lock) : found;
    }
}

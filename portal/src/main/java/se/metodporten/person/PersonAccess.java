package se.metodporten.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Reader;
import se.metodporten.access.Scope;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;

/**
 * Who may see what is kept about a person beside the person's appointments: the person; who may do something (see
 * people, follow the e-learning …) in a unit where the person works today and may know the name; the system
 * administrator. Asked by services, in the place of the guard.
 */
@ApplicationScoped
public class PersonAccess {

    @Inject
    private Guard guard;

    @Inject
    private Database database;

    @Inject
    private Names names;

    @Inject
    private Clock clock;

    /** Whether the reader may, for one of these actions; counts as a check, so the caller must act on the answer. */
    public boolean may(long personId, Action... anyOf) {
        Reader reader = guard.reader();
        Scope scope = new Scope(Set.of());
        for (Action action : anyOf) {
            scope = scope.or(guard.scope(action));
        }
        boolean own = reader.personId() != null && reader.personId() == personId;
        return own
                || reader.system()
                || guard.mayAnywhere(Action.ADMINISTER)
                || (!scope.isEmpty() && worksWithin(personId, scope));
    }

    /** @throws se.metodporten.access.AccessDenied (audited), also when there is no such person */
    public void require(long personId, Action... anyOf) {
        if (!may(personId, anyOf)) {
            throw guard.refusal("VIEW_PERSON", "person:" + personId);
        }
    }

    private boolean worksWithin(long personId, Scope scope) {
        NameScope visible = names.forReader();
        LocalDate today = CountyTime.today(clock);
        return database.query(handle -> visible.bind(scope.bind(
                                handle.createQuery(
                                        "select count(*) from person p join employment e on e.person_id = p.id"
                                                + " and :scopeDay between e.valid_from and e.valid_through where p.id = :person and "
                                                + visible.visible("p") + " and " + scope.covers("e.unit_id")),
                                today))
                        .bind("person", personId)
                        .mapTo(int.class)
                        .one()
                > 0);
    }
}

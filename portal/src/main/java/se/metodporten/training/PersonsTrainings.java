package se.metodporten.training;

import jakarta.inject.Inject;
import java.util.List;
import se.metodporten.access.Action;
import se.metodporten.access.Service;
import se.metodporten.common.Database;
import se.metodporten.common.RecordRows;
import se.metodporten.person.PersonAccess;

/** The trainings of a person: those to come, and those that were. */
@Service
public class PersonsTrainings {

    @Inject
    private PersonAccess access;

    @Inject
    private Database database;

    /** Whether the reader may ask {@link #of}. */
    public boolean maySee(long personId) {
        return access.may(personId, Action.VIEW_PEOPLE, Action.APPOINT, Action.RUN_UNIT_TRAINING);
    }

    /** The latest first; those that the person was taken off are left out. */
    public List<PersonsTraining> of(long personId) {
        access.require(personId, Action.VIEW_PEOPLE, Action.APPOINT, Action.RUN_UNIT_TRAINING);
        return database.query(handle -> handle.createQuery("""
                        select t.id, k.name_sv kind_sv, k.name_en kind_en, t.title, d.first_day, d.last_day, u.state,
                               t.cancelled_at is not null called_off, d.sessions, coalesce(m.attended, 0) attended,
                               m.training_id is not null marked
                        from sign_up u
                        join training t on t.id = u.training_id
                        join training_kind k on k.code = t.kind
                        join (select s.training_id, min(s.day) first_day, max(s.day) last_day, count(*) sessions
                              from training_session s
                              where s.training_id in (select o.training_id from sign_up o where o.person_id = :person)
                              group by s.training_id) d on d.training_id = t.id
                        left join (select s.training_id, sum(a.present) attended
                                   from attendance a join training_session s on s.id = a.session_id
                                   where a.person_id = :person group by s.training_id) m on m.training_id = t.id
                        where u.person_id = :person and u.state <> 'CANCELLED'
                        order by d.first_day desc, t.id desc""")
                .bind("person", personId)
                .map(RecordRows.of(PersonsTraining.class))
                .list());
    }
}

package se.metodporten.agreement;

import jakarta.inject.Inject;
import java.util.List;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Scope;
import se.metodporten.access.Service;
import se.metodporten.appointment.AppointmentAccess;
import se.metodporten.common.Database;
import se.metodporten.common.RecordRows;

/** The agreements of a person, as far as the reader sees the appointments they are about. */
@Service
public class PersonsAgreements {

    @Inject
    private Guard guard;

    @Inject
    private AppointmentAccess access;

    @Inject
    private Database database;

    /** The latest first. */
    public List<AgreementLine> of(long personId) {
        AppointmentAccess.Sight sight = access.sight();
        Scope managed = guard.scope(Action.APPOINT);
        String managing = managed.isEmpty()
                ? "false"
                : "exists (select 1 from place_ancestor pa where pa.place_id = a.place_id"
                        + " and pa.ancestor_id in (<managed>) and pa.known_until = '9999-12-31 23:59:59'"
                        + " and :today between pa.valid_from and pa.valid_through)";
        return database.query(handle -> {
            var query = sight.bind(handle.createQuery("""
                            select g.id, a.id appointment_id, date(g.offered_at) offered_on,
                              exists (select 1 from agreement_signature s
                                      where s.agreement_id = g.id and s.side = 'APPOINTEE') signed_by_appointee,
                              exists (select 1 from agreement_signature s
                                      where s.agreement_id = g.id and s.side = 'MANAGER') signed_by_manager,
                              g.in_force_from, g.valid_through, g.ended_on,
                              p.id = :reader or\s""" + managing + """
                             readable
                            from agreement g
                            join appointment a on a.id = g.appointment_id
                            join person o on o.id = a.person_id
                            join person p on p.id = coalesce(o.merged_into, o.id)
                            where p.id = (select coalesce(m.merged_into, m.id) from person m where m.id = :person)
                              and\s""" + sight.sees() + " order by g.id desc"))
                    .bind("person", personId)
                    .bind("reader", sight.reader());
            if (!managed.isEmpty()) {
                query.bind("today", sight.today()).bindList("managed", List.copyOf(managed.roots()));
            }
            return query.map(RecordRows.of(AgreementLine.class)).list();
        });
    }
}

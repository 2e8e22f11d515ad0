package se.metodporten.demo;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import se.metodporten.common.CountyTime;

/** People, their employments and offices. */
final class PeopleLoader {

    private PeopleLoader() {}

    static void people(Handle handle, Rows rows, Ids ids) {
        Instant created = Rows.evening(rows.employments.get(0).from());
        Bulk.insert(
                handle,
                """
                        insert into person (id, given_name, family_name, email, protected, created_at, created_by)
                        values (:id, :given, :family, :email, :protected, :created, :actor)""",
                rows.people,
                (batch, person) -> batch.bind("id", person.id() + ids.person())
                        .bind("given", person.given())
                        .bind("family", person.family())
                        .bind("email", person.email())
                        .bind("protected", person.isProtected())
                        .bind("created", created)
                        .bind("actor", Bulk.ACTOR));
        Bulk.insert(
                handle,
                """
                        insert into employment (id, person_id, unit_id, hsa_id, title, valid_from, valid_through, created_at,
                                                created_by)
                        values (:id, :person, :unit, :hsa, :title, :from, :through, :created, :actor)""",
                rows.employments,
                (batch, one) -> batch.bind("id", one.id() + ids.employment())
                        .bind("person", one.person() + ids.person())
                        .bind("unit", one.unit() + ids.place())
                        .bind("hsa", one.hsaId())
                        .bind("title", one.title())
                        .bind("from", one.from())
                        .bind("through", one.through())
                        .bind("created", created)
                        .bind("actor", Bulk.ACTOR));
        Bulk.insert(
                handle,
                """
                        insert into office_grant (person_id, office, place_id, valid_from, deputy_for, granted_at, granted_by)
                        values (:person, :office, coalesce(:place, (select id from place where code = :code)), :from, :deputy,
                                :created, :actor)""",
                rows.offices,
                (batch, office) -> batch.bind("person", office.person() + ids.person())
                        .bind("office", office.office())
                        .bind("place", Bulk.shifted(office.place(), ids.place()))
                        .bind("code", office.code())
                        .bind("from", CountyTime.dayOf(created))
                        .bind("deputy", Bulk.shifted(office.deputyFor(), ids.person()))
                        .bind("created", created)
                        .bind("actor", Bulk.ACTOR));
    }
}

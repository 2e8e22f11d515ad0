package se.metodporten.coverage;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Scope;
import se.metodporten.common.Database;
import se.metodporten.common.RecordRows;

/** The statements of {@link Refreshers}, over the same appointments as every figure of them. */
record RefresherSql(Database database, AppointmentSql appointments) {

    /** @param districtId null for county-wide units */
    record Due(@Nullable Long districtId, @Nullable String districtName, int due, int seated) {}

    /** @param districtId null for the county's own */
    record Planned(@Nullable Long districtId, @Nullable String districtName, LocalDate day, int seats) {}

    /** Due from the question's day through that one, by district. */
    List<Due> due(String kind, LocalDate through) {
        String sql = appointments.held()
                + String.format(Locale.ROOT, """
                select c.district_id, g.name district_name, count(*) due, coalesce(sum(exists (
                         select 1 from sign_up u
                         join training t on t.id = u.training_id and t.kind = :kind and t.cancelled_at is null
                         join training_session e on e.training_id = t.id and e.day between :today and c.due_day
                         join person sp on sp.id = u.person_id and coalesce(sp.merged_into, sp.id) = c.person_id
                         where u.state = 'SIGNED_UP')), 0) seated
                from placed c %s
                where %s :through
                group by c.district_id, g.name""", CoverageSql.joined(Level.DISTRICT), AppointmentSql.DUE);
        return database.query(handle -> appointments
                .bind(handle.createQuery(sql))
                .bind("kind", kind)
                .bind("through", through)
                .map(RecordRows.of(Due.class))
                .list());
    }

    /** Refreshers that end in the span, with the district where they are held. */
    static List<Planned> planned(Database database, String kind, LocalDate from, LocalDate through, Scope scope) {
        return database.query(handle -> scope.bind(handle.createQuery("""
                        select d.ancestor_id district_id, g.name district_name, max(s.day) day, t.seats
                        from training t
                        join training_session s on s.training_id = t.id
                        left join (place_ancestor d join place dp on dp.id = d.ancestor_id and dp.kind = 'DISTRICT')
                          on d.place_id = t.place_id and d.known_until = '9999-12-31 23:59:59'
                          and :from between d.valid_from and d.valid_through
                        left join place_version g on g.place_id = d.ancestor_id and g.known_until = '9999-12-31 23:59:59'
                          and :from between g.valid_from and g.valid_through
                        where t.kind = :kind and t.cancelled_at is null and (d.ancestor_id is null or\s""" + scope.covers("t.place_id", ":from") + """
                        )
                        group by t.id, d.ancestor_id, g.name, t.seats
                        having max(s.day) between :from and :through"""))
                .bind("kind", kind)
                .bind("from", from)
                .bind("through", through)
                .map(RecordRows.of(Planned.class))
                .list());
    }

    /**
     * Those due or lapsed for want of the refresher to whom none was open in the months before their last day: none of the
     * county's, nor of a place above the unit.
     */
    List<AppointmentOnDay> neverOffered(String kind, int windowMonths) {
        String sql = appointments.held() + String.format(Locale.ROOT, """
                select c.id, c.person_id, concat(c.given_name, ' ', c.family_name) name, c.unit_id, c.unit_name,
                       c.organisation_id, c.organisation_name, c.district_id, g.name district_name, c.standing, c.since, c.due_day
                from placed c
                join standing_period whole on whole.id = c.period_id
                join json_table(whole.reasons, '$[*]' columns (
                  kind varchar(30) path '$.kind', requirement varchar(60) path '$.requirement',
                  day date path '$.day')) why on why.requirement = :kind and why.kind in ('DUE_BY', 'EXPIRED_SINCE')
                %s
                where c.standing in ('REFRESHER_DUE', 'LAPSED') and not exists (
                  select 1 from training t
                  join training_session e on e.training_id = t.id
                    and e.day between why.day - interval (why.kind = 'EXPIRED_SINCE') day - interval :window month
                      and why.day - interval (why.kind = 'EXPIRED_SINCE') day
                  join place_ancestor above on above.place_id = c.unit_id and above.ancestor_id = t.place_id
                    and above.known_until = '9999-12-31 23:59:59'
                    and e.day between above.valid_from and above.valid_through
                  where t.kind = :kind and t.cancelled_at is null)
                order by c.family_name, c.given_name, c.id""", CoverageSql.joined(Level.DISTRICT));
        return database.query(handle -> appointments
                .bind(handle.createQuery(sql))
                .bind("kind", kind)
                .bind("window", windowMonths)
                .map(ConstructorMapper.of(AppointmentOnDay.class))
                .list());
    }
}

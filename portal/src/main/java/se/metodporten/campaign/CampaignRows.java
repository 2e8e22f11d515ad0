package se.metodporten.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.Bilingual;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.common.Page;
import se.metodporten.common.Paging;
import se.metodporten.common.RecordRows;

/** What campaigns say, read and written. Asks no guard: the services do. */
@ApplicationScoped
class CampaignRows {

    private static final String FROM = """
             from campaign c
            join campaign_version v on v.campaign_id = c.id and v.known_until = '9999-12-31 23:59:59'
            left join course co on v.task = 'COURSE' and co.code = v.code
            left join training_kind k on v.task = 'TRAINING' and k.code = v.code
            """;

    private static final String RUNNING = "(not v.closed and v.last_day >= :today)";

    @Inject
    private Database database;

    private record Head(
            long id,
            long version,
            String title,
            String why,
            Task task,
            String code,
            Bilingual taskName,
            @Nullable LocalDate countsFrom,
            LocalDate lastDay,
            boolean allStaff,
            long ownerId,
            String owner,
            LocalDate beginsOn,
            boolean closed,
            @Nullable String reason) {}

    private record Named(String kind, long id, String sv, String en) {}

    static Bilingual name(ResultSet row) throws SQLException {
        return new Bilingual(row.getString("name_sv"), row.getString("name_en"));
    }

    /** Running ones by last day, ended ones the latest first; of those campaigns only. */
    Page<CampaignRow> page(Collection<Long> which, boolean running, LocalDate today, Paging paging) {
        String where = FROM + " where c.id in (<which>) and " + RUNNING + " = :running";
        return database.query(handle -> {
            int total = handle.createQuery("select count(*)" + where)
                    .bindList("which", CampaignSql.orNone(which))
                    .bind("today", today)
                    .bind("running", running)
                    .mapTo(int.class)
                    .one();
            List<CampaignRow> rows = handle.createQuery(
                            "select c.id, v.title, v.task, v.code, coalesce(co.title_sv, k.name_sv) name_sv,"
                                    + " coalesce(co.title_en, k.name_en) name_en, c.begins_on, v.last_day, v.closed, "
                                    + RUNNING + " running" + where + " order by v.last_day " + (running ? "" : "desc")
                                    + ", c.id limit :limit offset :offset")
                    .bindList("which", CampaignSql.orNone(which))
                    .bind("today", today)
                    .bind("running", running)
                    .bind("limit", paging.size())
                    .bind("offset", paging.skipped())
                    .map((row, context) -> new CampaignRow(
                            row.getLong("id"),
                            row.getString("title"),
                            Task.valueOf(row.getString("task")),
                            row.getString("code"),
                            name(row),
                            row.getObject("begins_on", LocalDate.class),
                            row.getObject("last_day", LocalDate.class),
                            row.getBoolean("closed"),
                            row.getBoolean("running"),
                            null))
                    .list();
            return paging.of(rows, total);
        });
    }

    Optional<Campaign> campaign(long id, LocalDate today) {
        return database.query(handle -> handle.createQuery("""
                        select c.id, v.id version, v.title, v.why, v.task, v.code, coalesce(co.title_sv, k.name_sv) name_sv,
                               coalesce(co.title_en, k.name_en) name_en, v.counts_from, v.last_day, v.all_staff,
                               c.place_id owner_id, (select n.name from place_version n where n.place_id = c.place_id
                                 and n.known_until = '9999-12-31 23:59:59' order by n.valid_from desc limit 1) owner,
                               c.begins_on, v.closed, v.reason
                        """ + FROM + " where c.id = :id")
                .bind("id", id)
                .map((row, context) -> head(row))
                .findOne()
                .map(head -> campaign(head, named(handle, head.version()), today)));
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                row.getLong("id"),
                row.getLong("version"),
                row.getString("title"),
                row.getString("why"),
                Task.valueOf(row.getString("task")),
                row.getString("code"),
                name(row),
                row.getObject("counts_from", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getBoolean("all_staff"),
                row.getLong("owner_id"),
                row.getString("owner"),
                row.getObject("begins_on", LocalDate.class),
                row.getBoolean("closed"),
                row.getString("reason"));
    }

    private static List<Named> named(Handle handle, long version) {
        return handle.createQuery("""
                        select 'ROLE' kind, r.id, r.name_sv sv, r.name_en en
                        from campaign_role x join role r on r.id = x.role_id where x.version_id = :version
                        union all
                        select 'UNIT_KIND', u.id, u.name_sv, u.name_en
                        from campaign_unit_kind x join unit_kind u on u.id = x.unit_kind_id where x.version_id = :version
                        union all
                        select 'PLACE', x.place_id, n.name, n.name
                        from campaign_place x join place_version n on n.id = (
                          select y.id from place_version y where y.place_id = x.place_id
                            and y.known_until = '9999-12-31 23:59:59' order by y.valid_from desc limit 1)
                        where x.version_id = :version
                        order by 1, 3""")
                .bind("version", version)
                .map(RecordRows.of(Named.class))
                .list();
    }

    private static Campaign campaign(Head head, List<Named> named, LocalDate today) {
        return new Campaign(
                head.id(),
                head.version(),
                new CampaignDraft(
                        head.title(),
                        head.why(),
                        head.task(),
                        head.code(),
                        head.countsFrom(),
                        head.lastDay(),
                        new Audience(
                                head.ownerId(),
                                head.allStaff(),
                                ids(named, "ROLE"),
                                ids(named, "UNIT_KIND"),
                                ids(named, "PLACE"))),
                head.taskName(),
                head.owner(),
                head.beginsOn(),
                head.closed(),
                head.reason(),
                names(named, "ROLE"),
                names(named, "UNIT_KIND"),
                names(named, "PLACE").stream().map(Bilingual::sv).toList(),
                today);
    }

    private static List<Long> ids(List<Named> named, String kind) {
        return named.stream()
                .filter(one -> one.kind().equals(kind))
                .map(Named::id)
                .toList();
    }

    private static List<Bilingual> names(List<Named> named, String kind) {
        return named.stream()
                .filter(one -> one.kind().equals(kind))
                .map(one -> new Bilingual(one.sv(), one.en()))
                .toList();
    }

    /** What a campaign can name; owners are those of the given places that are a county or a district. */
    Offered offered(Collection<Long> owners, LocalDate today) {
        return database.query(handle -> new Offered(
                handle.createQuery("""
                                select p.id, n.name from place p
                                join place_version n on n.place_id = p.id and n.known_until = :still
                                  and :today between n.valid_from and n.valid_through
                                where p.id in (<owners>) order by field(p.kind, 'COUNTY', 'DISTRICT'), n.name""")
                        .bindList("owners", CampaignSql.orNone(owners))
                        .bind("still", CountyTime.STILL_KNOWN)
                        .bind("today", today)
                        .map(RecordRows.of(Offered.Owner.class))
                        .list(),
                handle.createQuery("""
                                select 'COURSE' task, c.code, c.title_sv name_sv, c.title_en name_en from course c
                                where exists (select 1 from course_version v where v.course_id = c.id
                                              and v.published_at is not null)
                                union all
                                select 'TRAINING', k.code, k.name_sv, k.name_en from training_kind k
                                order by task, name_sv""")
                        .map((row, context) ->
                                new Offered.What(Task.valueOf(row.getString("task")), row.getString("code"), name(row)))
                        .list(),
                handle.createQuery("""
                                select r.id, r.name_sv, r.name_en from role r
                                where exists (select 1 from role_version v where v.role_id = r.id) order by r.id""")
                        .map((row, context) -> new Offered.Whom(row.getLong("id"), name(row)))
                        .list(),
                handle.createQuery("select id, name_sv, name_en from unit_kind order by name_sv")
                        .map((row, context) -> new Offered.Whom(row.getLong("id"), name(row)))
                        .list(),
                handle.createQuery("""
                                select p.id, n.name from place p
                                join place_version n on n.place_id = p.id and n.known_until = :still
                                  and :today between n.valid_from and n.valid_through
                                where p.kind in ('DISTRICT', 'ORGANISATION') and (exists (
                                    select 1 from place_ancestor a where a.place_id = p.id and a.ancestor_id in (<owners>)
                                      and a.known_until = :still and :today between a.valid_from and a.valid_through)
                                  or exists (
                                    select 1 from place_version u
                                    join place_ancestor a on a.place_id = u.place_id and a.ancestor_id in (<owners>)
                                      and a.known_until = :still and :today between a.valid_from and a.valid_through
                                    where u.organisation_id = p.id and u.known_until = :still
                                      and :today between u.valid_from and u.valid_through))
                                order by field(p.kind, 'DISTRICT', 'ORGANISATION'), n.name, p.id""")
                        .bindList("owners", CampaignSql.orNone(owners))
                        .bind("still", CountyTime.STILL_KNOWN)
                        .bind("today", today)
                        .map(RecordRows.of(Offered.Where.class))
                        .list()));
    }

    /** Locks a campaign, so that two changes follow each other. */
    boolean lock(long id) {
        return database.query(handle -> handle.createQuery("select id from campaign where id = :id for update")
                .bind("id", id)
                .mapTo(Long.class)
                .findOne()
                .isPresent());
    }

    long begin(long owner, LocalDate today) {
        return database.query(
                handle -> handle.createUpdate("insert into campaign (place_id, begins_on) values (:owner, :today)")
                        .bind("owner", owner)
                        .bind("today", today)
                        .executeAndReturnGeneratedKeys("id")
                        .mapTo(Long.class)
                        .one());
    }

    /** What the campaign says from now on. */
    void say(long id, CampaignDraft draft, boolean closed, @Nullable String reason, Instant now, String actor) {
        database.execute(handle -> {
            handle.createUpdate("""
                            update campaign_version set known_until = :now
                            where campaign_id = :id and known_until = :still""")
                    .bind("now", now)
                    .bind("id", id)
                    .bind("still", CountyTime.STILL_KNOWN)
                    .execute();
            long version = handle.createUpdate("""
                            insert into campaign_version (campaign_id, title, why, task, code, counts_from, last_day,
                                                          all_staff, closed, reason, known_from, recorded_by)
                            values (:id, :title, :why, :task, :code, :countsFrom, :lastDay, :allStaff, :closed, :reason,
                                    :now, :actor)""")
                    .bind("id", id)
                    .bind("title", draft.title())
                    .bind("why", draft.why())
                    .bind("task", draft.task().name())
                    .bind("code", draft.code())
                    .bind("countsFrom", draft.countsFrom())
                    .bind("lastDay", draft.lastDay())
                    .bind("allStaff", draft.audience().allStaff())
                    .bind("closed", closed)
                    .bind("reason", reason)
                    .bind("now", now)
                    .bind("actor", actor)
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
            Audience audience = draft.audience();
            insert(handle, "campaign_role", "role_id", version, audience.roles());
            insert(handle, "campaign_unit_kind", "unit_kind_id", version, audience.unitKinds());
            insert(handle, "campaign_place", "place_id", version, audience.places());
        });
    }

    private static void insert(Handle handle, String table, String column, long version, List<Long> ids) {
        for (Long id : ids) {
            handle.createUpdate("insert into " + table + " (version_id, " + column + ") values (:version, :id)")
                    .bind("version", version)
                    .bind("id", id)
                    .execute();
        }
    }
}

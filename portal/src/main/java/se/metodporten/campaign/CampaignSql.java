package se.metodporten.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;
import se.metodporten.access.Scope;
import se.metodporten.common.Database;
import se.metodporten.common.Page;
import se.metodporten.common.Paging;
import se.metodporten.common.RecordRows;
import se.metodporten.person.NameScope;

/** The statements about whom campaigns reach. Asks no guard: the services do. */
@ApplicationScoped
class CampaignSql {

    private static final String DAY = ":day";
    private static final String OWN_PLACE = "own.place_id";
    private static final Reach ONE = Reach.ofStored("v.campaign_id = :campaign", DAY);
    private static final Reach DRAFT = Reach.ofDraft(DAY);

    /** Neither closed nor long over: what is late is still asked for a while. */
    static final String ASKED = "not v.closed and v.last_day >= :askedFrom";

    private static final String COUNTED =
            "count(distinct r.person_id) total, count(distinct case when %s then r.person_id end) done";

    private static final String PLACED = """
            join place_version u on u.place_id = r.place_id and %s
            left join place_version o on o.place_id = coalesce(u.organisation_id, u.place_id) and %s
            left join place_version d on d.place_id = u.district_id and %s
            """;

    private static final String IN_PART = """
            (:district is null or u.district_id = :district) and (not :countyWide or u.district_id is null)
            and (:organisation is null or o.place_id = :organisation) and (:unit is null or u.place_id = :unit)""";

    @Inject
    private Database database;

    private record Counted(long campaignId, int total, int done) {}

    static List<Long> orNone(Collection<Long> ids) {
        return ids.isEmpty() ? List.of(0L) : List.copyOf(ids);
    }

    /** Of each of the campaigns that reach somebody in the scope. */
    Map<Long, Figure> figures(Collection<Long> campaigns, Scope scope, NameScope names, LocalDate day) {
        Reach reach = Reach.ofStored("v.campaign_id in (<campaigns>)", DAY);
        String sql = String.format(
                Locale.ROOT,
                "select r.campaign_id, " + COUNTED + " from (%s) r join person p on p.id = r.person_id where %s"
                        + " group by r.campaign_id",
                reach.done(),
                reach.people(scope.covers(OWN_PLACE)),
                names.visible("p"));
        return database.query(handle -> names
                .bind(scope.bind(handle.createQuery(sql), day))
                .bind("day", day)
                .bindList("campaigns", orNone(campaigns))
                .map(RecordRows.of(Counted.class))
                .stream()
                .collect(Collectors.toMap(Counted::campaignId, one -> new Figure(one.total(), one.done()))));
    }

    /** @param scopeDay by whose placement the reader's places are */
    Figure figure(long campaign, Part part, Scope scope, NameScope names, LocalDate day, LocalDate scopeDay) {
        String sql = String.format(
                Locale.ROOT,
                "select " + COUNTED + " from (%s) r join person p on p.id = r.person_id %s where %s and %s",
                ONE.done(),
                ONE.people(scope.covers(OWN_PLACE)),
                placed(ONE),
                names.visible("p"),
                IN_PART);
        return database.query(handle -> bind(names.bind(scope.bind(handle.createQuery(sql), scopeDay)), part)
                .bind("day", day)
                .bind("campaign", campaign)
                .map(RecordRows.of(Figure.class))
                .one());
    }

    Page<PlaceFigure> places(
            long campaign, CampaignLevel level, Part part, Scope scope, NameScope names, LocalDate day, Paging paging) {
        String from = String.format(
                Locale.ROOT,
                " from (%s) r join person p on p.id = r.person_id %s where %s and %s",
                ONE.people(scope.covers(OWN_PLACE)),
                placed(ONE),
                names.visible("p"),
                IN_PART);
        String rows = "select " + level.columns() + ", " + String.format(Locale.ROOT, COUNTED, ONE.done()) + from
                + " group by " + level.group() + " order by " + level.order() + " limit :limit offset :offset";
        return database.query(handle -> {
            int total = bind(
                            names.bind(scope.bind(
                                    handle.createQuery(
                                            "select count(*) from (select distinct " + level.columns() + from + ") g"),
                                    day)),
                            part)
                    .bind("day", day)
                    .bind("campaign", campaign)
                    .mapTo(int.class)
                    .one();
            List<PlaceFigure> found = bind(names.bind(scope.bind(handle.createQuery(rows), day)), part)
                    .bind("day", day)
                    .bind("campaign", campaign)
                    .bind("limit", paging.size())
                    .bind("offset", paging.skipped())
                    .map(RecordRows.of(PlaceFigure.class))
                    .list();
            return paging.of(found, total);
        });
    }

    Page<ReachedPerson> people(
            long campaign, Part part, boolean done, Scope scope, NameScope names, LocalDate day, Paging paging) {
        String from = String.format(
                Locale.ROOT,
                " from (%s) r join person p on p.id = r.person_id %s where %s and %s and %s%s",
                ONE.people(scope.covers(OWN_PLACE)),
                placed(ONE),
                names.visible("p"),
                IN_PART,
                done ? "" : "not ",
                ONE.done());
        String rows = "select p.id person_id, concat(p.given_name, ' ', p.family_name) name,"
                + " group_concat(distinct u.name order by u.name separator ', ') places" + from
                + " group by p.id, p.given_name, p.family_name order by p.family_name, p.given_name, p.id"
                + " limit :limit offset :offset";
        return database.query(handle -> {
            int total = bind(
                            names.bind(
                                    scope.bind(handle.createQuery("select count(distinct r.person_id)" + from), day)),
                            part)
                    .bind("day", day)
                    .bind("campaign", campaign)
                    .mapTo(int.class)
                    .one();
            List<ReachedPerson> found = bind(names.bind(scope.bind(handle.createQuery(rows), day)), part)
                    .bind("day", day)
                    .bind("campaign", campaign)
                    .bind("limit", paging.size())
                    .bind("offset", paging.skipped())
                    .map(RecordRows.of(ReachedPerson.class))
                    .list();
            return paging.of(found, total);
        });
    }

    /** Of a draft: all together. */
    Figure figure(CampaignDraft draft, Scope scope, NameScope names, LocalDate day) {
        String sql = String.format(
                Locale.ROOT,
                "select " + COUNTED + " from (%s) r join person p on p.id = r.person_id where %s",
                DRAFT.done(),
                DRAFT.people(scope.covers(OWN_PLACE)),
                names.visible("p"));
        return database.query(handle -> Reach.bindDraft(names.bind(scope.bind(handle.createQuery(sql), day)), draft)
                .bind("day", day)
                .map(RecordRows.of(Figure.class))
                .one());
    }

    /** Of a draft: by organisation. */
    List<PlaceFigure> organisations(CampaignDraft draft, Scope scope, NameScope names, LocalDate day) {
        CampaignLevel level = CampaignLevel.ORGANISATION;
        String sql = String.format(
                Locale.ROOT,
                "select " + level.columns() + ", " + COUNTED
                        + " from (%s) r join person p on p.id = r.person_id %s where %s group by " + level.group()
                        + " order by d.name is null, d.name, " + level.order(),
                DRAFT.done(),
                DRAFT.people(scope.covers(OWN_PLACE)),
                placed(DRAFT),
                names.visible("p"));
        return database.query(handle -> Reach.bindDraft(names.bind(scope.bind(handle.createQuery(sql), day)), draft)
                .bind("day", day)
                .map(RecordRows.of(PlaceFigure.class))
                .list());
    }

    /** Those of the campaigns that have a place in the scope. */
    Set<Long> withPlacesIn(Scope scope, LocalDate day) {
        Reach reach = Reach.ofStored("true", DAY);
        return database.query(handle -> scope.bind(
                        handle.createQuery("select distinct t.campaign_id from ("
                                + reach.targets(scope.covers(OWN_PLACE)) + ") t"),
                        day)
                .bind("day", day)
                .mapTo(Long.class)
                .set());
    }

    boolean hasPlaceIn(long campaign, Scope scope, LocalDate day) {
        return database.query(handle -> scope.bind(
                                handle.createQuery(
                                        "select count(*) from (" + ONE.targets(scope.covers(OWN_PLACE)) + ") t"),
                                day)
                        .bind("day", day)
                        .bind("campaign", campaign)
                        .mapTo(int.class)
                        .one()
                > 0);
    }

    /** Whether the person is reached, and has done it; empty when not reached. */
    List<Boolean> own(long campaign, long person, LocalDate day) {
        return database.query(handle -> handle.createQuery(String.format(
                        Locale.ROOT,
                        "select distinct %s from (%s) r where r.person_id = :person",
                        ONE.done(),
                        ONE.people("true")))
                .bind("day", day)
                .bind("campaign", campaign)
                .bind("person", person)
                .mapTo(Boolean.class)
                .list());
    }

    /** What is asked of the person. */
    List<Asked> asked(long person, LocalDate day, LocalDate askedFrom) {
        Reach reach = Reach.ofStored(ASKED, DAY);
        return database.query(handle -> handle.createQuery(
                        String.format(Locale.ROOT, """
                        select distinct r.campaign_id id, v.title, r.task, r.code, coalesce(co.title_sv, k.name_sv) name_sv,
                               coalesce(co.title_en, k.name_en) name_en, r.last_day
                        from (%s) r
                        join campaign_version v on v.campaign_id = r.campaign_id and v.known_until = '9999-12-31 23:59:59'
                        left join course co on r.task = 'COURSE' and co.code = r.code
                        left join training_kind k on r.task = 'TRAINING' and k.code = r.code
                        where r.person_id = :person and not %s order by r.last_day, r.campaign_id""", reach.people("true"), reach.done()))
                .bind("day", day)
                .bind("askedFrom", askedFrom)
                .bind("person", person)
                .map((row, context) -> new Asked(
                        row.getLong("id"),
                        row.getString("title"),
                        Task.valueOf(row.getString("task")),
                        row.getString("code"),
                        CampaignRows.name(row),
                        row.getObject("last_day", LocalDate.class)))
                .list());
    }

    List<LeftInUnits> left(Scope scope, NameScope names, LocalDate day, LocalDate askedFrom) {
        Reach reach = Reach.ofStored(ASKED, DAY);
        return database.query(handle -> names.bind(scope.bind(
                        handle.createQuery(String.format(
                                Locale.ROOT,
                                """
                                select r.campaign_id id, v.title, r.last_day, count(distinct r.person_id) people
                                from (%s) r join person p on p.id = r.person_id
                                join campaign_version v on v.campaign_id = r.campaign_id
                                  and v.known_until = '9999-12-31 23:59:59'
                                where %s and not %s
                                group by r.campaign_id, v.title, r.last_day order by r.last_day, r.campaign_id""",
                                reach.people(scope.covers(OWN_PLACE)),
                                names.visible("p"),
                                reach.done())),
                        day))
                .bind("day", day)
                .bind("askedFrom", askedFrom)
                .map(RecordRows.of(LeftInUnits.class))
                .list());
    }

    private static String placed(Reach reach) {
        return String.format(Locale.ROOT, PLACED, reach.holds("u"), reach.holds("o"), reach.holds("d"));
    }

    private static Query bind(Query query, Part part) {
        return query.bind("district", part.districtId())
                .bind("countyWide", part.countyWide())
                .bind("organisation", part.organisationId())
                .bind("unit", part.unitId());
    }
}

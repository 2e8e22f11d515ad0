package se.metodporten.organisation;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Scope;
import se.metodporten.access.Service;
import se.metodporten.audit.Audit;
import se.metodporten.common.Containing;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.common.DomainException;
import se.metodporten.common.Page;
import se.metodporten.common.Paging;
import se.metodporten.common.PlainText;

/**
 * The county's places: who may see a unit reads it here; an administrator opens, changes and closes units. A list and a
 * unit's page show the same units to the same reader: those in the reader's places, a closed unit in the places it had
 * last.
 */
@Service
public class Places {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_CODE = 40;

    private static final String UNIT = """
            select v.place_id id, p.code, v.name, k.id kind_id, k.name_sv kind_sv, k.name_en kind_en,
                   v.organisation_id, o.name organisation, o.organisation_kind, v.district_id, d.name district,
                   v.valid_from, v.valid_through
            """;

    /** The version of a unit on a day, or the nearest that is known: the first of one to come, the last of a closed one. */
    private static final String FROM = """
            from place p
            join place_version v on v.id = (
              select n.id from place_version n
              where n.place_id = p.id and n.known_until = :stillKnown
              order by :day between n.valid_from and n.valid_through desc, n.valid_from > :day,
                       case when n.valid_from > :day then n.valid_from end, n.valid_through desc
              limit 1)
            join unit_kind k on k.id = v.unit_kind_id
            join place_version o on o.place_id = v.organisation_id and o.known_until = :stillKnown
              and least(greatest(:day, v.valid_from), v.valid_through) between o.valid_from and o.valid_through
            left join place_version d on d.place_id = v.district_id and d.known_until = :stillKnown
              and least(greatest(:day, v.valid_from), v.valid_through) between d.valid_from and d.valid_through
            where p.kind = 'UNIT' and\s""";

    private static final String NEAREST_DAY = "least(greatest(:scopeDay, v.valid_from), v.valid_through)";

    @Inject
    private Database database;

    @Inject
    private Guard guard;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Inject
    private Placements placements;

    /** @throws se.metodporten.access.AccessDenied when the reader may not see it, or there is no such unit */
    public Unit unit(long id, LocalDate asOf) {
        Scope scope = seen();
        return database.query(handle -> {
                    Query query = handle.createQuery(
                                    UNIT + FROM + scope.covers("p.id", NEAREST_DAY) + " and p.id = :id")
                            .bind("id", id);
                    return onDay(scope.bind(query, today()), asOf)
                            .map(ConstructorMapper.of(Unit.class))
                            .findOne();
                })
                .orElseThrow(() -> guard.refusal("VIEW_UNIT", "place:" + id));
    }

    /** A unit's history as known now, newest first; for whoever may see the unit. */
    public List<UnitPeriod> history(long id) {
        unit(id, today());
        return database.query(handle -> handle.createQuery("""
                        select v.valid_from, v.valid_through, v.name, k.name_sv kind_sv, k.name_en kind_en,
                               o.name organisation, d.name district
                        from place_version v
                        join unit_kind k on k.id = v.unit_kind_id
                        join place_version o on o.place_id = v.organisation_id and o.known_until = :stillKnown
                          and v.valid_from between o.valid_from and o.valid_through
                        left join place_version d on d.place_id = v.district_id and d.known_until = :stillKnown
                          and v.valid_from between d.valid_from and d.valid_through
                        where v.place_id = :id and v.known_until = :stillKnown
                        order by v.valid_from desc""")
                .bind("id", id)
                .bind("stillKnown", CountyTime.STILL_KNOWN)
                .map(ConstructorMapper.of(UnitPeriod.class))
                .list());
    }

    /**
     * From the county down to the place itself, by the placement of today; of a closed unit by its last. Names of places
     * are no secret among those who are signed in.
     */
    public List<PlaceName> trail(long placeId) {
        if (guard.reader().system()) {
            guard.anyone();
        } else {
            guard.requireSignedIn();
        }
        return database.query(handle -> handle.createQuery("""
                        select a.id, a.kind, av.name
                        from place_ancestor pa
                        join place a on a.id = pa.ancestor_id
                        join place_version av on av.place_id = a.id and av.known_until = :stillKnown
                          and least(:day, pa.valid_through) between av.valid_from and av.valid_through
                        where pa.place_id = :place and pa.known_until = :stillKnown
                          and pa.valid_from = (
                            select n.valid_from from place_ancestor n
                            where n.place_id = :place and n.ancestor_id = :place and n.known_until = :stillKnown
                            order by n.valid_from <= :day desc, n.valid_from desc limit 1)
                        order by field(a.kind, 'COUNTY', 'DISTRICT', 'ORGANISATION', 'UNIT')""")
                .bind("place", placeId)
                .bind("day", today())
                .bind("stillKnown", CountyTime.STILL_KNOWN)
                .map(ConstructorMapper.of(PlaceName.class))
                .list());
    }

    /** A page beyond the last is empty. */
    public Page<Unit> units(UnitSearch search, Paging paging) {
        Scope scope = seen();
        return database.query(handle -> {
            String where = FROM + scope.covers("p.id", NEAREST_DAY) + filters(search);
            int total = bound(handle.createQuery("select count(*) " + where), scope, search)
                    .mapTo(int.class)
                    .one();
            List<Unit> rows = bound(
                            handle.createQuery(
                                    UNIT + where + " order by " + search.order() + " limit :size offset :skip"),
                            scope,
                            search)
                    .bind("size", paging.size())
                    .bind("skip", paging.skipped())
                    .map(ConstructorMapper.of(Unit.class))
                    .list();
            return paging.of(rows, total);
        });
    }

    /** Units in which the reader may do the action today, by name, for a choice in a form. */
    public List<PlaceName> unitsFor(Action action) {
        Scope scope = guard.scope(action);
        return database.query(handle -> scope.bind(
                        handle.createQuery("""
                                select p.id, p.kind, v.name
                                from place p
                                join place_version v on v.place_id = p.id and v.known_until = :stillKnown
                                  and :scopeDay between v.valid_from and v.valid_through
                                where p.kind = 'UNIT' and """ + " " + scope.covers("p.id") + " order by v.name, p.id"), today())
                .bind("stillKnown", CountyTime.STILL_KNOWN)
                .map(ConstructorMapper.of(PlaceName.class))
                .list());
    }

    public List<UnitKind> kinds() {
        guard.anyone();
        return database.query(
                handle -> handle.createQuery("select id, code, name_sv, name_en from unit_kind order by name_sv")
                        .map(ConstructorMapper.of(UnitKind.class))
                        .list());
    }

    /** As they are today, by name. */
    public List<Organisation> organisations() {
        guard.anyone();
        return database.query(handle -> handle.createQuery("""
                        select p.id, v.name, v.organisation_kind kind, v.district_id
                        from place p
                        join place_version v on v.place_id = p.id and v.known_until = :stillKnown
                          and :today between v.valid_from and v.valid_through
                        where p.kind = 'ORGANISATION'
                        order by v.name""")
                .bind("stillKnown", CountyTime.STILL_KNOWN)
                .bind("today", today())
                .map(ConstructorMapper.of(Organisation.class))
                .list());
    }

    /** As they are today, by name. */
    public List<PlaceName> districts() {
        guard.anyone();
        return database.query(handle -> handle.createQuery("""
                        select p.id, p.kind, v.name
                        from place p
                        join place_version v on v.place_id = p.id and v.known_until = :stillKnown
                          and :today between v.valid_from and v.valid_through
                        where p.kind = 'DISTRICT'
                        order by v.name""")
                .bind("stillKnown", CountyTime.STILL_KNOWN)
                .bind("today", today())
                .map(ConstructorMapper.of(PlaceName.class))
                .list());
    }

    /**
     * A new unit.
     *
     * @param code HSA-id
     * @return its id
     */
    public long open(String code, UnitDetails details, LocalDate from) {
        guard.require(Action.ADMINISTER, details.organisationId());
        String hsaId = PlainText.require("code", code, LONGEST_CODE).toUpperCase(Locale.ROOT);
        UnitDetails placed = placed(details);
        long id = database.query(handle -> {
            if (handle.createQuery("select count(*) from place where code = :code")
                            .bind("code", hsaId)
                            .mapTo(int.class)
                            .one()
                    > 0) {
                throw DomainException.at("code", "organisation.refused.codeTaken", hsaId);
            }
            return handle.createUpdate("insert into place (kind, code) values ('UNIT', :code)")
                    .bind("code", hsaId)
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(long.class)
                    .one();
        });
        placements.hold(
                id,
                placed,
                requireDay(from),
                CountyTime.END_OF_DAYS,
                guard.reader().actor());
        audit.done(guard.reader().actor(), "OPEN_UNIT", "place:" + id, id, null);
        return id;
    }

    /** Renamed, moved or of another kind from a day on; before it the unit keeps its past. */
    public void change(long id, UnitDetails details, LocalDate from) {
        guard.require(Action.ADMINISTER, id);
        guard.require(Action.ADMINISTER, details.organisationId());
        UnitDetails placed = placed(details);
        List<Placements.Version> known = requireUnit(id);
        LocalDate first = known.get(0).validFrom();
        LocalDate last = known.get(known.size() - 1).validThrough();
        if (from.isBefore(first) || from.isAfter(last)) {
            throw DomainException.at("from", "organisation.refused.outsideLife", first, last);
        }
        placements.hold(id, placed, requireDay(from), last, guard.reader().actor());
        audit.done(guard.reader().actor(), "CHANGE_UNIT", "place:" + id, id, null);
    }

    /** The unit exists until that day, inclusive; its past stays. */
    public void close(long id, LocalDate lastDay) {
        guard.require(Action.ADMINISTER, id);
        List<Placements.Version> known = requireUnit(id);
        LocalDate first = known.get(0).validFrom();
        if (lastDay.isBefore(first)) {
            throw DomainException.at("lastDay", "organisation.refused.beforeFirstDay", first);
        }
        placements.end(id, requireDay(lastDay), guard.reader().actor());
        audit.done(guard.reader().actor(), "CLOSE_UNIT", "place:" + id, id, null);
    }

    private List<Placements.Version> requireUnit(long id) {
        List<Placements.Version> known = placements.lockAndRead(id);
        if (known.isEmpty()) {
            throw new DomainException("organisation.refused.noUnit");
        }
        return known;
    }

    /** A unit lies in its organisation's district; only the units of one without a district (a region) choose their own. */
    private UnitDetails placed(UnitDetails details) {
        String name = PlainText.require("name", details.name(), LONGEST_NAME);
        Organisation organisation = organisations().stream()
                .filter(known -> known.id() == details.organisationId())
                .findFirst()
                .orElseThrow(() -> DomainException.at("organisation", "organisation.refused.noOrganisation"));
        Long district = details.districtId();
        if (organisation.districtId() != null) {
            if (district != null && !Objects.equals(district, organisation.districtId())) {
                throw DomainException.at("district", "organisation.refused.otherDistrict", organisation.name());
            }
            district = organisation.districtId();
        }
        return new UnitDetails(name, details.unitKindId(), details.organisationId(), district);
    }

    private static LocalDate requireDay(LocalDate day) {
        if (day.isBefore(CountyTime.FIRST_DAY) || day.isAfter(CountyTime.END_OF_DAYS)) {
            throw new DomainException("common.refused.day", CountyTime.FIRST_DAY, CountyTime.END_OF_DAYS);
        }
        return day;
    }

    private Scope seen() {
        return guard.scope(Action.VIEW_COVERAGE).or(guard.scope(Action.ADMINISTER));
    }

    private static String filters(UnitSearch search) {
        StringBuilder filters =
                new StringBuilder(search.closed() ? " and v.valid_through < :day" : " and v.valid_through >= :day");
        if (!search.text().isBlank()) {
            filters.append(" and (v.name like :text escape '|' or p.code like :text escape '|')");
        }
        if (search.kindId() != null) {
            filters.append(" and v.unit_kind_id = :kind");
        }
        if (search.organisationId() != null) {
            filters.append(" and v.organisation_id = :organisation");
        }
        if (search.districtId() != null) {
            filters.append(" and v.district_id = :district");
        }
        if (search.countyWide()) {
            filters.append(" and v.district_id is null");
        }
        return filters.toString();
    }

    private Query bound(Query query, Scope scope, UnitSearch search) {
        Query bound = onDay(scope.bind(query, today()), today());
        if (!search.text().isBlank()) {
            bound.bind("text", Containing.pattern(search.text()));
        }
        bindIfAsked(bound, "kind", search.kindId());
        bindIfAsked(bound, "organisation", search.organisationId());
        bindIfAsked(bound, "district", search.districtId());
        return bound;
    }

    private static void bindIfAsked(Query query, String name, @Nullable Long id) {
        Optional.ofNullable(id).ifPresent(asked -> query.bind(name, asked));
    }

    private static Query onDay(Query query, LocalDate day) {
        return query.bind("day", day).bind("stillKnown", CountyTime.STILL_KNOWN);
    }

    private LocalDate today() {
        return CountyTime.today(clock);
    }
}

package se.metodporten.coverage;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Service;
import se.metodporten.audit.Audit;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.common.DomainException;
import se.metodporten.common.RecordRows;
import se.metodporten.organisation.OrganisationKind;

/**
 * What places need of a role by their kind, decided by the process leader for the whole county; exceptions of one place are
 * {@link Needs}. Versions are only appended, with both times. Coverage follows at once.
 */
@Service
public class RoleNeeds {

    private static final String OF_KINDS = """
            from need n join role r on r.id = n.role_id and r.code = :role
            left join unit_kind k on k.id = n.unit_kind_id
            where n.place_id is null and\s""";

    private record Row(
            long id,
            @Nullable String unitKind,
            @Nullable OrganisationKind organisationKind,
            int number,
            LocalDate validFrom,
            LocalDate validThrough) {

        KindNeed need() {
            return new KindNeed(unitKind, organisationKind, number);
        }
    }

    /** How many places of a kind there are. */
    public record Places(@Nullable String unitKind, OrganisationKind organisationKind, int number) {}

    /**
     * @param needs on the day asked about
     * @param coming days from which something else is decided
     * @param places there are on that day
     * @param version of what was read, to be given back with a decision
     */
    public record Decided(List<KindNeed> needs, List<LocalDate> coming, List<Places> places, long version) {

        /** How many places a need is about. */
        public int places(KindNeed need) {
            return places.stream()
                    .filter(one -> need.organisationKind() == null || need.organisationKind() == one.organisationKind)
                    .filter(one -> need.unitKind() == null
                            ? one.unitKind == null
                            : need.unitKind().equals(one.unitKind))
                    .mapToInt(Places::number)
                    .sum();
        }
    }

    @Inject
    private Guard guard;

    @Inject
    private Database database;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** For whoever may decide it. */
    public Decided of(String role, LocalDate day) {
        guard.requireAnywhere(Action.EDIT_ROLES);
        return database.query(handle -> {
            List<Row> rows = known(handle, role, day);
            return new Decided(
                    rows.stream()
                            .filter(row -> !row.validFrom.isAfter(day))
                            .map(Row::need)
                            .toList(),
                    rows.stream()
                            .map(Row::validFrom)
                            .filter(from -> from.isAfter(day))
                            .distinct()
                            .sorted()
                            .toList(),
                    places(handle, role, day),
                    version(handle, role));
        });
    }

    /**
     * Decides what places need from a day on, in place of all that was decided of that day and later ones. The same decision
     * again changes nothing.
     *
     * @param needs those with number 0 need nobody
     * @param seenVersion of {@link Decided} when the form was opened
     */
    public void decide(String role, LocalDate from, List<KindNeed> needs, long seenVersion) {
        guard.requireAnywhere(Action.EDIT_ROLES);
        check(from, needs);
        database.execute(handle -> {
            long id = lock(handle, role);
            requireFitting(handle, id, needs);
            List<Row> known = known(handle, role, from);
            List<KindNeed> asked =
                    needs.stream().filter(need -> need.number() > 0).toList();
            if (isSo(known, asked, from)) {
                return;
            }
            if (version(handle, role) != seenVersion) {
                throw new DomainException("common.refused.changedMeanwhile");
            }
            write(handle, id, known, asked, from);
            audit.done(guard.reader().actor(), "DECIDE_NEEDS", "need:" + role, null, from + ": " + asked);
        });
    }

    private void check(LocalDate from, List<KindNeed> needs) {
        LocalDate today = CountyTime.today(clock);
        if (from.isBefore(today) || !from.isBefore(CountyTime.END_OF_DAYS)) {
            throw DomainException.at("from", "coverage.refused.needPast", today);
        }
        Set<List<@Nullable Object>> kinds = new HashSet<>();
        for (int i = 0; i < needs.size(); i++) {
            KindNeed need = needs.get(i);
            if (need.number() < 0 || need.number() > NeedDecision.LARGEST) {
                throw DomainException.at("number-" + i, "coverage.refused.number", NeedDecision.LARGEST);
            }
            List<@Nullable Object> kind = new ArrayList<>();
            kind.add(need.unitKind());
            kind.add(need.organisationKind());
            if (!kinds.add(kind)) {
                throw DomainException.at("organisationKind-" + i, "coverage.refused.needTwice");
            }
            if (need.unitKind() == null && need.organisationKind() == null) {
                throw new DomainException("coverage.refused.noSuchNeed");
            }
        }
    }

    private static boolean isSo(List<Row> known, List<KindNeed> asked, LocalDate from) {
        return known.stream().noneMatch(row -> row.validFrom.isAfter(from))
                && known.stream().allMatch(row -> row.validThrough.equals(CountyTime.END_OF_DAYS))
                && new HashSet<>(known.stream().map(Row::need).toList()).equals(new HashSet<>(asked));
    }

    private void write(Handle handle, long role, List<Row> known, List<KindNeed> asked, LocalDate from) {
        Instant now = clock.instant();
        for (Row row : known) {
            handle.createUpdate("update need set known_until = :now where id = :id")
                    .bind("now", now)
                    .bind("id", row.id)
                    .execute();
            if (row.validFrom.isBefore(from)) {
                insert(handle, role, row.need(), row.validFrom, from.minusDays(1), now);
            }
        }
        asked.forEach(need -> insert(handle, role, need, from, CountyTime.END_OF_DAYS, now));
    }

    private void insert(Handle handle, long role, KindNeed need, LocalDate from, LocalDate through, Instant now) {
        handle.createUpdate("""
                        insert into need (role_id, unit_kind_id, organisation_kind, number, valid_from, valid_through,
                                          known_from, recorded_by)
                        values (:role, (select id from unit_kind where code = :kind), :organisation, :number, :from,
                                :through, :now, :actor)""")
                .bind("role", role)
                .bind("kind", need.unitKind())
                .bind(
                        "organisation",
                        need.organisationKind() == null
                                ? null
                                : need.organisationKind().name())
                .bind("number", need.number())
                .bind("from", from)
                .bind("through", through)
                .bind("now", now)
                .bind("actor", guard.reader().actor())
                .execute();
    }

    private static long lock(Handle handle, String role) {
        long id = handle.createQuery("select id from role where code = :role for update")
                .bind("role", role)
                .mapTo(Long.class)
                .findOne()
                .orElseThrow(() -> new DomainException("coverage.refused.noSuchNeed"));
        if (!holds(handle.createQuery("select exists (select 1 from role_version where role_id = :role)"), id)) {
            throw new DomainException("coverage.refused.needOfBegun");
        }
        return id;
    }

    /** A role held at units is needed by kinds of units that there are, another by kinds of organisations alone. */
    private static void requireFitting(Handle handle, long role, List<KindNeed> needs) {
        for (KindNeed need : needs) {
            if (!holds(handle.createQuery("""
                            select if(r.held_at = 'UNIT', exists (select 1 from unit_kind where code = :kind), :kind is null)
                            from role r where r.id = :role""").bind("kind", need.unitKind()), role)) {
                throw new DomainException("coverage.refused.noSuchNeed");
            }
        }
    }

    private static boolean holds(Query question, long role) {
        return question.bind("role", role).mapTo(Boolean.class).one();
    }

    /** What is known now and reaches that day or a later one. */
    private static List<Row> known(Handle handle, String role, LocalDate from) {
        return handle.createQuery(
                        "select n.id, k.code unit_kind, n.organisation_kind, n.number, n.valid_from, n.valid_through "
                                + OF_KINDS
                                + "n.known_until = :stillKnown and n.valid_through >= :from order by k.name_sv, n.id")
                .bind("role", role)
                .bind("from", from)
                .bind("stillKnown", CountyTime.STILL_KNOWN)
                .map(RecordRows.of(Row.class))
                .list();
    }

    private static long version(Handle handle, String role) {
        return handle.createQuery("select coalesce(max(n.id), 0) + sum(n.known_until < :stillKnown) " + OF_KINDS
                        + "n.known_from is not null")
                .bind("role", role)
                .bind("stillKnown", CountyTime.STILL_KNOWN)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    private static List<Places> places(Handle handle, String role, LocalDate day) {
        return handle.createQuery("""
                        select k.code unit_kind, o.organisation_kind, count(*) number
                        from role r
                        join place u on u.kind = r.held_at
                        join place_version v on v.place_id = u.id and v.known_until = :stillKnown
                          and :day between v.valid_from and v.valid_through
                        join place_version o on o.place_id = coalesce(v.organisation_id, v.place_id)
                          and o.known_until = :stillKnown and :day between o.valid_from and o.valid_through
                        left join unit_kind k on k.id = v.unit_kind_id
                        where r.code = :role and o.organisation_kind is not null
                        group by k.code, o.organisation_kind""")
                .bind("role", role)
                .bind("day", day)
                .bind("stillKnown", CountyTime.STILL_KNOWN)
                .map(RecordRows.of(Places.class))
                .list();
    }
}

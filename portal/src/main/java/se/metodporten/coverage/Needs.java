package se.metodporten.coverage;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Service;
import se.metodporten.audit.Audit;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.common.DomainException;
import se.metodporten.common.RecordRows;
import se.metodporten.person.NameScope;
import se.metodporten.person.Names;

/**
 * Exceptions to the need of a place, decided by the coordinator with a reason. Versions are only appended, with both
 * times: what was decided earlier, and what was known then, can be told. Coverage follows at once.
 */
@Service
public class Needs {

    private static final String STILL = "known_until = '9999-12-31 23:59:59'";

    /** Row of an exception that is cut where a new decision meets it. */
    private record Standing(long id, int number, String reason, LocalDate validFrom, LocalDate validThrough) {}

    @Inject
    private Guard guard;

    @Inject
    private Database database;

    @Inject
    private Names names;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** For whoever may see the place's coverage. */
    public PlaceNeed of(long placeId, String role, LocalDate asOf) {
        guard.require(Action.VIEW_COVERAGE, placeId);
        List<NeedException> exceptions = exceptions(placeId, role);
        return new PlaceNeed(general(placeId, role, asOf), exceptions, version(exceptions));
    }

    /**
     * Decides what the place needs from a day on. What was decided of other days stays. The same decision again changes
     * nothing.
     *
     * @param seenVersion of {@link PlaceNeed} when the form was opened
     */
    public void decide(NeedDecision decision, long seenVersion) {
        guard.require(Action.FOLLOW_UP, decision.placeId());
        database.execute(handle -> {
            lock(handle, decision);
            List<Standing> standing = standing(handle, decision);
            if (isSo(decision, standing)) {
                return;
            }
            if (version(exceptions(decision.placeId(), decision.role())) != seenVersion) {
                throw new DomainException("common.refused.changedMeanwhile");
            }
            splice(handle, decision, standing);
        });
        audit.done(
                guard.reader().actor(),
                "DECIDE_NEED",
                "need:" + decision.role(),
                decision.placeId(),
                decision.number() + " " + decision.from() + "–" + decision.through() + ": " + decision.reason());
    }

    /** The place must be of the kind at which the role is held; two who decide about it wait for each other. */
    private static void lock(Handle handle, NeedDecision decision) {
        boolean exists = handle.createQuery("""
                        select p.id from place p join role r on r.held_at = p.kind and r.code = :role
                        where p.id = :place for update""")
                .bind("place", decision.placeId())
                .bind("role", decision.role())
                .mapTo(Long.class)
                .findOne()
                .isPresent();
        if (!exists) {
            throw new DomainException("coverage.refused.noSuchNeed");
        }
    }

    private static boolean isSo(NeedDecision decision, List<Standing> standing) {
        return decision.number() == null
                ? standing.isEmpty()
                : standing.stream()
                        .anyMatch(one -> one.number == decision.number()
                                && one.reason.equals(decision.reason())
                                && one.validFrom.equals(decision.from())
                                && one.validThrough.equals(decision.through()));
    }

    /** Closes what the decision meets, and writes again the days before and after it. */
    private void splice(Handle handle, NeedDecision decision, List<Standing> standing) {
        Instant now = clock.instant();
        for (Standing met : standing) {
            handle.createUpdate("update need set known_until = :now where id = :id")
                    .bind("now", now)
                    .bind("id", met.id)
                    .execute();
            if (met.validFrom.isBefore(decision.from())) {
                insert(handle, decision, met, met.validFrom, decision.from().minusDays(1), now);
            }
            if (met.validThrough.isAfter(decision.through())) {
                insert(handle, decision, met, decision.through().plusDays(1), met.validThrough, now);
            }
        }
        if (decision.number() != null) {
            Standing decided =
                    new Standing(0, decision.number(), decision.reason(), decision.from(), decision.through());
            insert(handle, decision, decided, decision.from(), decision.through(), now);
        }
    }

    private void insert(
            Handle handle, NeedDecision about, Standing what, LocalDate from, LocalDate through, Instant now) {
        handle.createUpdate("""
                        insert into need (role_id, place_id, number, reason, valid_from, valid_through, known_from, recorded_by)
                        select id, :place, :number, :reason, :from, :through, :now, :actor from role where code = :role""")
                .bind("place", about.placeId())
                .bind("role", about.role())
                .bind("number", what.number)
                .bind("reason", what.reason)
                .bind("from", from)
                .bind("through", through)
                .bind("now", now)
                .bind("actor", guard.reader().actor())
                .execute();
    }

    private static List<Standing> standing(Handle handle, NeedDecision decision) {
        return handle.createQuery("""
                        select n.id, n.number, coalesce(n.reason, '') reason, n.valid_from, n.valid_through
                        from need n join role r on r.id = n.role_id and r.code = :role
                        where n.place_id = :place and n.""" + STILL
                        + " and n.valid_through >= :from and n.valid_from <= :through order by n.valid_from")
                .bind("role", decision.role())
                .bind("place", decision.placeId())
                .bind("from", decision.from())
                .bind("through", decision.through())
                .map(RecordRows.of(Standing.class))
                .list();
    }

    private int general(long placeId, String role, LocalDate asOf) {
        return database.query(handle -> handle.createQuery("""
                        select n.number
                        from place_version v
                        join place_version o on o.place_id = coalesce(v.organisation_id, v.place_id) and o.known_until = :still
                          and :day between o.valid_from and o.valid_through
                        join role r on r.code = :role
                        join need n on n.role_id = r.id and n.place_id is null and n.unit_kind_id <=> v.unit_kind_id
                          and (n.organisation_kind is null or n.organisation_kind = o.organisation_kind)
                          and n.known_until = :still and :day between n.valid_from and n.valid_through
                        where v.place_id = :place and v.known_until = :still and :day between v.valid_from and v.valid_through
                        order by n.organisation_kind is null, n.id desc limit 1""")
                .bind("place", placeId)
                .bind("role", role)
                .bind("day", asOf)
                .bind("still", CountyTime.STILL_KNOWN)
                .mapTo(int.class)
                .findOne()
                .orElse(0));
    }

    private List<NeedException> exceptions(long placeId, String role) {
        NameScope scope = names.forReader();
        return database.query(handle -> scope.bind(handle.createQuery("""
                                select n.id, n.number, coalesce(n.reason, '') reason, n.valid_from, n.valid_through,
                                       n.known_from recorded_at, """ + scope.name("p") + """
                                 recorded_by, case when n.known_until < :still then n.known_until end replaced_at
                                from need n
                                join role r on r.id = n.role_id and r.code = :role
                                left join person p on n.recorded_by = concat('person:', p.id)
                                where n.place_id = :place order by n.known_from desc, n.id desc"""))
                .bind("role", role)
                .bind("place", placeId)
                .bind("still", CountyTime.STILL_KNOWN)
                .map(RecordRows.of(NeedException.class))
                .list());
    }

    private static long version(List<NeedException> exceptions) {
        return exceptions.stream().mapToLong(NeedException::id).max().orElse(0L)
                + exceptions.stream().filter(one -> one.replacedAt() != null).count();
    }
}

package se.metodporten.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.shiro.SecurityUtils;
import org.apache.shiro.UnavailableSecurityManagerException;
import org.apache.shiro.subject.PrincipalCollection;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import se.metodporten.audit.Audit;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;

/**
 * The small door that every service operation asks: may this reader do this, here? Offices follow the place as it is
 * today. Refusals are audited. A call that asked nothing is failed by {@link GuardedCalls}.
 */
@ApplicationScoped
public class Guard {

    private static final ThreadLocal<@Nullable Reader> JOB = new ThreadLocal<>();

    @Inject
    private Database database;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Inject
    private CurrentReader current;

    /** Who is asking; never fails. Is no check by itself. */
    public Reader reader() {
        Reader job = JOB.get();
        if (job != null) {
            return job;
        }
        try {
            Reader known = current.get();
            if (known == null) {
                known = load();
                current.set(known);
            }
            return known;
        } catch (ContextNotActiveException outsideRequest) {
            return Reader.NOBODY;
        }
    }

    /** Offices may have changed in this request (someone signed in, a grant was given to oneself): look again. */
    public void forget() {
        current.set(null);
    }

    /** Anyone may, also without signing in: signing in itself, a mailed link. */
    public void anyone() {
        Checks.made();
    }

    /** @return the person's id */
    public long requireSignedIn() {
        Reader reader = reader();
        Checks.made();
        Long person = reader.personId();
        if (person == null) {
            throw new AccessDenied(false, false, "sign in first");
        }
        return person;
    }

    /**
     * Only whoever has just proved again who they are.
     *
     * @return the person's id
     */
    public long requireProved(Proof proof) {
        long person = requireSignedIn();
        if (!proof.of(person, clock.instant())) {
            throw refuse(reader(), "PROVED", "person:" + person, null);
        }
        return person;
    }

    /** Only for our own jobs ({@link Jobs}, {@link #asSystem}), never for people. */
    public void requireSystem() {
        Reader reader = reader();
        Checks.made();
        if (!reader.system()) {
            throw refuse(reader, "SYSTEM", null, null);
        }
    }

    /** Only for that person's own things (or a job's). */
    public void requireSelf(long personId) {
        Reader reader = reader();
        Checks.made();
        if (!reader.system() && (reader.personId() == null || reader.personId() != personId)) {
            throw refuse(reader, "SELF", "person:" + personId, null);
        }
    }

    /** @throws AccessDenied (audited) unless the reader may do the action in that place */
    public void require(Action action, long placeId) {
        Reader reader = reader();
        Checks.made();
        if (!allowed(reader, action, placeId)) {
            throw refuse(reader, action.name(), null, placeId);
        }
    }

    /** {@link #require} about many places, by one statement. */
    public void requireAll(Action action, Collection<Long> places) {
        Set<Long> allowed = mayIn(action, places);
        places.stream().filter(place -> !allowed.contains(place)).findFirst().ifPresent(place -> {
            throw refuse(reader(), action.name(), null, place);
        });
    }

    /** @throws AccessDenied (audited) unless the reader may do the action in at least one place */
    public void requireAnywhere(Action action) {
        Reader reader = reader();
        Checks.made();
        if (!reader.system() && reader.placesFor(action).isEmpty()) {
            throw refuse(reader, action.name(), null, null);
        }
    }

    /** As {@link #require}, as a question; counts as a check, so the caller must act on the answer. */
    public boolean may(Action action, long placeId) {
        Checks.made();
        return allowed(reader(), action, placeId);
    }

    /** Those of the places where the reader may do the action: {@link #may} about many, by one statement. */
    public Set<Long> mayIn(Action action, Collection<Long> places) {
        Checks.made();
        Reader reader = reader();
        if (reader.system()) {
            return Set.copyOf(places);
        }
        Scope scope = new Scope(reader.placesFor(action));
        if (scope.isEmpty() || places.isEmpty()) {
            return Set.of();
        }
        return database.query(handle -> {
            Query query = handle.createQuery(
                            "select p.id from place p where p.id in (<places>) and " + scope.covers("p.id"))
                    .bindList("places", Set.copyOf(places));
            return scope.bind(query, today()).mapTo(Long.class).set();
        });
    }

    /** Whether the reader may do the action somewhere: for navigation. Is no check by itself. */
    public boolean mayAnywhere(Action action) {
        Reader reader = reader();
        return reader.system() || !reader.placesFor(action).isEmpty();
    }

    /** As {@link #scope}, to shape an answer rather than to decide on it. Is no check by itself. */
    public Scope placesFor(Action action) {
        Reader reader = reader();
        return new Scope(reader.system() ? counties() : reader.placesFor(action));
    }

    /** The places below which the reader may do the action, to be joined in SQL; counts as the check of a list. */
    public Scope scope(Action action) {
        Checks.made();
        return placesFor(action);
    }

    /** Refuses in the guard's words, audited, for a rule that an office alone cannot say (not the signatory, not the leader). */
    public AccessDenied refusal(String what, @Nullable String subject) {
        Checks.made();
        return refuse(reader(), what, subject, null);
    }

    /** Runs a job as a named system subject that may do everything. */
    public <T> T asSystem(String job, Supplier<T> work) {
        Reader before = JOB.get();
        JOB.set(Reader.job(job));
        try {
            return work.get();
        } finally {
            if (before == null) {
                JOB.remove();
            } else {
                JOB.set(before);
            }
        }
    }

    private AccessDenied refuse(Reader reader, String action, @Nullable String subject, @Nullable Long placeId) {
        audit.refused(reader.actor(), action, subject, placeId);
        return new AccessDenied(
                reader.signedIn(),
                subject != null || placeId != null,
                action + (placeId == null ? "" : " in place " + placeId));
    }

    private boolean allowed(Reader reader, Action action, long placeId) {
        if (reader.system()) {
            return true;
        }
        Set<Long> roots = reader.placesFor(action);
        if (roots.isEmpty() || roots.contains(placeId)) {
            return !roots.isEmpty();
        }
        Scope scope = new Scope(roots);
        return database.query(handle -> {
            Query query = handle.createQuery(
                            "select count(*) from place p where p.id = :place and " + scope.covers("p.id"))
                    .bind("place", placeId);
            return scope.bind(query, today()).mapTo(int.class).one() > 0;
        });
    }

    private Reader load() {
        PrincipalCollection principals = principals();
        Long personId = principals == null ? null : principals.oneByType(Long.class);
        if (principals == null || personId == null || hasEnded(personId, principals.oneByType(Instant.class))) {
            return Reader.NOBODY;
        }
        Map<Office, Set<Long>> places = new EnumMap<>(Office.class);
        database.execute(handle -> handle.createQuery("""
                        select office, place_id from office_in_place
                        where person_id = :person and :today between valid_from and valid_through""")
                .bind("person", personId)
                .bind("today", today())
                .map((row, context) -> Map.entry(Office.valueOf(row.getString("office")), row.getLong("place_id")))
                .forEach(held -> places.computeIfAbsent(held.getKey(), office -> new TreeSet<>())
                        .add(held.getValue())));
        return new Reader(personId, "person:" + personId, false, places);
    }

    /** The account was closed, or its password changed, after the session began. */
    private boolean hasEnded(long personId, @Nullable Instant since) {
        return database.query(handle -> handle.createQuery(
                                "select count(*) from account where person_id = :person and (closed or sessions_from > :since)")
                        .bind("person", personId)
                        .bind("since", since)
                        .mapTo(int.class)
                        .one()
                > 0);
    }

    private static @Nullable PrincipalCollection principals() {
        try {
            return SecurityUtils.getSubject().getPrincipals();
        } catch (UnavailableSecurityManagerException outsideWeb) {
            return null;
        }
    }

    private Set<Long> counties() {
        return database.query(handle -> handle.createQuery("select id from place where kind = 'COUNTY'")
                .mapTo(Long.class)
                .set());
    }

    private LocalDate today() {
        return CountyTime.today(clock);
    }
}

package se.metodporten.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import se.metodporten.register.RegisterRows.Kept;

/**
 * Whom the rows of a file are about. An HSA-id that is known tells it; else the same name and e-mail is a proposal that
 * somebody decides about, as in a file of staff. So are two known people of the file with the same name and e-mail. Until
 * it is decided, a row is counted as if about the person proposed, and two who are known stay two. Who has protected
 * identity is known by HSA-id only.
 */
final class PeopleInFile {

    private static final int SOME = 1_000;

    /** A person of the portal. */
    record Known(
            long id,
            String givenName,
            String familyName,
            @Nullable String email,
            boolean hidden) {

        /** Under another name than the row's: the HSA-id may be a slip of the pen. */
        boolean isCalledOtherwise(RegisterLine line) {
            return !hidden
                    && !line.givenName().isEmpty()
                    && !line.familyName().isEmpty()
                    && !givenName.equalsIgnoreCase(line.givenName())
                    && !familyName.equalsIgnoreCase(line.familyName());
        }
    }

    /** Somebody in the file. @param leads the first of the rows */
    record Somebody(
            int leads,
            @Nullable Known known,
            @Nullable Long likePerson,
            @Nullable Integer likeLine,
            boolean merges,
            @Nullable Boolean same,
            @Nullable Long personId) {}

    private final Map<String, Known> byHsaId = new HashMap<>();
    private final Map<String, Known> byIdentity = new HashMap<>();
    private final Map<String, Somebody> all = new LinkedHashMap<>();
    private final Map<String, Somebody> firstCalled = new HashMap<>();
    private final Map<Long, Long> became = new HashMap<>();

    /** @param rows in which nothing is wrong by themselves */
    PeopleInFile(Handle handle, List<Kept> rows) {
        Set<String> hsaIds = new TreeSet<>();
        Set<String> emails = new TreeSet<>();
        for (Kept row : rows) {
            add(hsaIds, row.line().hsaId());
            add(emails, row.line().email());
        }
        inSome(hsaIds, some -> byHsaId(handle, some));
        byHsaId.values().forEach(known -> add(emails, known.email));
        inSome(emails, some -> byEmail(handle, some));
        for (Kept row : rows) {
            String key = row.line().person();
            if (!all.containsKey(key)) {
                all.put(key, somebody(row));
            }
        }
    }

    Somebody who(RegisterLine line) {
        return Objects.requireNonNull(all.get(line.person()));
    }

    /** The person that a row is about, after merges; null when nobody is known. */
    @Nullable
    Long person(RegisterLine line) {
        Long person = who(line).personId();
        return person == null ? null : became(person);
    }

    /** Whom people are merged into by what was decided. */
    Map<Long, Long> became() {
        return became;
    }

    long became(long person) {
        return became.getOrDefault(person, person);
    }

    /** All of the portal that the file may be about, before merges. */
    Set<Long> everybody() {
        Set<Long> ids = new TreeSet<>();
        all.values().forEach(one -> {
            Long person = one.personId();
            if (person != null) {
                ids.add(person);
            }
        });
        ids.addAll(became.values());
        return ids;
    }

    /** They stay two. */
    void keepApart(long person) {
        became.remove(person);
    }

    private Somebody somebody(Kept row) {
        RegisterLine line = row.line();
        Known known = line.hsaId() == null ? null : byHsaId.get(line.hsaId());
        return known == null ? unknown(row) : known(row, known);
    }

    private Somebody known(Kept row, Known known) {
        int line = row.line().line();
        String email = known.email == null ? row.line().email() : known.email;
        String identity = RegisterLine.identity(known.givenName, known.familyName, email);
        Somebody alone = new Somebody(line, known, null, null, false, null, known.id);
        if (email == null || known.hidden) {
            return alone;
        }
        Somebody first = firstCalled.putIfAbsent(identity, alone);
        Known other = first == null ? null : first.known;
        if (first == null || other == null || other.id == known.id) {
            return alone;
        }
        Boolean same = decided(row, null, first.leads);
        if (Boolean.TRUE.equals(same)) {
            became.put(known.id, other.id);
        }
        return new Somebody(line, known, null, first.leads, true, same, known.id);
    }

    private Somebody unknown(Kept row) {
        RegisterLine line = row.line();
        if (line.email() == null) {
            return new Somebody(line.line(), null, null, null, false, null, null);
        }
        String identity = RegisterLine.identity(line.givenName(), line.familyName(), line.email());
        Known like = byIdentity.get(identity);
        Somebody first = firstCalled.get(identity);
        Long likePerson = like == null ? null : Long.valueOf(like.id);
        Integer likeLine = like != null || first == null ? null : Integer.valueOf(first.leads);
        Boolean same = decided(row, likePerson, likeLine);
        Long proposed = likePerson != null ? likePerson : first == null ? null : first.personId;
        return new Somebody(
                line.line(), null, likePerson, likeLine, false, same, Boolean.FALSE.equals(same) ? null : proposed);
    }

    /** A decision holds only for what it was made about. */
    private static @Nullable Boolean decided(Kept row, @Nullable Long likePerson, @Nullable Integer likeLine) {
        boolean same = Objects.equals(row.likePerson(), likePerson) && Objects.equals(row.likeLine(), likeLine);
        return same && (likePerson != null || likeLine != null) ? row.same() : null;
    }

    private void byHsaId(Handle handle, Collection<String> some) {
        handle.createQuery("""
                        select distinct e.hsa_id, p.id, p.given_name, p.family_name, p.email, p.protected
                        from employment e join person o on o.id = e.person_id
                        join person p on p.id = coalesce(o.merged_into, o.id)
                        where e.hsa_id in (<ids>)""")
                .bindList("ids", some)
                .map((row, context) -> Map.entry(row.getString("hsa_id").toUpperCase(Locale.ROOT), known(row)))
                .forEach(found -> byHsaId.putIfAbsent(found.getKey(), found.getValue()));
    }

    private void byEmail(Handle handle, Collection<String> some) {
        handle.createQuery("""
                        select p.id, p.given_name, p.family_name, p.email, p.protected from person p
                        where p.email in (<emails>) and p.merged_into is null and not p.protected order by p.id""")
                .bindList("emails", some)
                .map((row, context) -> known(row))
                .forEach(found -> byIdentity.putIfAbsent(
                        RegisterLine.identity(found.givenName, found.familyName, found.email), found));
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                row.getLong("id"),
                row.getString("given_name"),
                row.getString("family_name"),
                row.getString("email"),
                row.getBoolean("protected"));
    }

    private static void add(Set<String> to, @Nullable String value) {
        if (value != null) {
            to.add(value);
        }
    }

    /** Some at a time. */
    static <T> void inSome(Collection<T> all, Consumer<List<T>> each) {
        List<T> list = new ArrayList<>(all);
        for (int from = 0; from < list.size(); from += SOME) {
            each.accept(list.subList(from, Math.min(list.size(), from + SOME)));
        }
    }
}

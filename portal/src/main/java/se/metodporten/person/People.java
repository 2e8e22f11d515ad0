package se.metodporten.person;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
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
 * Finding people, adding someone on the spot, and merging two rows that are one person. A reader finds those who work
 * today in a unit where the reader sees people, appoints, adds or trains; a system administrator finds everyone.
 */
@Service
public class People {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_EMAIL = 254;
    private static final int MOST_WORDS = 5;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s;,<>\"]+@[^@\\s;,<>\"]+\\.[^@\\s;,<>\".]+");

    private static final String PERSON =
            "select p.id, p.given_name, p.family_name, p.email, p.protected protected_identity";

    private static final String WORKS_HERE = """
            exists (select 1 from employment e
                    where e.person_id = p.id and :day between e.valid_from and e.valid_through and\s""";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Database database;

    @Inject
    private Guard guard;

    @Inject
    private Names names;

    @Inject
    private Register register;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Inject
    private Event<PersonsMerged> merged;

    /** One page of the people whom the reader finds, by name; protected ones only where the reader may know them. */
    public Page<PersonRow> find(PersonSearch search, Paging paging) {
        Sight sight = requireSight();
        List<String> words = words(search.text());
        String where = " from person p where p.merged_into is null and "
                + sight.names().visible("p") + " and " + sight.seen("p") + filters(search, words);
        return database.query(handle -> {
            int total = bound(handle.createQuery("select count(*)" + where), sight, search, words)
                    .mapTo(int.class)
                    .one();
            List<PersonRow> found = bound(
                            handle.createQuery(
                                    PERSON + where + " order by " + search.order() + " limit :size offset :skip"),
                            sight,
                            search,
                            words)
                    .bind("size", paging.size())
                    .bind("skip", paging.skipped())
                    .map((row, context) -> new PersonRow(
                            row.getLong("id"),
                            row.getString("given_name"),
                            row.getString("family_name"),
                            row.getString("email"),
                            row.getBoolean("protected_identity"),
                            List.of()))
                    .list();
            return paging.of(withWork(handle, found, sight), total);
        });
    }

    /**
     * What the reader may know of a person: the reader themselves, or someone whom {@link #find} would look among.
     *
     * @throws se.metodporten.access.AccessDenied also when there is no such person
     */
    public PersonCard person(long id) {
        return seen(id).orElseThrow(() -> guard.refusal("VIEW_PERSON", "person:" + id));
    }

    /**
     * As {@link #person}, of the one who stands for both when two were merged; empty for those whom the reader does not
     * see. Who follows the e-learning of a unit sees the people there too, to help them.
     */
    public Optional<PersonCard> seen(long id) {
        Sight sight = sight().with(guard.scope(Action.VIEW_ELEARNING));
        return database.query(handle -> {
            Query query = sight.names()
                    .bind(handle.createQuery("select p.id, " + sight.names().name("p") + " name, "
                            + sight.names().only("p", "p.email") + " email, p.protected protected_identity"
                            + " from person asked join person p on p.id = coalesce(asked.merged_into, asked.id)"
                            + " where asked.id = :id and (p.id = :self or " + sight.seen("p") + " or "
                            + sight.managing("p") + ")"))
                    .bind("id", id)
                    .bind("self", sight.names().reader());
            return sight.bind(query)
                    .map((row, context) -> new PersonCard(
                            row.getLong("id"),
                            row.getString("name"),
                            row.getString("email"),
                            row.getBoolean("protected_identity"),
                            List.of()))
                    .findOne()
                    .map(card -> card.name() == null ? card : withWork(handle, card, sight));
        });
    }

    /** Those who hold the office of manager in the unit itself today, by name; for whoever may see the unit. */
    public List<PersonRow> managers(long unitId) {
        if (!guard.may(Action.VIEW_COVERAGE, unitId) && !guard.may(Action.ADMINISTER, unitId)) {
            throw guard.refusal("VIEW_UNIT", "place:" + unitId);
        }
        NameScope visible = names.forReader();
        return database.query(handle -> visible.bind(handle.createQuery(
                        PERSON + """
                         from person p
                        where exists (select 1 from office_grant g
                                      where g.person_id = p.id and g.office = 'MANAGER' and g.place_id = :unit
                                        and :day between g.valid_from and g.valid_through)
                          and """ + " " + visible.visible("p") + " order by p.family_name, p.given_name, p.id"))
                .bind("unit", unitId)
                .bind("day", today())
                .map((row, context) -> new PersonRow(
                        row.getLong("id"),
                        row.getString("given_name"),
                        row.getString("family_name"),
                        row.getString("email"),
                        row.getBoolean("protected_identity"),
                        List.of()))
                .list());
    }

    /** Whether the reader may open the list of those who work in the unit. */
    public boolean maySeeStaff(long unitId) {
        return guard.may(Action.VIEW_PEOPLE, unitId)
                || guard.may(Action.APPOINT, unitId)
                || guard.may(Action.ADD_PERSON, unitId)
                || guard.may(Action.RUN_UNIT_TRAINING, unitId)
                || guard.may(Action.ADMINISTER, unitId);
    }

    /**
     * Adds someone who is not in the directory (agency, substitute) to a unit from today; to be merged when the directory
     * knows them.
     *
     * @return the person's id; the same one when the same form comes again
     */
    public long add(NewPerson person) {
        guard.require(Action.ADD_PERSON, person.unitId());
        PersonName name = new PersonName(
                PlainText.require("givenName", person.givenName(), LONGEST_NAME),
                PlainText.require("familyName", person.familyName(), LONGEST_NAME));
        String title = PlainText.require("title", person.title(), LONGEST_NAME);
        String email = emailOrNull(person.email());
        requireOpenUnitAndLock(person.unitId());
        String addedAs = "form:" + person.token();
        Optional<Long> already = addedAs(addedAs);
        if (already.isPresent()) {
            return already.get();
        }
        Instant now = clock.instant();
        String actor = guard.reader().actor();
        Person added = new Person(name, email, addedAs, now, actor);
        entities.persist(added);
        entities.flush();
        entities.persist(new Employment(added.id(), person.unitId(), title, today(), now, actor));
        audit.done(actor, "ADD_PERSON", "person:" + added.id(), person.unitId(), null);
        return added.id();
    }

    /**
     * The one row is the same person as the other, which stands for both from now on: employments, offices and the account
     * move, facts stay where they are and are read together ({@link Register#IDENTITIES}).
     */
    public void merge(long from, long into) {
        guard.requireAnywhere(Action.ADMINISTER);
        if (from == into) {
            throw new DomainException("person.refused.sameRow");
        }
        Person first = register.lock(Math.min(from, into));
        Person second = register.lock(Math.max(from, into));
        Person leaving = from < into ? first : second;
        Person staying = from < into ? second : first;
        if (leaving.id() != from || staying.id() != into) {
            throw new DomainException("person.refused.mergedMeanwhile");
        }
        leaving.mergeInto(staying);
        database.execute(handle -> Merging.moveRows(handle, from, into));
        merged.fire(new PersonsMerged(from, into));
        audit.done(guard.reader().actor(), "MERGE_PERSONS", "person:" + into, null, "from person:" + from);
    }

    private @Nullable String emailOrNull(String typed) {
        if (typed.isBlank()) {
            return null;
        }
        String email = PlainText.require("email", typed, LONGEST_EMAIL);
        if (!isEmail(email)) {
            throw DomainException.at("email", "person.refused.email");
        }
        return email;
    }

    /** Whether a text looks like an address that mail can be sent to. */
    public static boolean isEmail(String text) {
        return text.length() <= LONGEST_EMAIL && EMAIL.matcher(text).matches();
    }

    /** The lock lets the same form, sent twice at once, come one after the other. */
    private void requireOpenUnitAndLock(long unitId) {
        boolean open = database.query(handle -> handle.createQuery("""
                        select p.id from place p
                        where p.id = :unit and p.kind = 'UNIT' and exists (
                          select 1 from place_version v where v.place_id = p.id and v.known_until = :stillKnown
                            and :day between v.valid_from and v.valid_through)
                        for update""")
                .bind("unit", unitId)
                .bind("day", today())
                .bind("stillKnown", CountyTime.STILL_KNOWN)
                .mapTo(long.class)
                .findOne()
                .isPresent());
        if (!open) {
            throw DomainException.at("unit", "person.refused.noUnit");
        }
    }

    private Optional<Long> addedAs(String token) {
        return database.query(handle -> handle.createQuery("select id from person where added_as = :token")
                .bind("token", token)
                .mapTo(Long.class)
                .findOne());
    }

    private Sight sight() {
        return new Sight(
                guard.scope(Action.VIEW_PEOPLE)
                        .or(guard.scope(Action.APPOINT))
                        .or(guard.scope(Action.ADD_PERSON))
                        .or(guard.scope(Action.RUN_UNIT_TRAINING)),
                guard.reader().system() || guard.mayAnywhere(Action.ADMINISTER),
                names.forReader(),
                today());
    }

    private Sight requireSight() {
        Sight sight = sight();
        if (!sight.everyone() && sight.scope().isEmpty()) {
            throw guard.refusal("FIND_PEOPLE", null);
        }
        return sight;
    }

    /** Whom the reader finds, and whose names the reader may know. */
    private record Sight(Scope scope, boolean everyone, NameScope names, LocalDate today) {

        Sight with(Scope more) {
            return new Sight(scope.or(more), everyone, names, today);
        }

        String seen(String person) {
            return everyone
                    ? ":day = :day"
                    : "exists (select 1 from employment seen_e where seen_e.person_id = " + person
                            + ".id and :day between seen_e.valid_from and seen_e.valid_through and "
                            + scope.covers("seen_e.unit_id") + ")";
        }

        /** Whoever leads a unit in sight, also when employed elsewhere. */
        String managing(String person) {
            return everyone
                    ? "true"
                    : "exists (select 1 from office_grant led where led.person_id = " + person
                            + ".id and led.office = 'MANAGER' and :day between led.valid_from and led.valid_through and "
                            + scope.covers("led.place_id") + ")";
        }

        String seenUnit(String unitColumn) {
            return everyone ? "true" : scope.covers(unitColumn);
        }

        Query bind(Query query) {
            query.bind("day", today);
            return everyone ? query : scope.bind(query, today);
        }
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
    }

    private static String filters(PersonSearch search, List<String> words) {
        StringBuilder filters = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            filters.append(" and (p.given_name like :w")
                    .append(i)
                    .append(" escape '|' or p.family_name like :w")
                    .append(i)
                    .append(" escape '|' or p.email like :w")
                    .append(i)
                    .append(" escape '|')");
        }
        if (search.unitId() != null) {
            filters.append(" and ").append(WORKS_HERE).append("e.unit_id = :unit)");
        }
        return filters.toString();
    }

    private static Query bound(Query query, Sight sight, PersonSearch search, List<String> words) {
        Query bound = sight.names().bind(sight.bind(query));
        for (int i = 0; i < words.size(); i++) {
            bound.bind("w" + i, Containing.pattern(words.get(i)));
        }
        Long unit = search.unitId();
        return unit == null ? bound : bound.bind("unit", unit);
    }

    private static List<PersonRow> withWork(Handle handle, List<PersonRow> people, Sight sight) {
        if (people.isEmpty()) {
            return people;
        }
        Map<Long, List<PersonRow.Work>> work =
                work(handle, people.stream().map(PersonRow::id).toList(), sight, false);
        return people.stream()
                .map(person -> person.with(work.getOrDefault(person.id(), List.of())))
                .toList();
    }

    private static PersonCard withWork(Handle handle, PersonCard card, Sight sight) {
        boolean self = card.id() == sight.names().reader();
        List<PersonRow.Work> work =
                work(handle, List.of(card.id()), sight, self).getOrDefault(card.id(), List.of());
        return new PersonCard(card.id(), card.name(), card.email(), card.protectedIdentity(), work);
    }

    private static Map<Long, List<PersonRow.Work>> work(
            Handle handle, List<Long> people, Sight sight, boolean everywhere) {
        Sight seen = everywhere ? new Sight(sight.scope(), true, sight.names(), sight.today()) : sight;
        Map<Long, List<PersonRow.Work>> work = new HashMap<>();
        seen.bind(handle.createQuery("""
                        select e.person_id, e.unit_id, v.name, e.title
                        from employment e
                        join place_version v on v.place_id = e.unit_id and v.known_until = '9999-12-31 23:59:59'
                          and :day between v.valid_from and v.valid_through
                        where e.person_id in (<people>) and :day between e.valid_from and e.valid_through and
                        """ + seen.seenUnit("e.unit_id") + " order by v.name, e.id"))
                .bindList("people", people)
                .map((row, context) -> Map.entry(
                        row.getLong("person_id"),
                        new PersonRow.Work(row.getLong("unit_id"), row.getString("name"), row.getString("title"))))
                .forEach(found -> work.computeIfAbsent(found.getKey(), person -> new ArrayList<>())
                        .add(found.getValue()));
        return work;
    }

    private LocalDate today() {
        return CountyTime.today(clock);
    }
}

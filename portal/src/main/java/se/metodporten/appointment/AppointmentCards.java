package se.metodporten.appointment;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Scope;
import se.metodporten.access.Service;
import se.metodporten.appointment.AppointmentCard.ServedUnit;
import se.metodporten.common.Bilingual;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.person.NameScope;
import se.metodporten.person.Names;

/** Reads appointments as their pages tell of them. */
@Service
public class AppointmentCards {

    private static final String OF_PERSON =
            "p.id = (select coalesce(asked.merged_into, asked.id) from person asked where asked.id = :key)";

    @Inject
    private Database database;

    @Inject
    private Guard guard;

    @Inject
    private AppointmentAccess access;

    @Inject
    private Names names;

    @Inject
    private Clock clock;

    /** One that the reader may see. */
    public AppointmentCard card(long id) {
        access.requireView(id);
        return cards("a.id = :key", query -> query.bind("key", id)).get(0);
    }

    /** One that the reader may change; refused like one that is not there. */
    public AppointmentCard toChange(long id) {
        AppointmentCard card = card(id);
        if (!mayChange(card)) {
            throw guard.refusal(Action.APPOINT.name(), "appointment:" + id);
        }
        return card;
    }

    /** The reader's own, the latest first. */
    public List<AppointmentCard> mine() {
        long person = guard.requireSignedIn();
        return cards(OF_PERSON, query -> query.bind("key", person));
    }

    /** Those of a person that the reader may see, the latest first; of a merged person those of both. */
    public List<AppointmentCard> ofPerson(long personId) {
        AppointmentAccess.Sight sight = access.sight();
        return cards(
                OF_PERSON + " and " + sight.sees(), query -> sight.bind(query).bind("key", personId));
    }

    /** @param others how many more there are, which the reader does not see */
    public record OfPerson(List<AppointmentCard> seen, int others) {}

    /** Of some people those that have not ended; in as many statements for many people as for one. */
    public Map<Long, OfPerson> current(Collection<Long> persons) {
        AppointmentAccess.Sight sight = access.sight();
        if (persons.isEmpty()) {
            return Map.of();
        }
        String which = "p.id in (<persons>) and a.valid_through >= :today";
        Map<Long, List<AppointmentCard>> seen = cards(
                        which + " and " + sight.sees(),
                        query -> sight.bind(query).bindList("persons", List.copyOf(persons)))
                .stream()
                .collect(Collectors.groupingBy(AppointmentCard::personId));
        Map<Long, OfPerson> current = new HashMap<>();
        database.query(handle -> handle.createQuery("""
                                select p.id, count(*) number from appointment a
                                join person o on o.id = a.person_id
                                join person p on p.id = coalesce(o.merged_into, o.id)
                                where\s""" + which + " group by p.id")
                        .bindList("persons", List.copyOf(persons))
                        .bind("today", CountyTime.today(clock))
                        .map((row, context) -> Map.entry(row.getLong("id"), row.getInt("number")))
                        .list())
                .forEach(all -> {
                    List<AppointmentCard> cards = seen.getOrDefault(all.getKey(), List.of());
                    current.put(all.getKey(), new OfPerson(cards, all.getValue() - cards.size()));
                });
        return current;
    }

    /** Whether the reader may change it: appoints there, and it is someone else's. */
    public boolean mayChange(AppointmentCard card) {
        Long reader = guard.reader().personId();
        return guard.may(Action.APPOINT, card.placeId()) && (reader == null || reader != card.personId());
    }

    /** Of these, the ones that {@link #mayChange}; asked once for all. */
    public Set<Long> changeable(Collection<AppointmentCard> cards) {
        Long reader = guard.reader().personId();
        Scope scope = guard.scope(Action.APPOINT);
        Set<Long> others = cards.stream()
                .filter(card -> reader == null || reader != card.personId())
                .map(AppointmentCard::id)
                .collect(Collectors.toSet());
        if (others.isEmpty() || scope.isEmpty()) {
            return Set.of();
        }
        return database.query(handle -> scope.bind(
                        handle.createQuery("select a.id from appointment a where a.id in (<ids>) and "
                                + scope.covers("a.place_id")),
                        CountyTime.today(clock))
                .bindList("ids", others)
                .mapTo(Long.class)
                .set());
    }

    private List<AppointmentCard> cards(String which, UnaryOperator<Query> more) {
        NameScope visible = names.forReader();
        LocalDate today = CountyTime.today(clock);
        return database.query(handle -> {
            List<AppointmentCard> cards = more.apply(visible.bind(handle.createQuery("""
                            select a.id, a.version, p.id person_id, r.id role_id, r.code role_code, r.name_sv, r.name_en, a.place_id,
                              v.name place, a.valid_from, a.valid_through, a.appointed_at, """
                            + visible.name("p") + " person_name, " + visible.name("b") + """
                             appointed_by
                            from appointment a
                            join role r on r.id = a.role_id
                            join person o on o.id = a.person_id
                            join person p on p.id = coalesce(o.merged_into, o.id)
                            left join person b on b.id = a.appointed_by
                            join place_version v on v.id = (
                              select n.id from place_version n
                              where n.place_id = a.place_id and n.known_until = '9999-12-31 23:59:59'
                              order by :today between n.valid_from and n.valid_through desc, n.valid_from desc limit 1)
                            where """ + " " + which
                            + " order by a.valid_from desc, a.id desc")))
                    .bind("today", today)
                    .map((row, context) -> card(row))
                    .list();
            Map<Long, List<ServedUnit>> served = served(handle, cards, today);
            return cards.stream()
                    .map(card -> card.serving(served.getOrDefault(card.id(), List.of())))
                    .toList();
        });
    }

    private static AppointmentCard card(ResultSet row) throws SQLException {
        return new AppointmentCard(
                row.getLong("id"),
                row.getLong("version"),
                row.getLong("person_id"),
                row.getString("person_name"),
                row.getLong("role_id"),
                row.getString("role_code"),
                new Bilingual(row.getString("name_sv"), row.getString("name_en")),
                row.getLong("place_id"),
                row.getString("place"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_through", LocalDate.class),
                instant(row.getObject("appointed_at", LocalDateTime.class)),
                row.getString("appointed_by"),
                List.of());
    }

    private static Instant instant(LocalDateTime utc) {
        return utc.toInstant(ZoneOffset.UTC);
    }

    /** Those served today, or from the first day of an appointment to come. */
    private static Map<Long, List<ServedUnit>> served(Handle handle, List<AppointmentCard> cards, LocalDate today) {
        Map<Long, List<ServedUnit>> served = new HashMap<>();
        if (!cards.isEmpty()) {
            handle.createQuery("""
                            select u.appointment_id, u.unit_id, v.name from appointment_unit u
                            join place_version v on v.id = (
                              select n.id from place_version n
                              where n.place_id = u.unit_id and n.known_until = '9999-12-31 23:59:59'
                              order by :today between n.valid_from and n.valid_through desc, n.valid_from desc limit 1)
                            where u.appointment_id in (<appointments>) and u.known_until = '9999-12-31 23:59:59'
                              and u.valid_through >= :today
                            order by v.name, u.unit_id""")
                    .bind("today", today)
                    .bindList(
                            "appointments",
                            cards.stream().map(AppointmentCard::id).toList())
                    .map((row, context) -> Map.entry(
                            row.getLong("appointment_id"),
                            new ServedUnit(row.getLong("unit_id"), row.getString("name"))))
                    .forEach(unit -> served.computeIfAbsent(unit.getKey(), id -> new ArrayList<>())
                            .add(unit.getValue()));
        }
        return served;
    }
}

package se.metodporten.communication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Office;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.person.NameScope;
import se.metodporten.person.Names;

/** Who is responsible for a place: whom to write to about it. Not an entry point; asks no guard. */
@ApplicationScoped
public class Responsible {

    @Inject
    private Database database;

    @Inject
    private Names names;

    @Inject
    private Clock clock;

    /** Somebody to write to. @param name null where the reader may not know it */
    public record Contact(long personId, @Nullable String name) {}

    private record Held(long placeId, Contact contact) {}

    /**
     * The managers of each place, deputies among them; where it has none of its own, those of its organisation. Places
     * without any are left out.
     */
    public Map<Long, List<Contact>> managersOf(Collection<Long> places) {
        Map<Long, List<Contact>> managers = holders(Office.MANAGER, places, "pa.ancestor_id = pa.place_id");
        List<Long> without =
                places.stream().filter(place -> !managers.containsKey(place)).toList();
        managers.putAll(holders(Office.MANAGER, without, "a.kind = 'ORGANISATION'"));
        return managers;
    }

    private Map<Long, List<Contact>> holders(Office office, Collection<Long> places, String where) {
        Map<Long, List<Contact>> found = new TreeMap<>();
        if (places.isEmpty()) {
            return found;
        }
        NameScope scope = names.forReader();
        LocalDate today = CountyTime.today(clock);
        database.query(handle -> scope.bind(handle.createQuery("select distinct pa.place_id, p.id person_id, "
                                + scope.name("p") + """
                                         name, p.family_name, p.given_name
                                        from place_ancestor pa
                                        join place a on a.id = pa.ancestor_id
                                        join office_in_place g on g.place_id = a.id and g.office = :office
                                          and :today between g.valid_from and g.valid_through
                                        join person o on o.id = g.person_id
                                        join person p on p.id = coalesce(o.merged_into, o.id)
                                        where pa.place_id in (<places>) and pa.known_until = '9999-12-31 23:59:59'
                                          and :today between pa.valid_from and pa.valid_through and """
                                + " " + where + " order by pa.place_id, p.family_name, p.given_name, p.id"))
                        .bind("office", office.name())
                        .bind("today", today)
                        .bindList("places", List.copyOf(places))
                        .map((row, context) -> new Held(
                                row.getLong("place_id"), new Contact(row.getLong("person_id"), row.getString("name"))))
                        .list())
                .forEach(held -> found.computeIfAbsent(held.placeId, place -> new ArrayList<>())
                        .add(held.contact));
        return found;
    }
}

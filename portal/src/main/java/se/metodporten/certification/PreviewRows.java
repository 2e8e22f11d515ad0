package se.metodporten.certification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.metodporten.certification.RolePreviews.Row;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.person.NameScope;
import se.metodporten.person.Names;

/** Names and places to the appointments of a preview, in one statement, as the reader may know them. */
@ApplicationScoped
class PreviewRows {

    @Inject
    private Database database;

    @Inject
    private Names names;

    private record Who(String person, String place) {}

    List<Row> of(List<RoleChange> shown) {
        if (shown.isEmpty()) {
            return List.of();
        }
        NameScope scope = names.forReader();
        Map<Long, Who> people = new HashMap<>();
        database.execute(handle -> scope.bind(handle.createQuery("select a.id, coalesce(" + scope.name("p")
                        + ", '') person, coalesce((select v.name from place_version v where v.place_id = a.place_id"
                        + " and v.known_until = :stillKnown order by v.valid_from desc limit 1), '') place"
                        + " from appointment a join person p on p.id = a.person_id where a.id in (<ids>)"))
                .bindList("ids", shown.stream().map(RoleChange::appointmentId).toList())
                .bind("stillKnown", CountyTime.STILL_KNOWN)
                .map((row, context) ->
                        Map.entry(row.getLong("id"), new Who(row.getString("person"), row.getString("place"))))
                .forEach(one -> people.put(one.getKey(), one.getValue())));
        return shown.stream().map(change -> row(change, people)).toList();
    }

    private static Row row(RoleChange change, Map<Long, Who> people) {
        Who who = people.getOrDefault(change.appointmentId(), new Who("", ""));
        return new Row(
                change.appointmentId(),
                who.person().isEmpty() ? null : who.person(),
                who.place(),
                change.firstDay(),
                change.before(),
                change.after());
    }
}

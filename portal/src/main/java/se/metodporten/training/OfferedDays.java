package se.metodporten.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import se.metodporten.common.Database;

/** On which days trainings of some kinds were or are held. Not an entry point; asks no guard: trainings are no secret. */
@ApplicationScoped
public class OfferedDays {

    @Inject
    private Database database;

    /** By kind; those called off are left out. */
    public Map<String, NavigableSet<LocalDate>> of(Collection<String> kinds) {
        Map<String, NavigableSet<LocalDate>> days = new HashMap<>();
        if (!kinds.isEmpty()) {
            database.execute(handle -> handle.createQuery("""
                            select distinct t.kind, s.day from training t join training_session s on s.training_id = t.id
                            where t.cancelled_at is null and t.kind in (<kinds>)""")
                    .bindList("kinds", Set.copyOf(kinds))
                    .map((row, context) -> Map.entry(row.getString("kind"), row.getObject("day", LocalDate.class)))
                    .forEach(one -> days.computeIfAbsent(one.getKey(), kind -> new TreeSet<>())
                            .add(one.getValue())));
        }
        return days;
    }
}

package se.metodporten.access;

import java.io.Serializable;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whoever is asking: a person with offices in places today, a system job, or nobody.
 *
 * @param personId null for jobs and for nobody
 * @param actor as audit and recorded_by columns say it: {@code person:<id>}, {@code system:<job>}, {@code anonymous}
 */
public record Reader(@Nullable Long personId, String actor, boolean system, Map<Office, Set<Long>> places)
        implements Serializable {

    static final Reader NOBODY = new Reader(null, "anonymous", false, Map.of());

    static Reader job(String name) {
        return new Reader(null, "system:" + name, true, Map.of());
    }

    public boolean signedIn() {
        return personId != null;
    }

    public boolean holds(Office office) {
        return places.containsKey(office);
    }

    /** The places where some office of the reader allows the action; what lies below them is included by the closure. */
    Set<Long> placesFor(Action action) {
        Set<Long> roots = new TreeSet<>();
        places.forEach((office, where) -> {
            if (office.allows(action)) {
                roots.addAll(where);
            }
        });
        return roots;
    }
}

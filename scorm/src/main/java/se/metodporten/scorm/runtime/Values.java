package se.metodporten.scorm.runtime;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.metodporten.scorm.sn.LaunchData.SharedData;

/** What content may read again, while a commit is merged; sizes are held within bounds. */
final class Values implements Said {

    /** Characters of all values of an activity together; a real one has some tens of thousands. */
    static final int MOST_CHARACTERS = 1_000_000;

    /** Of all activities of an attempt. */
    static final int MOST_OF_ATTEMPT = 4_000_000;

    private static final String SHARED = "adl.data";
    private static final String STORE = ".store";

    private final Map<String, String> values;
    private final Map<String, Integer> counts = new HashMap<>();
    private final List<SharedData> shared;
    private final Map<String, String> stores;
    private int characters;
    private final int room;

    Values(Map<String, String> first, List<SharedData> shared, Map<String, String> stores, int charactersOfOthers) {
        this.values = new LinkedHashMap<>(first);
        this.shared = shared;
        this.stores = new LinkedHashMap<>(stores);
        this.room = Math.min(MOST_CHARACTERS, MOST_OF_ATTEMPT - charactersOfOthers);
        values.forEach((name, value) -> {
            characters += value.length();
            count(name, counts);
        });
        stores.values().forEach(value -> characters += value.length());
    }

    private static void count(String name, Map<String, Integer> counts) {
        ElementName.indices(name).forEach((array, index) -> counts.merge(array, index + 1, Math::max));
    }

    Map<String, String> all() {
        return Collections.unmodifiableMap(values);
    }

    Map<String, String> shared() {
        return stores;
    }

    @Override
    public @Nullable String value(String name) {
        SharedData of = sharedOf(name);
        if (of == null) {
            return values.get(name);
        }
        return name.endsWith(STORE) ? stores.get(of.target()) : of.target();
    }

    @Override
    public int count(String array) {
        return array.equals(SHARED) ? shared.size() : counts.getOrDefault(array, 0);
    }

    /** Why a value that the data model allows has no place; empty when it has got one. */
    Optional<ValueType.Fault> put(String name, String value) {
        SharedData of = sharedOf(name);
        if (of != null && !of.writable()) {
            return Optional.of(new ValueType.Fault(ErrorCode.READ_ONLY, "this activity may only read it"));
        }
        String old = value(name);
        int more = value.length() - (old == null ? 0 : old.length());
        if (characters + more > room && more > 0) {
            return Optional.of(new ValueType.Fault(
                    ErrorCode.GENERAL, "the attempt holds " + MOST_CHARACTERS + " characters at most"));
        }
        characters += more;
        if (of != null) {
            stores.put(of.target(), value);
        } else {
            force(name, value);
        }
        return Optional.empty();
    }

    void force(String name, String value) {
        values.put(name, value);
        count(name, counts);
    }

    private @Nullable SharedData sharedOf(String name) {
        if (!name.startsWith(SHARED + ".")) {
            return null;
        }
        int row = ElementName.lastRow(name).getValue();
        return row < shared.size() ? shared.get(row) : null;
    }
}

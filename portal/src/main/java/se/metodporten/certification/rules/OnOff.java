package se.metodporten.certification.rules;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Something that is there, or not, from a day on. Told both about one day, it is not there: the careful side. */
final class OnOff {

    private final SortedMap<LocalDate, Boolean> changes = new TreeMap<>();

    void onFrom(LocalDate day) {
        changes.putIfAbsent(day, true);
    }

    void offFrom(LocalDate day) {
        changes.put(day, false);
    }

    Track track(String requirement, Remedy remedy) {
        Track track = new Track(Reason.missing(requirement, remedy));
        boolean on = false;
        for (Map.Entry<LocalDate, Boolean> change : changes.entrySet()) {
            if (on && !change.getValue()) {
                track.from(change.getKey(), Reason.expiredSince(requirement, change.getKey(), remedy));
            } else if (!on && change.getValue()) {
                track.from(change.getKey(), null);
            }
            on = change.getValue();
        }
        return track;
    }
}

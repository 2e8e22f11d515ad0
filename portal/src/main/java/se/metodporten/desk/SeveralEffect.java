package se.metodporten.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.metodporten.appointment.SeveralAppointments.Fault;
import se.metodporten.appointment.SeveralAppointments.Seen;

/**
 * What would come of appointing several people, before it is done.
 *
 * @param faults of rows that cannot be; then nothing else is told
 * @param rows in the order of the form
 * @param others appointments that the same people have and that would change, as far as the reader may see them
 * @param elsewhere how many more would change
 * @param places whose coverage could change
 */
public record SeveralEffect(
        Seen seen,
        List<Fault> faults,
        List<Effect.Line> rows,
        List<Other> others,
        int elsewhere,
        List<Effect.Place> places) {

    /** @param person null: protected from this reader */
    public record Other(@Nullable String person, Effect.Line line) {}

    public SeveralEffect {
        faults = List.copyOf(faults);
        rows = List.copyOf(rows);
        others = List.copyOf(others);
        places = List.copyOf(places);
    }

    /** Those on which anything is another afterwards. */
    public List<Effect.Place> changedPlaces() {
        return places.stream()
                .filter(place -> !place.change().differing().isEmpty())
                .toList();
    }
}

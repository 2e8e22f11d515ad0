package se.metodporten.desk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.metodporten.appointment.Plan;
import se.metodporten.certification.StandingCard;
import se.metodporten.common.Bilingual;
import se.metodporten.coverage.PlaceChange;

/**
 * What would come of a deed, before it is done.
 *
 * @param appointments those that would change, as far as the reader may see them
 * @param elsewhere how many more would change
 * @param places whose coverage could change
 */
public record Effect(Plan plan, LocalDate today, List<Line> appointments, int elsewhere, List<Place> places) {

    /**
     * One appointment.
     *
     * @param id of the appointment; {@link Plan#NOT_YET} of one that would begin
     * @param place where it is held now, or will be held when it begins
     * @param before null of one that would begin
     */
    public record Line(
            long id, Bilingual role, String place, @Nullable StandingCard before, StandingCard after) {}

    public record Place(PlaceChange change, Bilingual role) {}

    public Effect {
        appointments = List.copyOf(appointments);
        places = List.copyOf(places);
    }

    /** Those on which anything is another afterwards. */
    public List<Place> changedPlaces() {
        return places.stream()
                .filter(place -> !place.change.differing().isEmpty())
                .toList();
    }
}

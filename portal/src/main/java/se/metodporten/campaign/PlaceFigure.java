package se.metodporten.campaign;

import org.jspecify.annotations.Nullable;

/**
 * How far a group of places has come. Who belongs to several groups counts in each of them.
 *
 * @param id of the district, organisation or unit; null for county-wide units together
 * @param inside name of the organisation of a unit, of the district of an organisation; null where there is none to tell
 */
public record PlaceFigure(
        @Nullable Long id, @Nullable String name, @Nullable String inside, int total, int done) {

    public Figure figure() {
        return new Figure(total, done);
    }
}

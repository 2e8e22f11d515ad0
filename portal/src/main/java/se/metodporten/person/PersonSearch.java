package se.metodporten.person;

import org.jspecify.annotations.Nullable;

/**
 * Which people a list shows, in which order.
 *
 * @param text words that all stand in the name or the e-mail address; blank: everyone
 * @param unitId only those who work there today
 */
public record PersonSearch(String text, @Nullable Long unitId, Sort sort, boolean falling) {

    /** Sortable columns. */
    public enum Sort {
        FAMILY_NAME("p.family_name"),
        GIVEN_NAME("p.given_name"),
        EMAIL("p.email");

        private final String column;

        Sort(String column) {
            this.column = column;
        }
    }

    String order() {
        String direction = falling ? " desc" : "";
        return sort.column + direction + ", p.family_name" + direction + ", p.given_name" + direction + ", p.id";
    }
}

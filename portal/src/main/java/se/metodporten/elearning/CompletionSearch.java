package se.metodporten.elearning;

import org.jspecify.annotations.Nullable;

/**
 * Which completions of a course a list shows, in which order.
 *
 * @param course its code
 * @param version only of that version
 * @param unitId only of those who work there today
 */
public record CompletionSearch(
        String course, @Nullable Integer version, @Nullable Long unitId, Sort sort, boolean falling) {

    /** Sortable columns. */
    public enum Sort {
        NAME("p.family_name %1$s, p.given_name %1$s, f.valid_from"),
        VERSION("f.number %1$s, p.family_name, p.given_name, f.valid_from"),
        DAY("f.valid_from %1$s, p.family_name, p.given_name");

        private final String columns;

        Sort(String columns) {
            this.columns = columns;
        }
    }

    String order() {
        return String.format(java.util.Locale.ROOT, sort.columns, falling ? "desc" : "asc") + ", f.id";
    }
}

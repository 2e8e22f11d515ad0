package se.metodporten.coverage;

/** What figures are grouped by. */
public enum Level {
    /** By district; units that belong to none are the county-wide ones, a line of their own. */
    DISTRICT("c.district_id", "g.name"),
    ORGANISATION("c.organisation_id", "c.organisation_name"),
    /** By kind of unit, or of organisation where the role is held at those. */
    KIND("c.unit_kind_id", "g.name_sv"),
    /** Each place by itself. */
    UNIT("c.unit_id", "c.unit_name");

    private final String idColumn;
    private final String nameColumn;

    Level(String idColumn, String nameColumn) {
        this.idColumn = idColumn;
        this.nameColumn = nameColumn;
    }

    /** In a statement whose rows are called {@code c}. */
    String idColumn() {
        return idColumn;
    }

    /** In the same, with what {@link CoverageSql#joined} joins. */
    String nameColumn() {
        return nameColumn;
    }
}

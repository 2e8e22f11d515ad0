package se.metodporten.directory;

import java.util.List;

/** The kinds of file, with their columns; any order, all must be there. */
public enum ImportKind {
    UNITS(
            "import_unit",
            false,
            "hsaId",
            "name",
            "kind",
            "organisation",
            "district",
            "managerHsaId",
            "validFrom",
            "validThrough"),
    STAFF(
            "import_staff",
            true,
            "hsaId",
            "givenName",
            "familyName",
            "mail",
            "unitHsaId",
            "title",
            "validFrom",
            "validThrough",
            "protected"),
    /** What a county has today of appointments and what they rest on; known by the feature {@code register}. */
    REGISTER(
            "import_register",
            true,
            "typ",
            "hsaId",
            "förnamn",
            "efternamn",
            "epost",
            "roll",
            "plats",
            "enheter",
            "gäller",
            "från",
            "till",
            "undertecknad",
            "intygas av");

    private final String table;
    private final boolean proposing;
    private final List<String> columns;

    ImportKind(String table, boolean proposing, String... columns) {
        this.table = table;
        this.proposing = proposing;
        this.columns = List.of(columns);
    }

    public List<String> columns() {
        return columns;
    }

    /** Whether a row may turn out to be about someone who is known. */
    public boolean proposing() {
        return proposing;
    }

    /** The table that holds the rows of such files. */
    String table() {
        return table;
    }
}

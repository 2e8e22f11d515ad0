package se.metodporten.directory;

import java.util.List;

/** The two kinds of file, with their columns; any order, all must be there. */
public enum ImportKind {
    UNITS("hsaId", "name", "kind", "organisation", "district", "managerHsaId", "validFrom", "validThrough"),
    STAFF("hsaId", "givenName", "familyName", "mail", "unitHsaId", "title", "validFrom", "validThrough", "protected");

    private final List<String> columns;

    ImportKind(String... columns) {
        this.columns = List.of(columns);
    }

    public List<String> columns() {
        return columns;
    }

    /** The table that holds the rows of such files. */
    String table() {
        return this == UNITS ? "import_unit" : "import_staff";
    }
}

package se.metodporten.campaign;

/** By which places progress is told; a role that is held at an organisation counts as a unit of its own there. */
public enum CampaignLevel {
    DISTRICT("u.district_id", "d.name", "null"),
    ORGANISATION("o.place_id", "o.name", "d.name"),
    UNIT("u.place_id", "u.name", "o.name");

    private final String id;
    private final String name;
    private final String inside;

    CampaignLevel(String id, String name, String inside) {
        this.id = id;
        this.name = name;
        this.inside = inside;
    }

    String columns() {
        return id + " id, " + name + " name, " + inside + " inside";
    }

    String order() {
        return id + " is null, " + name + ", " + id;
    }

    String group() {
        return id + ", " + name + (this == DISTRICT ? "" : ", " + inside);
    }
}

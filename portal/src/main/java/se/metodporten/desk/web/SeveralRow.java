package se.metodporten.desk.web;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.metodporten.appointment.Several;

/** A row of {@code appointment/several.xhtml}: whom, where, and what the manager vouches for. */
public class SeveralRow implements Serializable {

    private static final long serialVersionUID = 1L;

    private final long personId;
    private final String person;
    private final long placeId;
    private final String place;
    private final String unitKind;
    private final ArrayList<String> attested = new ArrayList<>();
    private final ArrayList<String> licences = new ArrayList<>();

    /** @param unitKind code of the unit's kind, which decides what is asked there */
    SeveralRow(long personId, String person, long placeId, String place, String unitKind) {
        this.personId = personId;
        this.person = person;
        this.placeId = placeId;
        this.place = place;
        this.unitKind = unitKind;
    }

    Several.Row asked() {
        return new Several.Row(personId, placeId, Set.copyOf(attested), Set.copyOf(licences));
    }

    boolean isOf(long somebody, long somewhere) {
        return personId == somebody && placeId == somewhere;
    }

    public String getPerson() {
        return person;
    }

    public String getPlace() {
        return place;
    }

    public String getUnitKind() {
        return unitKind;
    }

    public List<String> getAttested() {
        return attested;
    }

    public void setAttested(@Nullable List<String> chosen) {
        replace(attested, chosen);
    }

    public List<String> getLicences() {
        return licences;
    }

    public void setLicences(@Nullable List<String> chosen) {
        replace(licences, chosen);
    }

    private static void replace(List<String> codes, @Nullable List<String> chosen) {
        List<String> copy = chosen == null ? List.of() : List.copyOf(chosen);
        codes.clear();
        codes.addAll(copy);
    }
}

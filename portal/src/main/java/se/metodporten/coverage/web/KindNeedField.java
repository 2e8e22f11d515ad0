package se.metodporten.coverage.web;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.web.UrlState;
import se.metodporten.coverage.KindNeed;
import se.metodporten.organisation.OrganisationKind;

/** The need of one kind of place in the form, as it is typed. */
public class KindNeedField implements Serializable {

    private static final long serialVersionUID = 1L;
    static final String ALL = "ALL";
    private static final int NO_NUMBER = -1;

    private final @Nullable String unitKind;
    private final String name;
    private final int places;
    private String organisationKind;
    private String number;

    KindNeedField(KindNeed need, String name, int places) {
        this.unitKind = need.unitKind();
        this.name = name;
        this.places = places;
        this.organisationKind =
                need.organisationKind() == null ? ALL : need.organisationKind().name();
        this.number = Integer.toString(need.number());
    }

    KindNeed need() {
        Long typed = UrlState.id(number.strip());
        int asked = typed == null ? NO_NUMBER : (int) Math.min(typed, Integer.MAX_VALUE);
        return new KindNeed(
                unitKind, organisationKind.equals(ALL) ? null : OrganisationKind.valueOf(organisationKind), asked);
    }

    public boolean isOfUnits() {
        return unitKind != null;
    }

    public String getName() {
        return name;
    }

    public int getPlaces() {
        return places;
    }

    public String getOrganisationKind() {
        return organisationKind;
    }

    public void setOrganisationKind(@Nullable String organisationKind) {
        this.organisationKind = organisationKind == null ? ALL : organisationKind;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number == null ? "" : number;
    }
}

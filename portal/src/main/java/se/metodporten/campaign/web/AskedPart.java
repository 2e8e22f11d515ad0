package se.metodporten.campaign.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.metodporten.campaign.CampaignLevel;
import se.metodporten.campaign.Part;
import se.metodporten.common.web.Choice;
import se.metodporten.common.web.UrlState;
import se.metodporten.organisation.Organisation;
import se.metodporten.organisation.PlaceName;
import se.metodporten.organisation.Places;

/** Which campaign and which of its places the address asks about, and addresses of other questions. */
@Named
@RequestScoped
public class AskedPart {

    private static final String WIDE = "wide";
    private static final long NONE = 0L;

    @Inject
    private Places places;

    private String id = "";
    private String district = "";
    private String organisation = "";
    private String unit = "";

    public long campaign() {
        return Objects.requireNonNullElse(UrlState.id(id), NONE);
    }

    Part part() {
        return new Part(UrlState.id(district), WIDE.equals(district), UrlState.id(organisation), UrlState.id(unit));
    }

    /** Within what is asked about already, the list of people of a group. */
    String people(CampaignLevel level, @Nullable Long group, boolean done) {
        return address("/campaign/people.xhtml", level, group) + (done ? "&done=true" : "");
    }

    /** All those asked about. */
    String people(boolean done) {
        return address("/campaign/people.xhtml", null, null) + (done ? "&done=true" : "");
    }

    /** Progress by the places of a group; null for a unit, below which there are none. */
    @Nullable
    String below(CampaignLevel level, @Nullable Long group) {
        return switch (level) {
            case DISTRICT -> address("/campaign/campaign.xhtml", level, group) + "&level=organisation#places";
            case ORGANISATION -> address("/campaign/campaign.xhtml", level, group) + "&level=unit#places";
            case UNIT -> null;
        };
    }

    private String address(String page, @Nullable CampaignLevel level, @Nullable Long group) {
        String named = group == null ? WIDE : group.toString();
        List<String> query = new ArrayList<>();
        query.add("id=" + campaign());
        add(query, "district", level == CampaignLevel.DISTRICT ? named : known(district));
        add(query, "organisation", level == CampaignLevel.ORGANISATION ? named : known(organisation));
        add(query, "unit", level == CampaignLevel.UNIT ? named : known(unit));
        return page + "?" + String.join("&", query);
    }

    private static void add(List<String> query, String name, String value) {
        if (!value.isEmpty()) {
            query.add(name + "=" + value);
        }
    }

    /** What anybody may have typed is not repeated unless it means something. */
    private static String known(String typed) {
        Long number = UrlState.id(typed);
        return number == null ? (WIDE.equals(typed) ? WIDE : "") : number.toString();
    }

    public List<Choice> getDistricts() {
        return places.districts().stream().map(AskedPart::choice).toList();
    }

    public List<Choice> getOrganisations() {
        return places.organisations().stream()
                .map((Organisation one) -> new Choice(Long.toString(one.id()), one.name()))
                .toList();
    }

    private static Choice choice(PlaceName place) {
        return new Choice(Long.toString(place.id()), place.name());
    }

    public String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = Objects.requireNonNullElse(id, "");
    }

    public String getDistrict() {
        return district;
    }

    public void setDistrict(@Nullable String district) {
        this.district = Objects.requireNonNullElse(district, "");
    }

    public String getOrganisation() {
        return organisation;
    }

    public void setOrganisation(@Nullable String organisation) {
        this.organisation = Objects.requireNonNullElse(organisation, "");
    }

    public String getUnit() {
        return unit;
    }

    public void setUnit(@Nullable String unit) {
        this.unit = Objects.requireNonNullElse(unit, "");
    }
}

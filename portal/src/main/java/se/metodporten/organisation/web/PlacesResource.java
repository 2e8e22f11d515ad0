package se.metodporten.organisation.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.web.UserLanguage;
import se.metodporten.common.web.api.All;
import se.metodporten.common.web.api.Named;
import se.metodporten.organisation.OrganisationKind;
import se.metodporten.organisation.Places;

/** {@code /places/…}: what filters are made of. */
@Path("places")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Places", description = "Units, and the districts, organisations and kinds that they belong to.")
public class PlacesResource {

    @Inject
    private Places places;

    @Inject
    private UserLanguage language;

    /** What the API says of an organisation. */
    @Schema(description = "An organisation (huvudman) as it is today.")
    public record ApiOrganisation(
            long id,
            String name,
            OrganisationKind kind,

            @Schema(description = "id of the district that it lies in; null: in none, its units each choose their own")
            @Nullable
            Long district) {}

    /** What the API says of a kind of unit. */
    @Schema(description = "A kind of unit.")
    public record ApiUnitKind(long id, String code, String name) {}

    @GET
    @Path("districts")
    @Operation(summary = "The county's districts, as they are today")
    public All<Named> districts() {
        return All.of(places.districts(), district -> new Named(district.id(), district.name()));
    }

    @GET
    @Path("organisations")
    @Operation(summary = "The county's organisations, as they are today")
    public All<ApiOrganisation> organisations() {
        return All.of(
                places.organisations(), one -> new ApiOrganisation(one.id(), one.name(), one.kind(), one.districtId()));
    }

    @GET
    @Path("unit-kinds")
    @Operation(summary = "The kinds of units")
    public All<ApiUnitKind> unitKinds() {
        return All.of(places.kinds(), kind -> new ApiUnitKind(kind.id(), kind.code(), kind.name(language.getTag())));
    }
}

package se.metodporten.role.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.metodporten.common.web.UserLanguage;
import se.metodporten.common.web.api.All;
import se.metodporten.role.Roles;

/** {@code /roles}. */
@Path("roles")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Roles", description = "What people are appointed to, and what that requires.")
public class RolesResource {

    @Inject
    private Roles roles;

    @Inject
    private UserLanguage language;

    @GET
    @Operation(summary = "All roles, with what they require today")
    public All<ApiRole> roles() {
        return All.of(roles.today(), role -> ApiRole.of(role, language.locale()));
    }

    @GET
    @Path("{code}")
    @Operation(summary = "One role, with what it requires today")
    public ApiRole role(@Parameter(description = "the role's code") @PathParam("code") String code) {
        return roles.today().stream()
                .filter(role -> role.role().code().equals(code))
                .findFirst()
                .map(role -> ApiRole.of(role, language.locale()))
                .orElseThrow(NotFoundException::new);
    }
}

package se.metodporten.common.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /api/v1/openapi}, for everyone: as JSON, or as YAML for who accepts only that. */
@Path(DescriptionResource.PATH)
@RequestScoped
@SecurityRequirements({})
@Tag(name = "Description", description = "The API itself.")
public class DescriptionResource {

    public static final String PATH = "openapi";

    @Inject
    private Description description;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "This description (OpenAPI 3.1), as JSON or YAML")
    public String json() {
        return description.document().toString();
    }

    @GET
    @Produces("application/yaml")
    @Operation(summary = "This description, as YAML")
    public String yaml() {
        return Yaml.of(description.document());
    }
}

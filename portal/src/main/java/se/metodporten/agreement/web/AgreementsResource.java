package se.metodporten.agreement.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.metodporten.agreement.AgreementView;
import se.metodporten.agreement.Agreements;
import se.metodporten.agreement.Side;

/** {@code /agreements}: to be read by its two sides. */
@Path("agreements")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agreements", description = "Assignment agreements, for their two sides.")
public class AgreementsResource {

    @Inject
    private Agreements agreements;

    /** What the API says of an agreement. */
    @Schema(description = "An assignment agreement (uppdragsöverenskommelse).")
    public record ApiAgreement(
            long id,
            long appointment,
            @Schema(description = "name of the role") String role,
            @Schema(description = "name of the appointee") String person,
            @Schema(description = "name of the place held") String place,
            @Schema(description = "exactly what is signed") String text,
            @Schema(description = "SHA-256 of it") String textHash,

            @Schema(description = "null: a signature is missing") @Nullable
            LocalDate inForceFrom,

            @Schema(description = "the reader's side") Side mySide,
            List<ApiSignature> signatures) {}

    /** What the API says of a signature. */
    @Schema(description = "A signature.")
    public record ApiSignature(Side side, String name, Instant signedAt) {}

    @GET
    @Path("{id}")
    @Operation(summary = "One agreement, for the appointee and the managers of the place held")
    public ApiAgreement agreement(@Parameter(description = "the agreement's id") @PathParam("id") long id) {
        AgreementView read = agreements.read(id);
        return new ApiAgreement(
                read.id(),
                read.appointmentId(),
                read.roleName(),
                read.personName(),
                read.placeName(),
                read.text(),
                read.textHash(),
                read.inForceFrom(),
                read.mySide(),
                read.signatures().stream()
                        .map(signed -> new ApiSignature(signed.side(), signed.name(), signed.signedAt()))
                        .toList());
    }
}

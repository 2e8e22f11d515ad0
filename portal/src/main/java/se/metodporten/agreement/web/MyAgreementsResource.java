package se.metodporten.agreement.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.metodporten.agreement.Agreements;
import se.metodporten.agreement.Side;
import se.metodporten.common.web.api.Listed;
import se.metodporten.common.web.api.PagingParameters;

/** {@code /me/agreements}. */
@Path("me/agreements")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Me", description = "The reader's own things.")
public class MyAgreementsResource {

    @Inject
    private Agreements agreements;

    /** What the API says of an agreement that waits. */
    @Schema(description = "An agreement that waits for the reader's signature.")
    public record ApiWaitingAgreement(
            long id,
            @Schema(description = "the reader's side") Side side,
            @Schema(description = "name of the appointee") String person,
            @Schema(description = "name of the role") String role,
            @Schema(description = "name of the place held") String place,
            LocalDate offeredOn) {}

    @GET
    @Operation(summary = "The agreements that wait for the reader's signature, the oldest first")
    public Listed<ApiWaitingAgreement> myAgreements(@BeanParam PagingParameters paging) {
        return Listed.of(
                paging.paging().of(agreements.waitingForMe()),
                one -> new ApiWaitingAgreement(
                        one.id(), one.side(), one.personName(), one.roleName(), one.placeName(), one.offeredOn()));
    }
}

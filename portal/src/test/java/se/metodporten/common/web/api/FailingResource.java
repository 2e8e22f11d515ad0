package se.metodporten.common.web.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import se.metodporten.common.DomainException;

/** A resource that only goes wrong; no bean, so the API's description does not know it. */
@Path("going-wrong")
@Produces(MediaType.APPLICATION_JSON)
public class FailingResource {

    /** A secret that no answer may repeat. */
    static final String SECRET = "Duplicate entry 'anna@example.se'";

    @GET
    @Path("{how}")
    public String fail(@PathParam("how") String how) {
        throw switch (how) {
            case "refused" -> DomainException.at("lastDay", "appointment.refused.tooFarAhead", 12);
            case "for-a-while" -> new IllegalStateException(new SQLException("Connection reset", "08000"));
            default -> new IllegalStateException(SECRET);
        };
    }
}

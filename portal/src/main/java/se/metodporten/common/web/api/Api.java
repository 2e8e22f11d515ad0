package se.metodporten.common.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The REST API: every class with a {@code @Path}. It only reads; {@code Edge} lets no other method through. */
@ApplicationPath(Api.PATH)
public class Api extends Application {

    public static final String PATH = "/api/v1";

    /** Jersey would describe the resources in WADL too; other servers do not know the name and pass it over. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}

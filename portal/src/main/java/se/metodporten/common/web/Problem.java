package se.metodporten.common.web;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.RequestId;

/**
 * What a program is told of a refusal or a failure (RFC 9457), made by {@link Problems}.
 *
 * @param parameter name of the parameter that is wrong
 * @param allowed what it may be, where that is a choice
 * @param minimum the least it may be, where that is a range
 * @param maximum the most it may be
 */
public record Problem(
        int status,
        String title,
        String detail,
        @Nullable String parameter,
        List<String> allowed,
        @Nullable String minimum,
        @Nullable String maximum) {

    /** The media type. */
    public static final String TYPE = "application/problem+json";

    public Problem {
        allowed = List.copyOf(allowed);
    }

    /** As the answer of a resource. */
    public Response.ResponseBuilder answer() {
        return Response.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .type(TYPE)
                .entity(json(String.valueOf(RequestId.current())));
    }

    /** @param requestId by which the log knows the request */
    String json(String requestId) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", title)
                .add("status", status)
                .add("detail", detail);
        if (parameter != null) {
            json.add("parameter", parameter);
        }
        if (!allowed.isEmpty()) {
            json.add("allowed", Json.createArrayBuilder(allowed));
        }
        if (minimum != null && maximum != null) {
            json.add("minimum", minimum).add("maximum", maximum);
        }
        return json.add("requestId", requestId).build().toString();
    }
}

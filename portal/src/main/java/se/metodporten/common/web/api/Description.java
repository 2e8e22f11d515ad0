package se.metodporten.common.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.web.Problem;

/**
 * The API described by OpenAPI 3.1, made from the resources themselves: their paths, the parameters that are really read
 * and the records that are really written, with the words of MicroProfile OpenAPI's annotations beside them. Why not by
 * the server: docs/decisions/rest-api.md.
 */
@ApplicationScoped
class Description {

    private static final String RETRIEVED = "200";
    private static final Set<String> OF_SESSIONS = Set.of("401", "403");

    /** Each problem that any operation may answer with. */
    private static final Map<String, String> PROBLEMS = new TreeMap<>(Map.of(
            "400", "A parameter cannot be read, is not allowed, is given twice, is missing, or is not known here.",
            "401", "Nobody is signed in, or the session has ended.",
            "403", "The reader may not ask this anywhere.",
            "404", "There is no such thing, or the reader may not see it; the answer does not say which.",
            "406", "The answer cannot be had in an accepted media type.",
            "500", "Something failed on our side; the log knows the request by its requestId.",
            "503", "The database is away for a while; Retry-After says when to ask again."));

    @Inject
    private Resources resources;

    private @Nullable JsonObject document;

    JsonObject document() {
        if (document == null) {
            document = make();
        }
        return document;
    }

    private JsonObject make() {
        Schemas schemas = new Schemas();
        Map<String, JsonObjectBuilder> paths = new LinkedHashMap<>();
        Map<String, String> tags = new TreeMap<>();
        resources.operations().forEach((path, operations) -> {
            Tag tag = operations.get(0).resource().getAnnotation(Tag.class);
            tags.put(tag.name(), tag.description());
            paths.put(path, Json.createObjectBuilder().add("get", get(operations, tag, schemas)));
        });
        JsonObjectBuilder described = Json.createObjectBuilder();
        paths.forEach(described::add);
        return Json.createObjectBuilder()
                .add("openapi", "3.1.0")
                .add("info", info())
                .add(
                        "servers",
                        Json.createArrayBuilder().add(Json.createObjectBuilder().add("url", Api.PATH)))
                .add(
                        "security",
                        Json.createArrayBuilder().add(security("session")).add(security("secureSession")))
                .add("tags", tags(tags))
                .add("paths", described)
                .add("components", components(schemas))
                .build();
    }

    private static JsonObjectBuilder info() {
        return Json.createObjectBuilder()
                .add("title", "Metodporten")
                .add("version", "1")
                .add(
                        "description",
                        "Reads of the portal: places, people, appointments with their standing, coverage, trainings."
                                + " Needs the session of somebody who is signed in, and shows what that person sees on"
                                + " the portal's pages. Days are whole days in Europe/Stockholm, last days inclusive;"
                                + " an absent value is null. Every failure is a problem (RFC 9457). Texts are in"
                                + " Swedish, or English by Accept-Language.");
    }

    private static JsonObjectBuilder security(String scheme) {
        return Json.createObjectBuilder().add(scheme, JsonValue.EMPTY_JSON_ARRAY);
    }

    private static JsonArrayBuilder tags(Map<String, String> tags) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        tags.forEach((name, text) ->
                all.add(Json.createObjectBuilder().add("name", name).add("description", text)));
        return all;
    }

    private static JsonObjectBuilder get(List<Resources.Operation> operations, Tag tag, Schemas schemas) {
        Resources.Operation operation = operations.get(0);
        Operation told = operation.method().getAnnotation(Operation.class);
        List<Declared> parameters = Declared.by(operation.method());
        boolean forEveryone = operation.resource().isAnnotationPresent(SecurityRequirements.class);
        JsonObjectBuilder get = Json.createObjectBuilder()
                .add("operationId", operation.method().getName())
                .add("tags", Json.createArrayBuilder().add(tag.name()))
                .add("summary", told.summary());
        if (!told.description().isEmpty()) {
            get.add("description", told.description());
        }
        if (forEveryone) {
            get.add("security", JsonValue.EMPTY_JSON_ARRAY);
        }
        JsonArrayBuilder described = Json.createArrayBuilder();
        parameters.forEach(parameter -> described.add(parameter(parameter)));
        JsonObjectBuilder responses = Json.createObjectBuilder().add(RETRIEVED, retrieved(operations, schemas));
        PROBLEMS.keySet().stream()
                .filter(status -> parameters.stream().anyMatch(Declared::inPath) || !status.equals("404"))
                .filter(status -> !forEveryone || !OF_SESSIONS.contains(status))
                .forEach(status -> responses.add(
                        status, Json.createObjectBuilder().add("$ref", "#/components/responses/" + status)));
        return get.add("parameters", described).add("responses", responses);
    }

    private static JsonObjectBuilder parameter(Declared parameter) {
        JsonObject type = Reading.of(parameter).schema();
        JsonObjectBuilder schema = Json.createObjectBuilder(type);
        if (parameter.minimum() != null && parameter.maximum() != null) {
            schema.add("minimum", parameter.minimum()).add("maximum", parameter.maximum());
        }
        if (parameter.byDefault() != null) {
            schema.add("default", value(type.getString("type"), parameter.byDefault()));
        }
        return Json.createObjectBuilder()
                .add("name", parameter.name())
                .add("in", parameter.inPath() ? "path" : "query")
                .add("required", parameter.required())
                .add("description", parameter.description())
                .add("schema", schema);
    }

    private static JsonValue value(String type, String text) {
        return switch (type) {
            case "integer" -> Json.createValue(Integer.parseInt(text));
            case "boolean" -> text.equals("true") ? JsonValue.TRUE : JsonValue.FALSE;
            default -> Json.createValue(text);
        };
    }

    private static JsonObjectBuilder retrieved(List<Resources.Operation> operations, Schemas schemas) {
        Type answer = operations.get(0).method().getGenericReturnType();
        boolean list = Paged.class.isAssignableFrom(operations.get(0).method().getReturnType());
        JsonObjectBuilder headers = Json.createObjectBuilder().add("Content-Language", header("sv or en"));
        if (list) {
            headers.add("Link", header("The first, previous, next and last page (RFC 8288)."));
        }
        JsonObjectBuilder content = Json.createObjectBuilder();
        operations.forEach(operation -> content.add(
                operation.produces(),
                Json.createObjectBuilder()
                        .add("schema", answer == String.class ? JsonValue.TRUE : schemas.of(answer))));
        return Json.createObjectBuilder()
                .add("description", list ? "One page of the list." : "What was asked for.")
                .add("headers", headers)
                .add("content", content);
    }

    private static JsonObjectBuilder header(String description) {
        return Json.createObjectBuilder()
                .add("description", description)
                .add("schema", Json.createObjectBuilder().add("type", "string"));
    }

    private static JsonObjectBuilder content(String type, JsonValue schema) {
        return Json.createObjectBuilder().add(type, Json.createObjectBuilder().add("schema", schema));
    }

    private static JsonObjectBuilder components(Schemas schemas) {
        JsonObjectBuilder named = Json.createObjectBuilder();
        schemas.named().forEach(named::add);
        named.add("Problem", problem());
        JsonObjectBuilder responses = Json.createObjectBuilder();
        JsonObject reference = Json.createObjectBuilder()
                .add("$ref", "#/components/schemas/Problem")
                .build();
        PROBLEMS.forEach((status, text) -> responses.add(
                status,
                Json.createObjectBuilder().add("description", text).add("content", content(Problem.TYPE, reference))));
        return Json.createObjectBuilder()
                .add("schemas", named)
                .add("responses", responses)
                .add(
                        "securitySchemes",
                        Json.createObjectBuilder()
                                .add("session", cookie("metodporten", "On http, for development."))
                                .add("secureSession", cookie("__Host-metodporten", "On https.")));
    }

    private static JsonObjectBuilder cookie(String name, String description) {
        return Json.createObjectBuilder()
                .add("type", "apiKey")
                .add("in", "cookie")
                .add("name", name)
                .add("description", description);
    }

    private static JsonObjectBuilder problem() {
        JsonObject text = Json.createObjectBuilder().add("type", "string").build();
        JsonObject texts = Json.createObjectBuilder()
                .add("type", "array")
                .add("items", text)
                .build();
        JsonObject number = Json.createObjectBuilder().add("type", "integer").build();
        return Json.createObjectBuilder()
                .add("type", "object")
                .add("description", "A refusal or a failure (RFC 9457), in the language of the answer.")
                .add(
                        "properties",
                        Json.createObjectBuilder()
                                .add("type", text)
                                .add("title", text)
                                .add("status", number)
                                .add("detail", text)
                                .add("parameter", text)
                                .add("allowed", texts)
                                .add("minimum", text)
                                .add("maximum", text)
                                .add("requestId", text))
                .add("required", Json.createArrayBuilder(List.of("type", "title", "status", "detail", "requestId")));
    }
}

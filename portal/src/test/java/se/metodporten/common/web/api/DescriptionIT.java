package se.metodporten.common.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.StringReader;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.metodporten.harness.InPortal;
import se.metodporten.harness.SignedIn;
import se.metodporten.harness.Wire;

/** The API's description tells of everything there is, and of nothing else; each answer is as it says. */
class DescriptionIT extends InPortal {

    private static final String CLASSES = "/WEB-INF/classes/";

    @Inject
    private ServletContext application;

    @Inject
    private SignedIn signedIn;

    @Inject
    private ApiFixture fixture;

    @Test
    void every_method_of_every_resource_is_described() {
        Set<String> there = new TreeSet<>();
        resources(CLASSES + "se/metodporten/")
                .filter(type -> type != FailingResource.class)
                .forEach(type -> Arrays.stream(type.getDeclaredMethods())
                        .filter(DescriptionIT::answers)
                        .forEach(method -> there.add(path(type, method))));

        assertThat(described().getJsonObject("paths").keySet()).isEqualTo(there).hasSizeGreaterThan(25);
    }

    @Test
    void every_operation_has_its_name_words_and_answers() {
        Set<String> names = new TreeSet<>();
        described().getJsonObject("paths").forEach((path, item) -> {
            JsonObject get = item.asJsonObject().getJsonObject("get");
            assertThat(names.add(get.getString("operationId"))).as(path).isTrue();
            assertThat(get.getString("summary")).as(path).isNotBlank();
            assertThat(get.getJsonObject("responses").keySet()).as(path).contains("200", "400", "406", "500");
            get.getJsonArray("parameters")
                    .getValuesAs(JsonObject.class)
                    .forEach(parameter -> assertThat(parameter.getString("description"))
                            .as(path + " " + parameter.getString("name"))
                            .isNotBlank());
        });
    }

    @Test
    void what_is_referred_to_is_there() {
        JsonObject description = described();
        Set<String> references = new TreeSet<>();
        collect(description, references);

        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                description.getValue(reference.substring(1)).asJsonObject())
                        .as(reference)
                        .isNotEmpty());
    }

    @Test
    void every_operation_is_reachable_and_answers_as_described() {
        ApiFixture.Unit all = fixture.in("hallefors");
        Wire manager = signedIn.as(all.manager());
        JsonObject description = described();

        Questions.all(description, all).forEach(asked -> {
            String path = asked.path();
            String address = asked.address();
            Wire.Answer answer = manager.get(address);
            assertThat(answer.status()).as(address + " " + answer.body()).isEqualTo(200);
            JsonValue schema = description
                    .getJsonObject("paths")
                    .getJsonObject(path)
                    .getJsonObject("get")
                    .getJsonObject("responses")
                    .getJsonObject("200")
                    .getJsonObject("content")
                    .getJsonObject("application/json")
                    .get("schema");
            assertThat(Conforming.faultsIn(read(answer), schema, description))
                    .as(address)
                    .isEmpty();
            assertThat(answer.header("Content-Language")).as(address).isEqualTo("sv");
        });
    }

    @Test
    void it_is_for_everyone_as_json_or_yaml() {
        Wire nobody = signedIn.nobody();
        Wire.Answer json = nobody.get("/api/v1/openapi");
        Wire.Answer yaml =
                nobody.send("GET", "/api/v1/openapi", "", "Host: " + nobody.host(), "Accept: application/yaml");

        assertThat(json.header("Content-Type")).startsWith("application/json");
        assertThat(json.header("Set-Cookie")).isNull();
        assertThat(yaml.header("Content-Type")).startsWith("application/yaml");
        assertThat(yaml.body())
                .startsWith("\"openapi\": \"3.1.0\"\n")
                .contains("\n  \"/units/{id}\":\n    \"get\":\n      \"operationId\": \"unit\"\n");
    }

    @Test
    void secrets_of_the_house_are_not_in_it() {
        assertThat(signedIn.nobody().get("/api/v1/openapi").body())
                .doesNotContain("se.metodporten")
                .doesNotContain("password")
                .doesNotContain("going-wrong");
    }

    private JsonObject described() {
        return read(signedIn.nobody().get("/api/v1/openapi"));
    }

    private static JsonObject read(Wire.Answer answer) {
        return Json.createReader(new StringReader(answer.body())).readObject();
    }

    private static void collect(JsonValue value, Set<String> references) {
        if (value instanceof JsonObject object) {
            object.forEach((name, part) -> {
                if (name.equals("$ref")) {
                    references.add(((JsonString) part).getString());
                }
                collect(part, references);
            });
        } else if (value.getValueType() == JsonValue.ValueType.ARRAY) {
            value.asJsonArray().forEach(part -> collect(part, references));
        }
    }

    private Stream<Class<?>> resources(String folder) {
        return application.getResourcePaths(folder).stream().flatMap(path -> {
            if (path.endsWith("/")) {
                return resources(path);
            }
            return path.endsWith("Resource.class") ? Stream.of(load(path)) : Stream.empty();
        });
    }

    private static Class<?> load(String path) {
        try {
            return Class.forName(
                    path.substring(CLASSES.length()).replace(".class", "").replace('/', '.'));
        } catch (ClassNotFoundException absent) {
            throw new AssertionError(absent);
        }
    }

    private static boolean answers(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(one -> one.annotationType().isAnnotationPresent(HttpMethod.class));
    }

    private static String path(Class<?> type, Method method) {
        Path own = method.getAnnotation(Path.class);
        return "/" + type.getAnnotation(Path.class).value() + (own == null ? "" : "/" + own.value());
    }
}

package se.metodporten.common.web.api;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** All that the API can be asked about one unit: every operation of its description, plainly and with each value of each parameter. */
final class Questions {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    private final JsonObject description;
    private final ApiFixture.Unit unit;

    /** @param path as described @param parameter the one that is tried; empty for none */
    record Question(String path, String parameter, String address) {

        boolean aboutOneThing() {
            return path.contains("{id}");
        }
    }

    private Questions(JsonObject description, ApiFixture.Unit unit) {
        this.description = description;
        this.unit = unit;
    }

    static List<Question> all(JsonObject description, ApiFixture.Unit unit) {
        Questions questions = new Questions(description, unit);
        return description.getJsonObject("paths").keySet().stream()
                .flatMap(path -> questions.of(path).stream())
                .toList();
    }

    /** Each operation once, with no more than it must be given. */
    static List<Question> plain(JsonObject description, ApiFixture.Unit unit) {
        return all(description, unit).stream()
                .filter(question -> question.parameter().isEmpty())
                .toList();
    }

    private List<Question> of(String path) {
        List<JsonObject> parameters = description
                .getJsonObject("paths")
                .getJsonObject(path)
                .getJsonObject("get")
                .getJsonArray("parameters")
                .getValuesAs(JsonObject.class);
        List<Question> questions = new ArrayList<>();
        questions.add(new Question(path, "", address(path, required(parameters, ""))));
        for (JsonObject parameter : parameters) {
            if (parameter.getString("in").equals("query")) {
                String name = parameter.getString("name");
                for (String value : values(path, name, parameter.getJsonObject("schema"))) {
                    questions.add(new Question(
                            path, name, address(path, required(parameters, name) + "&" + name + "=" + value)));
                }
            }
        }
        return questions;
    }

    private String required(List<JsonObject> parameters, String except) {
        return parameters.stream()
                .filter(parameter -> parameter.getString("in").equals("query") && parameter.getBoolean("required"))
                .map(parameter -> parameter.getString("name"))
                .filter(name -> !name.equals(except))
                .map(name -> "&" + name + "=" + code(name))
                .collect(Collectors.joining());
    }

    private String address(String path, String query) {
        String asked = path.replace("/people/{id}", "/people/" + unit.person())
                .replace("/appointments/{id}", "/appointments/" + unit.appointment())
                .replace("/units/{id}", "/units/" + unit.unit())
                .replace("/trainings/{id}", "/trainings/" + unit.training())
                .replace("/campaigns/{id}", "/campaigns/" + unit.campaign())
                .replace("/agreements/{id}", "/agreements/" + unit.agreement())
                .replace("/roles/{code}", "/roles/" + code("role"))
                .replace("/courses/{code}", "/courses/" + code("course"));
        if (asked.contains("{")) {
            throw new AssertionError("Say here what the unit has of " + path);
        }
        return Api.PATH + asked + query.replaceFirst("^&", "?");
    }

    private List<String> values(String path, String name, JsonObject schema) {
        if (schema.containsKey("enum")) {
            return schema.getJsonArray("enum").getValuesAs(JsonString::getString);
        }
        return switch (name) {
            case "page", "size" -> List.of();
            case "q" -> List.of(unit.name(), unit.surnames().get(0));
            case "unit" -> List.of("" + unit.unit());
            case "organisation" -> List.of("" + unit.organisation());
            case "district" -> List.of("" + unit.district());
            case "kind" -> List.of(path.equals("/trainings") ? "unit-refresher" : "" + unit.kind());
            case "role", "course" -> List.of(code(name));
            case "knownAt" -> List.of("" + DAY, DAY + "T12:00:00Z");
            default -> byType(name, schema);
        };
    }

    private static List<String> byType(String name, JsonObject schema) {
        if (schema.getString("type").equals("boolean")) {
            return List.of("true");
        }
        if (schema.getString("format", "").equals("date")) {
            return List.of("" + DAY, "" + DAY.plusYears(2));
        }
        throw new AssertionError("Say here what a unit's " + name + " is");
    }

    private static String code(String name) {
        return switch (name) {
            case "role" -> "method-supervisor";
            case "course" -> "visam-grunderna";
            default -> throw new AssertionError("Say here what " + name + " must be");
        };
    }
}

package se.metodporten.statements;

import java.util.List;
import java.util.stream.Stream;

/** At least one question to each path of the API, by a reader who sees the whole crowd, in pages that hold all of it. */
final class ApiVisits {

    static final String PATH = "/api/v1";

    /** Tells what other paths there are. */
    static final String DESCRIPTION = PATH + "/openapi";

    private static final String ALL = "size=100";
    private static final String ROLE = "role=method-supervisor";

    private ApiVisits() {}

    /** All of them. */
    static List<Visit> all(Crowd crowd) {
        return Stream.of(own(), places(crowd), people(crowd), coverage(crowd), learning(crowd), campaigns(crowd))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Visit> own() {
        return List.of(
                new Visit(DESCRIPTION, Visit.NOBODY, DESCRIPTION),
                call("manager", "/me", ""),
                call("coordinator", "/me", ""),
                call("supervisor", "/me/appointments", ""),
                call("instructor", "/me/appointments", ""),
                call("manager", "/me/agreements", ALL),
                call("manager", "/me/tasks", ALL),
                call("instructor", "/me/tasks", ALL));
    }

    private static List<Visit> places(Crowd crowd) {
        return List.of(
                call("coordinator", "/places/districts", ""),
                call("coordinator", "/places/organisations", ""),
                call("coordinator", "/places/unit-kinds", ""),
                call("manager", "/units", ALL),
                call("coordinator", "/units", ALL),
                one("manager", "/units/{id}", crowd.id("unit"), ""),
                one("manager", "/units/{id}/elearning", crowd.id("unit"), "course=visam-grunderna&" + ALL));
    }

    private static List<Visit> people(Crowd crowd) {
        return List.of(
                call("manager", "/people", ALL),
                call("coordinator", "/people", ALL + "&q=" + crowd.name()),
                one("manager", "/people/{id}", crowd.nurses().get(0), ""),
                one("manager", "/people/{id}", crowd.readers().get("supervisor"), ""),
                one("coordinator", "/people/{id}", crowd.readers().get("instructor"), ""),
                call("manager", "/appointments", ALL),
                call("coordinator", "/appointments", ALL + "&sort=-standing"),
                one("manager", "/appointments/{id}", crowd.id("appointment"), ""),
                one("manager", "/appointments/{id}/timeline", crowd.id("appointment"), ""),
                one("manager", "/appointments/{id}/standing", crowd.id("appointment"), "asOf=2025-01-31"),
                one("manager", "/agreements/{id}", crowd.id("agreement"), ""));
    }

    private static List<Visit> coverage(Crowd crowd) {
        return List.of(
                call("coordinator", "/coverage", ROLE + "&level=organisation&" + ALL),
                call("manager", "/coverage", ROLE + "&level=unit&planned=true&" + ALL),
                call("coordinator", "/coverage", ROLE + "&level=kind&asOf=2025-01-31"),
                call("coordinator", "/coverage/standings", ROLE + "&level=organisation&" + ALL),
                call("coordinator", "/coverage/ahead", ROLE),
                call("coordinator", "/coverage/units", ROLE + "&" + ALL),
                call("coordinator", "/coverage/units", ROLE + "&lostBy=2035-01-01&" + ALL),
                call("manager", "/coverage/units", ROLE + "&planned=true&unit=" + crowd.id("unit")),
                call("coordinator", "/coverage/appointments", ROLE + "&sort=-due&" + ALL));
    }

    private static List<Visit> learning(Crowd crowd) {
        return List.of(
                call("manager", "/roles", ""),
                one("manager", "/roles/{code}", "method-supervisor", ""),
                call("nurse", "/courses", ""),
                one("nurse", "/courses/{code}", "visam-grunderna", ""),
                call("nurse", "/trainings", ALL),
                call("instructor", "/trainings", ALL + "&past=true"),
                call("trainer", "/trainings/kinds", ""),
                one("instructor", "/trainings/{id}", crowd.id("training"), ""),
                one("nurse", "/trainings/{id}", crowd.id("training"), ""));
    }

    private static List<Visit> campaigns(Crowd crowd) {
        return List.of(
                call("manager", "/campaigns", ALL),
                call("coordinator", "/campaigns", "ended=true&" + ALL),
                one("coordinator", "/campaigns/{id}", crowd.id("campaign"), "level=unit&" + ALL),
                one("nurse", "/campaigns/{id}", crowd.id("campaign"), ""),
                one("manager", "/campaigns/{id}/people", crowd.id("campaign"), ALL));
    }

    private static Visit one(String reader, String path, Object which, String query) {
        return visit(reader, path, path.replaceFirst("\\{[a-z]+}", which.toString()), query);
    }

    private static Visit call(String reader, String path, String query) {
        return visit(reader, path, path, query);
    }

    private static Visit visit(String reader, String path, String address, String query) {
        return new Visit(PATH + path, reader, PATH + address + (query.isEmpty() ? "" : "?" + query));
    }
}

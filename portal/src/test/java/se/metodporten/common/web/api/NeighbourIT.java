package se.metodporten.common.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import se.metodporten.access.Office;
import se.metodporten.harness.InPortal;
import se.metodporten.harness.SignedIn;
import se.metodporten.harness.Wire;

/** Whoever looks after other places gets nothing of a unit and its people: by id, by no filter and by no sort. */
class NeighbourIT extends InPortal {

    /** What tells of a unit or its people to those who may see it; whatever else there is tells everyone the same. */
    private static final Set<String> TELLING = Set.of(
            "/agreements/{id}",
            "/appointments",
            "/appointments/{id}",
            "/campaigns/{id}",
            "/campaigns/{id}/people",
            "/coverage",
            "/coverage/appointments",
            "/coverage/standings",
            "/coverage/units",
            "/me",
            "/me/agreements",
            "/me/tasks",
            "/people",
            "/people/{id}",
            "/trainings",
            "/trainings/{id}",
            "/units",
            "/units/{id}",
            "/units/{id}/elearning");

    @Inject
    private SignedIn signedIn;

    @Inject
    private ApiFixture fixture;

    @Test
    void the_own_manager_is_told() {
        ApiFixture.Unit unit = fixture.in("laxa");
        Wire manager = signedIn.as(unit.manager());
        Set<String> telling = new TreeSet<>();

        questions(unit).forEach(question -> {
            Wire.Answer answer = manager.get(question.address());
            assertThat(answer.status()).as(question.address()).isEqualTo(200);
            if (tells(answer, unit)) {
                telling.add(question.path());
            }
        });

        assertThat(telling).isEqualTo(new TreeSet<>(TELLING));
    }

    @Test
    void the_coordinator_of_another_district_is_told_nothing() {
        ApiFixture.Unit unit = fixture.in("laxa");

        isToldNothing(scenario.official(Office.COORDINATOR, scenario.place("vastra")), unit);
    }

    @Test
    void the_manager_of_another_unit_of_the_organisation_is_told_nothing() {
        ApiFixture.Unit unit = fixture.in("laxa");

        isToldNothing(scenario.manager(scenario.unit("laxa")), unit);
    }

    @Test
    void what_is_somebody_elses_is_answered_as_what_is_not_there() {
        ApiFixture.Unit unit = fixture.in("laxa");
        Wire stranger = signedIn.as(scenario.official(Office.COORDINATOR, scenario.place("vastra")));

        Questions.plain(read(signedIn.nobody().get("/api/v1/openapi")), unit).stream()
                .filter(Questions.Question::aboutOneThing)
                .forEach(question -> {
                    Wire.Answer theirs = stranger.get(question.address());
                    Wire.Answer nothing = stranger.get(question.address().replaceFirst("/[0-9]+", "/999999999"));
                    assertThat(withoutReference(theirs)).as(question.address()).isEqualTo(withoutReference(nothing));
                });
    }

    private void isToldNothing(long reader, ApiFixture.Unit unit) {
        Wire stranger = signedIn.as(reader);
        questions(unit).forEach(question -> {
            Wire.Answer answer = stranger.get(question.address());
            assertThat(tells(answer, unit)).as(question.address()).isFalse();
            if (question.aboutOneThing()) {
                assertThat(answer.status()).as(question.address()).isEqualTo(404);
            } else if (answer.status() == 200) {
                countsNothing(question, read(answer));
            } else {
                assertThat(answer.status()).as(question.address()).isEqualTo(403);
            }
        });
    }

    /** A count would tell, too. */
    private static void countsNothing(Questions.Question question, JsonObject answer) {
        if (answer.get("total") == null || answer.get("total").getValueType() != JsonValue.ValueType.NUMBER) {
            return;
        }
        if (question.parameter().equals("unit")) {
            assertThat(answer.getInt("total")).as(question.address()).isZero();
        }
        if (answer.getInt("pages") == 1) {
            assertThat(answer.getJsonArray("items")).as(question.address()).hasSize(answer.getInt("total"));
        }
    }

    private List<Questions.Question> questions(ApiFixture.Unit unit) {
        return Questions.all(read(signedIn.nobody().get("/api/v1/openapi")), unit);
    }

    /** Names are unique; what stands after one ends it. */
    private static boolean tells(Wire.Answer answer, ApiFixture.Unit unit) {
        return answer.body().matches("(?s).*\\b" + unit.name() + "\\b.*")
                || unit.surnames().stream().anyMatch(name -> answer.body().matches("(?s).*\\b" + name + "\\b.*"));
    }

    private static JsonObject withoutReference(Wire.Answer answer) {
        return Json.createObjectBuilder(read(answer)).remove("requestId").build();
    }

    private static JsonObject read(Wire.Answer answer) {
        return Json.createReader(new StringReader(answer.body())).readObject();
    }
}

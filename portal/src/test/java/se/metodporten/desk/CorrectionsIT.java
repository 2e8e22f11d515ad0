package se.metodporten.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.metodporten.access.AccessDenied;
import se.metodporten.access.Office;
import se.metodporten.communication.CorrectionRequest;
import se.metodporten.communication.Corrections;
import se.metodporten.coverage.CoveredCounty;
import se.metodporten.harness.InPortal;

/** What the portal knows about someone: taken along as a file, and asked to be put right. */
class CorrectionsIT extends InPortal {

    @Inject
    private Corrections corrections;

    @Inject
    private MyData data;

    @Inject
    private Start start;

    @Inject
    private CoveredCounty county;

    private long unit;
    private long manager;
    private long nurse;

    @BeforeEach
    void a_nurse_and_a_manager() {
        unit = scenario.unit("hallefors");
        manager = scenario.manager(unit);
        nurse = scenario.employee(unit);
    }

    @Test
    void a_request_waits_with_the_manager_of_the_unit_until_it_is_answered() {
        as.person(nurse, () -> corrections.ask("  Min utbildning var 2025-03-02.  "));

        CorrectionRequest asked =
                as.person(manager, () -> corrections.waitingForMe()).get(0);
        assertThat(asked.text()).isEqualTo("Min utbildning var 2025-03-02.");
        assertThat(as.person(manager, () -> start.todos()))
                .extracting(Todo::path)
                .contains("/person/answer.xhtml?id=" + asked.id());
        as.person(manager, () -> corrections.answer(asked.id(), "Rättat."));

        assertThat(as.person(manager, () -> corrections.waitingForMe())).isEmpty();
        assertThat(as.person(nurse, () -> corrections.mine()))
                .extracting(CorrectionRequest::answer)
                .containsExactly("Rättat.");
    }

    @Test
    void a_neighbour_gets_nothing() {
        as.person(nurse, () -> corrections.ask("Fel."));
        long id = as.person(manager, () -> corrections.waitingForMe()).get(0).id();

        for (long reader : List.of(
                nurse,
                scenario.employee(unit),
                scenario.manager(scenario.unit("hallefors")),
                scenario.official(Office.COORDINATOR, scenario.place("norra")),
                scenario.official(Office.SYSTEM_ADMINISTRATOR, scenario.county()))) {
            assertThat(as.person(reader, () -> corrections.waitingForMe()))
                    .extracting(CorrectionRequest::id)
                    .doesNotContain(id);
            assertThatThrownBy(() -> as.person(reader, () -> corrections.waitingForMe(id)))
                    .isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> as.person(reader, () -> corrections.answer(id, "Nej.")))
                    .isInstanceOf(AccessDenied.class);
        }
    }

    @Test
    void who_has_no_other_manager_is_answered_by_an_administrator() {
        long administrator = scenario.official(Office.SYSTEM_ADMINISTRATOR, scenario.county());
        as.person(manager, () -> corrections.ask("Fel namn."));
        long nowhere = scenario.person();
        as.person(nowhere, () -> corrections.ask("Fel adress."));

        assertThat(as.person(administrator, () -> corrections.waitingForMe()))
                .extracting(CorrectionRequest::personId)
                .contains(manager, nowhere);
        assertThat(as.person(manager, () -> corrections.waitingForMe())).isEmpty();
    }

    @Test
    void two_who_answer_at_once_do_not_overwrite_each_other() {
        long second = scenario.manager(unit);
        as.person(nurse, () -> corrections.ask("Fel."));
        long id = as.person(manager, () -> corrections.waitingForMe()).get(0).id();
        as.person(manager, () -> corrections.answer(id, "Rättat."));

        assertThatThrownBy(() -> as.person(second, () -> corrections.answer(id, "Nej.")))
                .isInstanceOf(AccessDenied.class);
        assertThat(as.person(nurse, () -> corrections.mine()).get(0).answer()).isEqualTo("Rättat.");
    }

    @Test
    void an_empty_request_is_refused() {
        assertThatThrownBy(() -> as.person(nurse, () -> corrections.ask(" "))).hasMessage("communication.refused.text");
    }

    @Test
    void the_file_holds_all_that_is_kept_about_the_reader_and_of_nobody_else() {
        long appointment = county.certified(
                nurse,
                CoveredCounty.INSTRUCTOR,
                unit,
                scenario.today().minusYears(1),
                scenario.today().minusYears(1));
        as.person(nurse, () -> corrections.ask("Fel."));

        JsonObject mine = as.person(nurse, () -> data.json());

        assertThat(mine.getJsonArray("appointments").getJsonObject(0).getInt("id"))
                .isEqualTo((int) appointment);
        assertThat(mine.getJsonArray("appointments").getJsonObject(0).getJsonArray("periods"))
                .isNotEmpty();
        assertThat(mine.getJsonArray("facts")).hasSize(5);
        assertThat(mine.getJsonArray("employments")).hasSize(1);
        assertThat(mine.getJsonArray("correctionsAsked")).hasSize(1);
        JsonObject other = as.person(scenario.employee(unit), () -> data.json());
        assertThat(other.getJsonArray("facts")).isEmpty();
        assertThat(other.getJsonArray("appointments")).isEmpty();
        assertThatThrownBy(() -> as.nobody(() -> data.json())).isInstanceOf(AccessDenied.class);
    }
}

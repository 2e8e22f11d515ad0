package se.metodporten.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.metodporten.acceptance.harness.CourseBook;
import se.metodporten.acceptance.harness.CoursePlayer;
import se.metodporten.acceptance.harness.Newcomer;
import se.metodporten.acceptance.harness.Portal;
import se.metodporten.acceptance.harness.Portal.Account;
import se.metodporten.acceptance.harness.Visitor;

/** A method supervisor follows the e-learning of the own unit, and a colleague finishes a course meanwhile. */
class UnitElearningIT {

    private static final String NOT_STARTED = "Inte påbörjad";
    private static final String TITLE = "ViSam – grunderna";
    private static final String COURSE = "visam-grunderna";
    private static final Set<Integer> REFUSED = Set.of(403, 404);

    private String list = "";
    private String colleague = "";
    private Account account = new Account("", "", "");

    @Test
    void a_method_supervisor_sees_who_in_the_unit_has_not_finished_and_that_they_finish() {
        the_supervisor_finds_a_colleague_who_has_not_begun();
        the_colleague_begins_and_the_supervisor_sees_that();
        the_colleague_finishes_and_the_supervisor_sees_that();
    }

    private void the_supervisor_finds_a_colleague_who_has_not_begun() {
        List<String> idle;
        try (Visitor supervisor = Visitor.atDesk().signedInAs("Metodhandledare")) {
            supervisor.goesTo("Kurser");
            supervisor.follows("Enhetens e-utbildning");
            supervisor.isAt("Enhetens e-utbildning");
            opensTheListOf(supervisor, NOT_STARTED);
            supervisor.findsThePageAccessibleInEveryWidth();
            Locator rows = supervisor.main().locator("#list tbody tr");
            assertThat(rows.first()).containsText(NOT_STARTED);
            idle = rows.locator("th a").all().stream()
                    .map(link -> Portal.parameter(link.getAttribute("href"), "id"))
                    .toList();
            list = supervisor.page().url().replaceFirst("&progress=[^&]*", "");
        }
        Newcomer.Known found = Newcomer.amongst(idle);
        colleague = found.personId();
        account = found.account();
    }

    private void the_colleague_begins_and_the_supervisor_sees_that() {
        try (Visitor learner = Visitor.atDesk().signedIn(account)) {
            CoursePlayer course = opensTheCourse(learner, "Börja kursen");
            course.nextScreen();
            course.answersAll();
            course.seesItSaved();
            course.goesBack();
        }
        assertThat(colleagueInTheList()).contains("Påbörjad", Portal.today().toString());
    }

    private void the_colleague_finishes_and_the_supervisor_sees_that() {
        try (Visitor learner = Visitor.atDesk().signedIn(account)) {
            CoursePlayer course = opensTheCourse(learner, "Fortsätt kursen");
            course.readsToTheTest();
            course.takesTheTest();
            course.seesItSaved();
            course.goesBack();
        }
        assertThat(colleagueInTheList())
                .contains("Genomförd", Portal.today().toString())
                .doesNotContain(NOT_STARTED);
        try (Visitor supervisor = Visitor.atDesk().signedInAs("Metodhandledare")) {
            supervisor.opens("/person/person.xhtml?id=" + colleague);
            supervisor.isAt(account.who());
            supervisor.sees(TITLE);
        }
    }

    @Test
    void a_method_supervisor_sees_nobody_in_a_neighbours_unit() {
        List<String> own;
        try (Visitor supervisor = Visitor.atDesk().signedInAs("Metodhandledare")) {
            supervisor.opens("/elearning/unit.xhtml");
            own = supervisor.main().locator("select[name=unit] option").all().stream()
                    .map(option -> option.getAttribute("value"))
                    .toList();
        }
        String neighbour;
        String stranger;
        String name;
        try (Visitor leader = Visitor.atDesk().signedInAs("Processledare")) {
            leader.opens("/elearning/unit.xhtml");
            neighbour = leader.main().locator("select[name=unit] option").all().stream()
                    .map(option -> option.getAttribute("value"))
                    .filter(unit -> !own.contains(unit))
                    .findFirst()
                    .orElseThrow();
            leader.opens("/elearning/unit.xhtml?course=" + COURSE + "&unit=" + neighbour);
            Locator link = leader.main().locator("#list th a").first();
            stranger = Portal.parameter(link.getAttribute("href"), "id");
            name = link.innerText();
        }
        try (Visitor supervisor = Visitor.atDesk().signedInAs("Metodhandledare")) {
            for (String path : List.of(
                    "/elearning/unit.xhtml?course=" + COURSE + "&unit=" + neighbour,
                    "/person/person.xhtml?id=" + stranger,
                    "/api/v1/units/" + neighbour + "/elearning?course=" + COURSE)) {
                APIResponse answer = supervisor.asks(path, Map.of());
                assertThat(answer.status()).as(path).isIn(REFUSED);
                assertThat(answer.text()).as(path).doesNotContain(name);
            }
        }
    }

    /** By the number that the page says; the list behind it is as long. */
    private static void opensTheListOf(Visitor supervisor, String progress) {
        Locator number = supervisor
                .main()
                .locator("#courses tr", new Locator.LocatorOptions().setHasText(TITLE))
                .locator("td[data-label='" + progress + "'] a");
        int people = Integer.parseInt(
                number.innerText().lines().findFirst().orElseThrow().strip());
        number.click();
        supervisor.sees(people == 1 ? "Visar en person" : "Visar " + people + " personer");
    }

    private String colleagueInTheList() {
        try (Visitor supervisor = Visitor.atDesk().signedInAs("Metodhandledare")) {
            supervisor.opens(list);
            Locator row = supervisor
                    .main()
                    .locator("#list tbody tr")
                    .filter(new Locator.FilterOptions()
                            .setHas(supervisor.page().locator("a[href$='id=" + colleague + "']")));
            return row.innerText();
        }
    }

    private static CoursePlayer opensTheCourse(Visitor learner, String button) {
        learner.goesTo("Kurser");
        learner.follows(TITLE);
        learner.isAt(TITLE);
        learner.follows(button);
        return new CoursePlayer(learner.page(), CourseBook.of(COURSE));
    }
}

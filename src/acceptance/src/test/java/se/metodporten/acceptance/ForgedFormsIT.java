package se.metodporten.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.metodporten.acceptance.harness.Answers;
import se.metodporten.acceptance.harness.CourseBook;
import se.metodporten.acceptance.harness.Forms.Form;
import se.metodporten.acceptance.harness.Newcomer;
import se.metodporten.acceptance.harness.Office;
import se.metodporten.acceptance.harness.Office.Owned;
import se.metodporten.acceptance.harness.Portal;
import se.metodporten.acceptance.harness.Program;
import se.metodporten.acceptance.harness.Visitor;
import se.metodporten.acceptance.harness.Webapp;

/**
 * Forms sent by those whose they are not: each form of each page, as it is shown to somebody who may send it, is sent to the
 * same address with the same fields by others, under the state of a page of their own. Nothing is written by that.
 */
class ForgedFormsIT {

    private static final String MANAGER = "Chef";
    private static final String INSTRUCTOR = "Instruktör";
    private static final String SUPERVISOR = "Metodhandledare";
    private static final String COORDINATOR = "Samverkansledare, Södra";
    private static final String LEADER = "Processledare";
    private static final String ADMINISTRATOR = "Systemförvaltare";
    private static final List<String> OWNERS =
            List.of(MANAGER, INSTRUCTOR, COORDINATOR, LEADER, ADMINISTRATOR, "Kursadministratör", SUPERVISOR);

    /** A nurse, who has no office; the same office in another district; another office. */
    private static final List<String> FORGERS = List.of("Sjuksköterska", "Samverkansledare, Norra", "MAS");

    private static final String OTHER_MANAGER = "En annan chef";

    /** About nobody but whoever sends it. */
    private static final Set<String> OWN = Set.of(
            "/access/account.xhtml form",
            "/access/forgotten.xhtml form",
            "/access/password.xhtml form",
            "/access/sign-in.xhtml form",
            "/person/correction.xhtml form",
            "/training/training.xhtml me");

    /** There for moments only, or in bad times; the services behind them are those of other forms here. */
    private static final Set<String> RARE = Set.of(
            "/administration/mail.xhtml form",
            "/certification/never-offered.xhtml form",
            "/certification/role-preview.xhtml form",
            "/coverage/place.xhtml laterForm",
            "/directory/run.xhtml again",
            "/elearning/new-completion-preview.xhtml form",
            "/elearning/new-completion.xhtml form",
            "/directory/run.xhtml progress");

    /** A page with a form that everybody has. */
    private static final String STATE = "/person/correction.xhtml";

    private static final String LOOK = "form:look";
    private static final String SAVE = "form:save";
    private static final int REDIRECTED = 302;
    private static final int MOST_BUTTONS = 3;
    private static final int NEWEST_PAGES = 4;

    private static final Office OFFICE = new Office();

    /** Those that were forged. */
    private static final List<String> REQUESTS = new ArrayList<>();

    /** By forger, what is their own. */
    private static final Map<String, Office> THEIRS = new LinkedHashMap<>();

    @BeforeAll
    static void everybody_has_something_to_send() {
        OFFICE.withAll(OWNERS);
        theInstructorHoldsATraining();
        OFFICE.presses(SUPERVISOR, STATE, "form", "ask", Map.of());
        OFFICE.looksAround(Webapp.pages().keySet());
        String deputies =
                OFFICE.owned().get("/organisation/deputies.xhtml form").at().path();
        if (!OFFICE.owned().containsKey("/organisation/deputies.xhtml endForm")) {
            OFFICE.presses(MANAGER, deputies, "form", "name", Map.of());
            OFFICE.opens(MANAGER, deputies);
        }
        theManagerHasSomebodyNominated();
        theCoordinatorAsksAManager();
        theAdministratorReadsAFile();
        OFFICE.opensEach(
                ADMINISTRATOR,
                "/administration/accounts.xhtml?text="
                        + Portal.running().account(COORDINATOR).username(),
                "/administration/account.xhtml");
        OFFICE.opens(LEADER, "/elearning/rule.xhtml?code=visam-grunderna&kind=score&score=77");
        theLeaderHandsInACourse();
        othersHaveTheirOwn();
    }

    private static void othersHaveTheirOwn() {
        for (String forger : FORGERS) {
            THEIRS.put(forger, new Office().withAll(List.of(forger)));
        }
        try (Visitor other = Visitor.atDesk().signedIn(anotherManager())) {
            THEIRS.put(OTHER_MANAGER, new Office().with(other, OTHER_MANAGER));
        }
        THEIRS.values().forEach(own -> own.looksAround(Webapp.pages().keySet()));
    }

    @AfterAll
    static void close() {
        OFFICE.close();
        THEIRS.values().forEach(Office::close);
    }

    @Test
    void nobody_sends_what_is_not_theirs() {
        Map<String, Owned> forms = OFFICE.owned();
        OWN.forEach(forms::remove);
        SoftAssertions faults = new SoftAssertions();
        for (Owned owned : forms.values()) {
            String shown = OFFICE.textOf(owned.at());
            THEIRS.forEach((forger, own) -> {
                for (String button :
                        owned.form().buttons().stream().limit(MOST_BUTTONS).toList()) {
                    faults.check(() -> isRefused(forger, owned, button));
                }
                if (owned.form().buttons().contains(LOOK) && own.owned().containsKey(owned.kind())) {
                    faults.check(() -> isRefusedAfterLooking(forger, owned));
                }
            });
            faults.assertThat(OFFICE.textOf(owned.at()))
                    .as("%s afterwards", owned.at())
                    .isEqualTo(shown);
        }
        faults.assertThat(done(REQUESTS))
                .as("forged requests that did something")
                .isEmpty();
        faults.assertAll();
    }

    @Test
    void no_form_is_forgotten() {
        Set<String> forms = Webapp.forms().entrySet().stream()
                .flatMap(page -> page.getValue().stream().map(form -> page.getKey() + " " + form))
                .collect(Collectors.toSet());
        assertThat(forms).as("what is left out is there").containsAll(OWN).containsAll(RARE);
        forms.removeAll(OWN);
        forms.removeAll(RARE);
        assertThat(OFFICE.owned().keySet()).as("forms that somebody was shown").containsAll(forms);
    }

    /** Under the state of the same page of their own, if they have one. */
    private static void isRefused(String forger, Owned owned, String button) {
        Office own = THEIRS.get(forger);
        Owned state = own.owned().getOrDefault(owned.kind(), own.owned().get(STATE + " form"));
        Form fresh = own.opens(forger, state.at().path()).stream()
                .filter(form -> form.kind().equals(state.form().kind()))
                .findFirst()
                .orElseThrow();
        isRefused(forger, owned, owned.form().pressedOn(fresh, button), button);
    }

    /** What they looked at with something of their own they save with what is another's. */
    private static void isRefusedAfterLooking(String forger, Owned owned) {
        Office own = THEIRS.get(forger);
        Owned theirs = own.owned().get(owned.kind());
        Form looked = own.looks(forger, theirs.at().path(), LOOK);
        if (looked.buttons().contains(SAVE)) {
            isRefused(forger, owned, looked.pressed(SAVE), SAVE);
        }
    }

    private static void isRefused(String forger, Owned owned, Map<String, String> sent, String button) {
        Program.Answer answer = THEIRS.get(forger).of(forger).posts(owned.at().path(), sent);
        String asked = forger + " presses " + button + " of " + owned.at();
        Answers.isClear(asked, answer);
        if (answer.status() == REDIRECTED) {
            assertThat(answer.header("location")).as(asked).endsWith("#resumed");
        } else {
            REQUESTS.add(answer.header("x-request-id"));
        }
    }

    /** Which waits for somebody to publish it. */
    private static void theLeaderHandsInACourse() {
        try (Visitor leader = Visitor.atDesk().signedInAs(LEADER)) {
            leader.opens("/elearning/versions.xhtml?code=metodhandledare");
            leader.main().locator("input[type=file]").setInputFiles(CourseBook.packageOf("metodhandledare"));
            leader.presses("Ladda upp och granska");
            leader.page().waitForURL("**/elearning/package.xhtml?id=*");
            leader.button("Publicera som version 2").waitFor();
            OFFICE.opens(LEADER, leader.page().url().replaceFirst("^https?://[^/]+", ""));
        }
    }

    /** Of a unit in which somebody is certified. */
    private static Portal.Account anotherManager() {
        try (Visitor administrator = Visitor.atDesk().signedInAs(ADMINISTRATOR);
                Visitor coordinator = Visitor.atDesk().signedInAs("Samverkansledare, Norra")) {
            coordinator.opens("/certification/appointments.xhtml?role=method-supervisor&standing=CERTIFIED");
            for (String person : coordinator.links("/person/person.xhtml?id=")) {
                coordinator.opens(person);
                coordinator.opens(
                        coordinator.links("/organisation/unit.xhtml?id=").get(0));
                Locator manager = coordinator.main().locator("dt:text-is('Chef') + dd a");
                if (manager.count() == 1) {
                    String id = Portal.parameter(manager.getAttribute("href"), "id");
                    administrator.opens("/administration/account.xhtml?person=" + id);
                    if (administrator.button("Skicka inbjudan").count() == 1) {
                        return Newcomer.known(id);
                    }
                }
            }
        }
        throw new AssertionError("No other manager");
    }

    private static void theInstructorHoldsATraining() {
        String training = OFFICE.presses(
                INSTRUCTOR,
                "/training/schedule.xhtml?kind=unit-refresher",
                "form",
                "schedule",
                Map.of("ends1", "12:00", "link", ""));
        OFFICE.presses(INSTRUCTOR, training, "add", "signUp", Map.of());
        OFFICE.opens(INSTRUCTOR, training);
    }

    /** Of whom nothing is attested, in each role of the unit. */
    private static void theManagerHasSomebodyNominated() {
        String unit = OFFICE.owned()
                .get("/appointment/appoint.xhtml form")
                .at()
                .path()
                .replaceFirst("&.*", "");
        for (String role : OFFICE.links(MANAGER, unit, "/appointment/appoint.xhtml?unit=")) {
            String family = "Utsedd" + System.nanoTime();
            OFFICE.presses(
                    MANAGER,
                    "/person/add.xhtml",
                    "form",
                    "add",
                    Map.of("unit", unit.replaceAll("\\D", ""), "familyName", family, "title", "Sjuksköterska"));
            OFFICE.opens(
                    MANAGER,
                    OFFICE.presses(
                            MANAGER, role + "&q=" + family, "form", "appoint", Map.of("attested", "", "licences", "")));
        }
    }

    private static void theCoordinatorAsksAManager() {
        String vacant = "/coverage/units.xhtml?role=method-supervisor&state=vacant";
        OFFICE.opensEach(COORDINATOR, vacant, "/coverage/place.xhtml");
        String place = OFFICE.owned().get("/coverage/place.xhtml askForm").at().path();
        OFFICE.opensEach(COORDINATOR, place, "/coverage/need.xhtml");
        OFFICE.presses(COORDINATOR, place, "askForm", "ask", Map.of());
        OFFICE.opens(COORDINATOR, place);
    }

    /** In which somebody known begins elsewhere under another HSA-id. */
    private static void theAdministratorReadsAFile() {
        String name;
        String mail;
        String unit;
        try (Visitor known = Visitor.atDesk().signedInAs(SUPERVISOR);
                Visitor administrator = Visitor.atDesk().signedInAs(ADMINISTRATOR)) {
            known.opens("/person/person.xhtml");
            name = known.name();
            mail = known.fact("E-post");
            administrator.opens("/organisation/units.xhtml");
            administrator.opens(
                    administrator.links("/organisation/unit.xhtml?id=").get(0));
            unit = administrator.fact("HSA-id");
            String[] names = name.split(" ", 2);
            String file = "hsaId;givenName;familyName;mail;unitHsaId;title;validFrom;validThrough;protected\n"
                    + String.join(
                            ";",
                            "SE2321000164-9Z8Y",
                            names[0],
                            names[1],
                            mail,
                            unit,
                            "Sjuksköterska",
                            "2026-01-01",
                            "",
                            "nej");
            administrator.opens("/directory/import.xhtml");
            administrator.ticks("Personal");
            administrator
                    .main()
                    .locator("input[type=file]")
                    .setInputFiles(new FilePayload("personal.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
            administrator.presses("Läs in och granska");
            administrator.page().waitForURL("**/directory/run.xhtml?id=*");
            administrator.button("Kasta filen").waitFor();
            String run = administrator.page().url().replaceFirst("^https?://[^/]+", "");
            OFFICE.opens(ADMINISTRATOR, run);
            OFFICE.opens(ADMINISTRATOR, run + "&show=proposals");
        }
    }

    /** Those of the forged requests by which something was done, as the audit's newest pages tell. */
    private static List<String> done(List<String> requests) {
        StringBuilder newest = new StringBuilder();
        for (int page = 1; page <= NEWEST_PAGES; page++) {
            newest.append(OFFICE.of(ADMINISTRATOR)
                    .asks("/administration/audit.xhtml?outcome=DONE&page=" + page)
                    .body());
        }
        assertThat(newest).contains("SCHEDULE");
        return requests.stream().filter(request -> newest.indexOf(request) >= 0).toList();
    }
}

package se.metodporten.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.metodporten.access.Accounts;
import se.metodporten.access.Office;
import se.metodporten.harness.InPortal;
import se.metodporten.harness.Mailbox;
import se.metodporten.harness.Wire;

/** The pages of coverage, as their readers meet them. */
class CoveragePagesIT extends InPortal {

    private static final String GOOD = "gräs lampa torsdag";
    private static final Pattern LINK = Pattern.compile("http://[^/]+(/access/password\\.xhtml\\?token=\\S+)");
    private static final Pattern FIGURE =
            Pattern.compile("href=\"(/coverage/(?:units|appointments)[^\"]+)\"[^>]*>(\\d+)</a>");
    private static final Pattern LARGE_FIGURE =
            Pattern.compile("href=\"(/coverage/(?:units|appointments)[^\"]+)\"><strong>(\\d+)</strong>");
    private static final Pattern SHOWN = Pattern.compile("Visar (\\d[\\d\\p{Zs}]*) (?:enhet|uppdrag)");
    private static final LocalDate START = LocalDate.of(2023, 3, 1);

    @Inject
    private HttpServletRequest request;

    @Inject
    private Accounts accounts;

    @Inject
    private CoveredCounty county;

    @Test
    void a_coordinator_opens_every_page_in_every_state_and_sees_only_the_own_district() {
        long own = scenario.unit("hallefors");
        long theirs = scenario.unit("kumla");
        String here = surname(own);
        String there = surname(theirs);
        scenario.unit("hallefors");
        scenario.unit("lindesberg");
        Wire coordinator = signedIn(scenario.official(Office.COORDINATOR, scenario.place("norra")));

        for (String page : List.of(
                "coverage.xhtml",
                "coverage.xhtml?role=instructor&level=organisation",
                "coverage.xhtml?level=kind&asOf=2023-05-31&known=then",
                "coverage.xhtml?level=unit&asOf=2035-01-01",
                "coverage.xhtml?role=local-process-leader&level=kind",
                "units.xhtml?role=local-process-leader&kind=municipality&sort=kind",
                "appointments.xhtml?role=local-process-leader",
                "coverage.xhtml?role=nope&asOf=0000-99-99&level=nope",
                "units.xhtml?state=lacking&sort=-state&district=" + scenario.place("sodra"),
                "units.xhtml?state=nope&sort=kind&page=0&kind=99999999999999999999",
                "units.xhtml?lostBy=2035-01-01&sort=-organisation",
                "units.xhtml?district=wide&beside=true",
                "appointments.xhtml?standing=certified&sort=-name",
                "appointments.xhtml?due=year&sort=due&district=" + scenario.place("sodra"))) {
            Wire.Answer answer = coordinator.get("/coverage/" + page);
            assertThat(answer.status()).as(page).isEqualTo(200);
            assertThat(answer.body())
                    .as(page)
                    .doesNotContain("??")
                    .doesNotContain(there)
                    .doesNotContain(nameOf(theirs));
        }
        assertThat(coordinator.get("/coverage/coverage.xhtml").body())
                .contains("enheter saknar metodhandledare i dag")
                .contains("Norra länsdelen")
                .contains("<svg");
        assertThat(coordinator.get("/coverage/units.xhtml?unit=" + own).body()).contains(nameOf(own));
        long hallefors = scenario.place("hallefors");
        assertThat(coordinator
                        .get("/coverage/appointments.xhtml?sort=-name&organisation=" + hallefors)
                        .body())
                .contains(here);
    }

    @Test
    void every_figure_of_the_page_opens_a_list_as_long_as_it_says() {
        surname(scenario.unit("hallefors"));
        scenario.unit("region-orebro-lan", "hospital-ward");
        Wire coordinator = signedIn(scenario.official(Office.COORDINATOR, scenario.place("norra")));

        String page = coordinator.get("/coverage/coverage.xhtml").body();
        assertThat(page).contains("Hällefors");
        assertThat(opened(coordinator, FIGURE.matcher(page)))
                .as("six in the table of the bar, five of each organisation and of the county-wide units")
                .isGreaterThanOrEqualTo(6 + 10)
                .satisfies(figures -> assertThat(figures % 5).isEqualTo(6 % 5));
        assertThat(opened(coordinator, LARGE_FIGURE.matcher(page)))
                .as("four states, who soon will lack somebody, three of what is to be renewed")
                .isEqualTo(8);
        assertThat(opened(
                        coordinator,
                        FIGURE.matcher(coordinator
                                .get("/coverage/coverage.xhtml?level=district")
                                .body())))
                .as("six in the table of the bar, five of the own district and of the county-wide units")
                .isEqualTo(6 + 10);
    }

    private static int opened(Wire reader, Matcher figures) {
        int opened = 0;
        while (figures.find()) {
            String list = figures.group(1).replace("&amp;", "&");
            Matcher shown = SHOWN.matcher(reader.get(list).body());
            assertThat(shown.find()).as(list).isTrue();
            assertThat(shown.group(1).replaceAll("\\p{Zs}", "")).as(list).isEqualTo(figures.group(2));
            opened++;
        }
        return opened;
    }

    @Test
    void who_sees_no_people_gets_the_figures_of_units_and_no_list_of_appointments() {
        scenario.unit("hallefors");
        Wire mas = signedIn(scenario.official(Office.MAS, scenario.place("hallefors")));

        assertThat(mas.get("/coverage/coverage.xhtml").body())
                .contains("enheter")
                .doesNotContain("/coverage/appointments.xhtml");
        assertThat(mas.get("/coverage/appointments.xhtml").status()).isEqualTo(403);
    }

    @Test
    void who_has_no_office_sees_none_of_it() {
        Wire nobody = signedIn(scenario.person());

        for (String page : List.of("coverage", "units", "appointments")) {
            assertThat(nobody.get("/coverage/" + page + ".xhtml").status())
                    .as(page)
                    .isEqualTo(403);
        }
    }

    /** A certified supervisor in the unit. */
    private String surname(long unit) {
        long person = scenario.employee(unit);
        county.certified(person, CoveredCounty.SUPERVISOR, unit, START, START);
        return text("select family_name from person where id = " + person);
    }

    private String nameOf(long unit) {
        return text("select name from place_version where place_id = " + unit);
    }

    private Wire signedIn(long person) {
        guard.asSystem("test", () -> accounts.invite(person));
        Matcher link = LINK.matcher(Mailbox.of(text("select email from person where id = " + person))
                .await(1)
                .get(0)
                .body());
        assertThat(link.find()).isTrue();
        Wire wire = new Wire(request.getLocalPort());
        wire.post(link.group(1), Map.of("form", "form", "form:chosen", GOOD, "form:save", "x"));
        return wire;
    }

    private String text(String sql) {
        return database.query(
                handle -> handle.createQuery(sql).mapTo(String.class).one());
    }
}

package se.metodporten.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.metodporten.access.AccessDenied;
import se.metodporten.access.Accounts;
import se.metodporten.access.Office;
import se.metodporten.certification.rules.Standing;
import se.metodporten.coverage.CoveredCounty;
import se.metodporten.elearning.CourseCard;
import se.metodporten.fact.FactKind;
import se.metodporten.harness.InPortal;
import se.metodporten.harness.Mailbox;
import se.metodporten.harness.Wire;
import se.metodporten.person.People;

/** One page for one person, and what each reader finds on it. */
class PersonPagesIT extends InPortal {

    private static final String GOOD = "gräs lampa torsdag";
    private static final Pattern LINK = Pattern.compile("http://[^/]+(/access/password\\.xhtml\\?token=\\S+)");
    private static final LocalDate START = LocalDate.of(2023, 3, 1);

    @Inject
    private PersonPages pages;

    @Inject
    private People people;

    @Inject
    private CoveredCounty county;

    @Inject
    private Accounts accounts;

    @Inject
    private HttpServletRequest request;

    private long unit;
    private long nurse;
    private long appointment;

    @BeforeEach
    void a_certified_supervisor() {
        unit = scenario.unit("hallefors");
        nurse = scenario.employee(unit);
        appointment = county.certified(nurse, CoveredCounty.SUPERVISOR, unit, START, START.plusMonths(1));
    }

    @Test
    void the_person_and_the_own_manager_see_all_of_it() {
        for (long reader : List.of(nurse, scenario.manager(unit), administrator())) {
            PersonPage page = as.person(reader, () -> pages.of(nurse));

            assertThat(page.self()).isEqualTo(reader == nurse);
            assertThat(page.appointments()).singleElement().satisfies(held -> {
                assertThat(held.card().id()).isEqualTo(appointment);
                assertThat(held.standing().now().standing()).isEqualTo(Standing.CERTIFIED);
                assertThat(held.standing().timeline().periods()).hasSize(2);
            });
            assertThat(page.facts())
                    .extracting(noted -> noted.fact().kind())
                    .containsExactlyInAnyOrder(
                            FactKind.APPOINTED,
                            FactKind.COURSE_COMPLETED,
                            FactKind.COURSE_COMPLETED,
                            FactKind.SESSION_ATTENDED,
                            FactKind.ATTESTED,
                            FactKind.AGREEMENT_IN_FORCE);
            assertThat(page.coursesShown()).isTrue();
            assertThat(page.courses())
                    .extracting(CourseCard::code)
                    .containsExactlyInAnyOrder("visam-grunderna", "it-stod");
            assertThat(page.trainingsShown()).isTrue();
        }
    }

    @Test
    void a_corrected_fact_stays_on_record_and_is_said_not_to_hold() {
        long fact = county.certify(nurse, CoveredCounty.SUPERVISOR, appointment, START.plusMonths(2))
                .get(0);
        county.withdraw(fact);

        PersonPage page = as.person(nurse, () -> pages.of(nurse));

        assertThat(page.facts())
                .filteredOn(noted -> noted.fact().id() == fact)
                .singleElement()
                .returns(false, PersonPage.Noted::valid);
        assertThat(page.facts()).filteredOn(noted -> noted.fact().withdrawn()).hasSize(1);
    }

    @Test
    void a_coordinator_sees_the_appointments_of_the_own_district_only() {
        long elsewhere = scenario.unit("kumla");
        scenario.employment(nurse, elsewhere, START, LocalDate.of(9999, 12, 31));
        long other = county.appointed(nurse, CoveredCounty.INSTRUCTOR, elsewhere, START);
        long north = scenario.official(Office.COORDINATOR, scenario.place("norra"));
        long south = scenario.official(Office.COORDINATOR, scenario.place("sodra"));
        long west = scenario.official(Office.COORDINATOR, scenario.place("vastra"));

        assertThat(seenBy(north)).containsExactly(appointment);
        assertThat(seenBy(south)).containsExactly(other);
        assertThat(seenBy(nurse)).containsExactlyInAnyOrder(appointment, other);
        denied(west);
        PersonPage page = as.person(north, () -> pages.of(nurse));
        assertThat(page.facts()).noneMatch(noted -> noted.fact().kind() == FactKind.APPOINTED);
        assertThat(page.agreements()).singleElement().satisfies(agreement -> {
            assertThat(agreement.appointmentId()).isEqualTo(appointment);
            assertThat(agreement.readable()).isFalse();
        });
        assertThat(as.person(nurse, () -> pages.of(nurse)).agreements()).allMatch(agreement -> agreement.readable());
    }

    @Test
    void a_neighbour_a_colleague_and_who_has_no_right_to_names_get_nothing() {
        denied(scenario.manager(scenario.unit("hallefors")));
        denied(scenario.employee(unit));
        denied(scenario.official(Office.MAS, scenario.place("hallefors")));
        denied(scenario.official(Office.TRAINING_ADMINISTRATOR, scenario.county()));
        assertThatThrownBy(() -> as.person(administrator(), () -> pages.of(Long.MAX_VALUE)))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void a_method_supervisor_sees_whom_to_help_with_the_e_learning_and_nothing_else() {
        long colleague = scenario.employee(unit);

        PersonPage page = as.person(nurse, () -> pages.of(colleague));

        assertThat(page.hidden()).isFalse();
        assertThat(page.coursesShown()).isTrue();
        assertThat(page.trainingsShown()).isFalse();
        assertThat(page.appointments()).isEmpty();
        assertThat(page.facts()).isEmpty();
    }

    @Test
    void of_a_protected_person_only_the_own_manager_the_administrator_and_the_person_see_anything() {
        long hidden = scenario.protectedEmployee(unit);
        long held = county.certified(hidden, CoveredCounty.SUPERVISOR, unit, START, START);

        for (long reader : List.of(hidden, scenario.manager(unit), administrator())) {
            PersonPage page = as.person(reader, () -> pages.of(hidden));
            assertThat(page.hidden()).isFalse();
            assertThat(page.appointments()).extracting(one -> one.card().id()).containsExactly(held);
        }
        long coordinator = scenario.official(Office.COORDINATOR, scenario.place("norra"));
        PersonPage page = as.person(coordinator, () -> pages.of(hidden));
        assertThat(page.hidden()).isTrue();
        assertThat(page.card().work()).isEmpty();
        assertThat(page.appointments()).isEmpty();
        assertThat(page.facts()).isEmpty();
        assertThat(page.courses()).isEmpty();
    }

    @Test
    void an_address_of_a_merged_person_leads_to_the_one_that_stays() {
        long twin = scenario.employee(unit);
        as.person(administrator(), () -> people.merge(nurse, twin));

        PersonPage page = as.person(scenario.manager(unit), () -> pages.of(nurse));

        assertThat(page.card().id()).isEqualTo(twin);
        assertThat(page.appointments()).extracting(one -> one.card().id()).containsExactly(appointment);
        assertThat(page.facts()).hasSize(6);
    }

    @Test
    void the_page_tells_it_in_both_languages_and_has_picture_and_table() {
        long manager = scenario.manager(unit);
        Wire wire = signedIn(manager);
        String page = "/person/person.xhtml?id=" + nurse;

        Wire.Answer swedish = wire.get(page);
        assertThat(swedish.status()).isEqualTo(200);
        assertThat(swedish.body())
                .contains("<svg", "Certifierad", "Det här är registrerat", "Nästa steg", "Perioder")
                .doesNotContain("??");
        assertThat(wire.get("/person/person.xhtml").body()).contains("Allt som Metodporten vet om dig");
        wire.get("/language?to=en&back=/desk/start.xhtml");
        assertThat(wire.get(page).body())
                .contains("On record", "Next step", "Certified")
                .doesNotContain("??");
        assertThat(wire.get("/person/person.xhtml?id=" + scenario.employee(scenario.unit("hallefors")))
                        .status())
                .isEqualTo(403);
    }

    private List<Long> seenBy(long reader) {
        return as.person(reader, () -> pages.of(nurse)).appointments().stream()
                .map(held -> held.card().id())
                .toList();
    }

    private void denied(long reader) {
        assertThatThrownBy(() -> as.person(reader, () -> pages.of(nurse))).isInstanceOf(AccessDenied.class);
    }

    private long administrator() {
        return scenario.official(Office.SYSTEM_ADMINISTRATOR, scenario.county());
    }

    private Wire signedIn(long person) {
        guard.asSystem("test", () -> accounts.invite(person));
        String email = database.query(handle -> handle.createQuery("select email from person where id = :id")
                .bind("id", person)
                .mapTo(String.class)
                .one());
        Matcher link = LINK.matcher(Mailbox.of(email).await(1).get(0).body());
        assertThat(link.find()).isTrue();
        Wire wire = new Wire(request.getLocalPort());
        wire.post(link.group(1), Map.of("form", "form", "form:chosen", GOOD, "form:save", "x"));
        return wire;
    }
}

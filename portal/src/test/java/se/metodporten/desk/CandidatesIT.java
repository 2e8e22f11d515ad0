package se.metodporten.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.metodporten.access.AccessDenied;
import se.metodporten.access.Office;
import se.metodporten.appointment.Appointments;
import se.metodporten.appointment.NewAppointment;
import se.metodporten.certification.Standings;
import se.metodporten.certification.TrialRoles;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Paging;
import se.metodporten.coverage.CoveredCounty;
import se.metodporten.desk.Candidates.Candidate;
import se.metodporten.desk.Candidates.Question;
import se.metodporten.fact.NewFact;
import se.metodporten.harness.InPortal;
import se.metodporten.harness.SignedIn;
import se.metodporten.harness.Wire;
import se.metodporten.role.RoleBook;
import se.metodporten.statements.StatementCounter;

/** Help in choosing whom to appoint: the manager's own people, by the standing that the appointment then has. */
class CandidatesIT extends InPortal {

    @Inject
    private Candidates candidates;

    @Inject
    private Appointments appointments;

    @Inject
    private Standings standings;

    @Inject
    private CoveredCounty county;

    @Inject
    private RoleBook roles;

    @Inject
    private TrialRoles trialRoles;

    @Inject
    private SignedIn signedIn;

    @Inject
    private StatementCounter counter;

    @Inject
    private Clock clock;

    private long role;
    private long unit;
    private long manager;
    private LocalDate today;

    @BeforeEach
    void a_manager_who_needs_an_instructor() {
        today = scenario.today();
        role = roles.roles().stream()
                .filter(one -> one.code().equals(CoveredCounty.INSTRUCTOR))
                .findFirst()
                .orElseThrow()
                .id();
        unit = scenario.unit("hallefors");
        manager = scenario.manager(unit);
    }

    @Test
    void whoever_has_most_of_it_comes_first_and_what_is_shown_is_what_it_becomes() {
        long fresh = scenario.employee(unit);
        long halfWay = scenario.employee(unit);
        long licensed = scenario.employee(unit);
        long trained = scenario.employee(unit);
        county.append(List.of(
                NewFact.licenceGiven(licensed, "nurse", today.minusYears(4)),
                NewFact.sessionAttended(halfWay, "instructor-training", 1, null, today.minusDays(20)),
                NewFact.licenceGiven(trained, "nurse", today.minusYears(2)),
                NewFact.sessionAttended(trained, "instructor-training", 1, null, today.minusDays(20)),
                NewFact.sessionAttended(trained, "instructor-training", 2, null, today.minusDays(19))));

        List<Candidate> found = find(manager, question(today));

        assertThat(found).extracting(Candidate::personId).startsWith(trained, licensed);
        assertThat(found).extracting(Candidate::personId).containsExactlyInAnyOrder(fresh, halfWay, licensed, trained);
        assertThat(found).extracting(one -> one.outlook().now().stepsLeft()).isSorted();
        for (Candidate one : found) {
            assertThat(one.outlook().timeline().periods())
                    .as("%s", one)
                    .isEqualTo(timeline(appointed(one.personId(), unit, today)));
        }
    }

    @Test
    void what_they_have_already_is_told_and_what_the_reader_does_not_see_only_counted() {
        long nurse = scenario.employee(unit);
        long elsewhere = scenario.unit("nora");
        scenario.employment(nurse, elsewhere, today.minusYears(1), CountyTime.END_OF_DAYS);
        long other = scenario.manager(elsewhere);
        as.person(other, () -> appointments.appoint(asked(nurse, elsewhere, today)));
        assertThat(find(manager, question(today)))
                .filteredOn(one -> one.personId() == nurse)
                .allSatisfy(one -> {
                    assertThat(one.serving()).isEmpty();
                    assertThat(one.elsewhere()).isOne();
                    assertThat(one.heldSince()).isNull();
                })
                .hasSize(1);

        long here = appointed(nurse, unit, today.plusDays(3));
        assertThat(find(manager, question(today)))
                .filteredOn(one -> one.personId() == nurse)
                .allSatisfy(one -> {
                    assertThat(one.serving()).extracting(card -> card.id()).containsExactly(here);
                    assertThat(one.heldSince()).isEqualTo(today.plusDays(3));
                })
                .hasSize(1);
    }

    @Test
    void among_all_of_the_own_people_and_by_words_of_the_name() {
        long nurse = scenario.employee(unit);
        long second = scenario.unit("hallefors");
        scenario.grant(manager, Office.MANAGER, second);
        long elsewhere = scenario.employee(second);
        long neighbour = scenario.employee(scenario.unit("hallefors"));

        assertThat(find(manager, question(today)))
                .extracting(Candidate::personId)
                .containsExactly(nurse);
        assertThat(find(manager, new Question(role, unit, today, true, "")))
                .extracting(Candidate::personId)
                .contains(nurse, elsewhere)
                .doesNotContain(neighbour, manager);
        assertThat(find(manager, new Question(role, unit, today, true, familyName(elsewhere) + " Förnamn")))
                .extracting(Candidate::personId)
                .containsExactly(elsewhere);
    }

    @Test
    void on_the_day_asked_about() {
        long coming = scenario.person();
        scenario.employment(coming, unit, today.plusDays(30), CountyTime.END_OF_DAYS);

        assertThat(find(manager, question(today))).isEmpty();
        assertThat(find(manager, question(today.plusDays(30))))
                .extracting(Candidate::personId)
                .containsExactly(coming);
    }

    @Test
    void one_with_protected_identity_is_found_by_the_own_manager_and_nobody_else_asks() {
        long hidden = scenario.protectedEmployee(unit);
        assertThat(find(manager, question(today)))
                .extracting(Candidate::personId)
                .containsExactly(hidden);

        for (long other : List.of(
                scenario.manager(scenario.unit("hallefors")),
                scenario.official(Office.COORDINATOR, scenario.place("norra")),
                hidden)) {
            assertThatThrownBy(() -> find(other, question(today))).isInstanceOf(AccessDenied.class);
            assertThat(signedIn.as(other).get(page(today)).status()).isEqualTo(403);
        }
    }

    @Test
    void the_page_tells_who_and_fills_the_form_with_the_chosen() {
        long nurse = scenario.employee(unit);
        county.append(List.of(NewFact.licenceGiven(nurse, "nurse", LocalDate.of(2021, 2, 3))));
        Wire browser = signedIn.as(manager);

        String page = browser.get(page(today.plusDays(4))).body();
        assertThat(page)
                .contains(
                        familyName(nurse),
                        "(2021-02-03)",
                        "Utsedd",
                        today.plusDays(4).toString())
                .contains("person=" + nurse);
        assertThat(browser.get(page(today) + "&person=" + nurse).body())
                .containsPattern("checked=\"checked\"[^>]*value=\"" + nurse + "\"|value=\"" + nurse
                        + "\"[^>]*checked=\"checked\"");
        assertThat(browser.get("/appointment/appoint.xhtml?unit=" + unit + "&role=" + role
                                + "&day=0000-99-01&page=-4&among=x")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void what_is_asked_at_other_kinds_of_unit_alone_is_not_on_the_page() {
        long law = trialRoles.askingTheLawAt(scenario.unique("lag"), "psychiatric-ward");
        long elsewhere = scenario.unit("region-orebro-lan", "health-centre", "norra");
        long head = scenario.manager(elsewhere);
        scenario.employee(elsewhere);
        String page = "/appointment/appoint.xhtml?role=" + law + "&unit=" + elsewhere;

        assertThat(signedIn.as(head).get(page).body())
                .contains("value=\"knows\"")
                .doesNotContain("value=\"law\"");

        scenario.grant(head, Office.MANAGER, scenario.unit("region-orebro-lan", "psychiatric-ward", "norra"));
        assertThat(signedIn.as(head).get(page).body()).contains("value=\"knows\"", "value=\"law\"");
    }

    @Test
    void many_take_no_more_statements_than_few() {
        scenario.employee(unit);
        int few = statements();
        for (int i = 0; i < 30; i++) {
            appointed(scenario.employee(unit), unit, today);
        }
        assertThat(statements()).isLessThanOrEqualTo(few + 2);
    }

    private int statements() {
        return counter.count(() -> find(manager, question(today))).statements();
    }

    private String page(LocalDate day) {
        return "/appointment/appoint.xhtml?unit=" + unit + "&role=" + role + "&day=" + day;
    }

    private Question question(LocalDate day) {
        return new Question(role, unit, day, false, "");
    }

    private List<Candidate> find(long reader, Question question) {
        return as.person(
                reader, () -> candidates.find(question, Paging.FIRST).page().rows());
    }

    private long appointed(long person, long place, LocalDate from) {
        return as.person(manager, () -> appointments.appoint(asked(person, place, from)));
    }

    private NewAppointment asked(long person, long place, LocalDate from) {
        return new NewAppointment(
                UUID.randomUUID().toString(), person, role, place, Set.of(), from, Set.of(), Set.of());
    }

    private Object timeline(long appointment) {
        return as.person(manager, () -> standings.timeline(appointment, clock.instant()))
                .periods();
    }

    private String familyName(long person) {
        return database.query(handle -> handle.createQuery("select family_name from person where id = :id")
                .bind("id", person)
                .mapTo(String.class)
                .one());
    }
}

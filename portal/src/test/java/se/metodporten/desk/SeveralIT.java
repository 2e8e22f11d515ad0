package se.metodporten.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.metodporten.access.AccessDenied;
import se.metodporten.access.Office;
import se.metodporten.appointment.Appointments;
import se.metodporten.appointment.NewAppointment;
import se.metodporten.appointment.Several;
import se.metodporten.appointment.SeveralAppointments;
import se.metodporten.certification.Rebuild;
import se.metodporten.certification.Standings;
import se.metodporten.certification.rules.StandingPeriod;
import se.metodporten.common.DomainException;
import se.metodporten.coverage.Coverage;
import se.metodporten.coverage.CoverageQuestion;
import se.metodporten.coverage.CoverageState;
import se.metodporten.coverage.CoveredCounty;
import se.metodporten.coverage.PlaceChange;
import se.metodporten.coverage.UnitFilter;
import se.metodporten.fact.NewFact;
import se.metodporten.harness.InPortal;
import se.metodporten.harness.Scenario;
import se.metodporten.harness.SignedIn;
import se.metodporten.harness.Wire;
import se.metodporten.role.RoleBook;
import se.metodporten.statements.StatementCounter;

/** Several people are appointed at once or nobody is, and what was shown before is what is so afterwards. */
class SeveralIT extends InPortal {

    private static final Pattern STATE = Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]+)\"");

    @Inject
    private SeveralAppointments several;

    @Inject
    private Appointments appointments;

    @Inject
    private Effects effects;

    @Inject
    private Standings standings;

    @Inject
    private Coverage coverage;

    @Inject
    private CoveredCounty county;

    @Inject
    private RoleBook roles;

    @Inject
    private Rebuild rebuild;

    @Inject
    private SignedIn signedIn;

    @Inject
    private StatementCounter counter;

    @Inject
    private Clock clock;

    private long role;
    private long unit;
    private long other;
    private long manager;
    private long first;
    private long second;
    private LocalDate today;

    @BeforeEach
    void a_manager_of_two_units_and_two_nurses_who_know_much() {
        today = scenario.today();
        role = roles.roles().stream()
                .filter(one -> one.code().equals(CoveredCounty.SUPERVISOR))
                .findFirst()
                .orElseThrow()
                .id();
        unit = scenario.unit("hallefors");
        other = scenario.unit("hallefors");
        manager = scenario.manager(unit);
        scenario.grant(manager, Office.MANAGER, other);
        first = scenario.employee(unit);
        second = scenario.employee(unit);
        county.need(CoveredCounty.SUPERVISOR, unit, 1, Scenario.FIRST_DAY);
        county.need(CoveredCounty.SUPERVISOR, other, 1, Scenario.FIRST_DAY);
        for (long nurse : List.of(first, second)) {
            county.append(List.of(
                    NewFact.courseCompleted(nurse, "visam-grunderna", 1, null, today.minusDays(9)),
                    NewFact.courseCompleted(nurse, "it-stod", 1, null, today.minusDays(9)),
                    NewFact.sessionAttended(nurse, "introduction-meeting", 1, null, today.minusDays(9))));
        }
    }

    @Test
    void what_is_shown_is_what_it_becomes() {
        Several asked = asked(today.minusDays(2), row(first, unit), row(second, unit), row(first, other));

        SeveralEffect effect = as.person(manager, () -> effects.of(asked));
        List<Long> made = as.person(manager, () -> several.appoint(asked, effect.seen()));

        assertThat(effect.rows()).hasSize(3);
        for (int at = 0; at < made.size(); at++) {
            assertThat(timeline(made.get(at)))
                    .isEqualTo(effect.rows().get(at).after().timeline().periods());
        }
        assertThat(effect.changedPlaces())
                .extracting(place -> place.change().placeId())
                .containsExactlyInAnyOrder(unit, other);
        for (Effect.Place place : effect.places()) {
            for (PlaceChange.Span span : place.change().spans()) {
                assertThat(state(place.change().placeId(), span.from())).isEqualTo(span.after());
            }
        }
        assertThat(guard.asSystem("test", () -> rebuild.rebuild((at, total) -> {}))
                        .noDifferences())
                .isTrue();
        assertThat(mails(first)).isGreaterThanOrEqualTo(4);
        assertThat(agreements(made)).isEqualTo(3);
    }

    @Test
    void a_licence_seen_in_one_row_counts_in_all_and_for_what_they_have() {
        long instructor = roles.roles().stream()
                .filter(one -> one.code().equals(CoveredCounty.INSTRUCTOR))
                .findFirst()
                .orElseThrow()
                .id();
        long had = as.person(
                manager,
                () -> appointments.appoint(new NewAppointment(
                        token(), first, instructor, other, Set.of(), today.minusDays(5), Set.of(), Set.of())));
        long third = scenario.unit("hallefors");
        scenario.grant(manager, Office.MANAGER, third);
        Several asked = new Several(
                token(),
                instructor,
                today,
                List.of(
                        new Several.Row(first, unit, Set.of(), Set.of("nurse")),
                        new Several.Row(first, third, Set.of(), Set.of("nurse"))));

        SeveralEffect effect = as.person(manager, () -> effects.of(asked));
        List<Long> made = as.person(manager, () -> several.appoint(asked, effect.seen()));

        assertThat(effect.others()).extracting(one -> one.line().id()).containsExactly(had);
        assertThat(timeline(had))
                .isEqualTo(effect.others().get(0).line().after().timeline().periods());
        for (int at = 0; at < made.size(); at++) {
            assertThat(timeline(made.get(at)))
                    .isEqualTo(effect.rows().get(at).after().timeline().periods());
        }
        int licences = database.query(handle -> handle.createQuery(
                        "select count(*) from fact where person_id = :person and kind = 'LICENCE_GIVEN'")
                .bind("person", first)
                .mapTo(int.class)
                .one());
        assertThat(licences).isOne();
    }

    @Test
    void each_faulty_row_is_told_and_nobody_is_appointed() {
        long stranger = scenario.employee(scenario.unit("nora"));
        scenario.employment(manager, unit, today.minusYears(1), today.plusYears(1));
        as.person(
                manager,
                () -> appointments.appoint(new NewAppointment(
                        token(), second, role, other, Set.of(), today.minusDays(5), Set.of(), Set.of())));
        Several asked = asked(
                today, row(first, unit), row(stranger, unit), row(second, other), row(first, unit), row(manager, unit));

        SeveralEffect effect = as.person(manager, () -> effects.of(asked));

        assertThat(effect.faults())
                .extracting(
                        SeveralAppointments.Fault::row, fault -> fault.refusal().key())
                .containsExactly(
                        tuple(1, "appointment.refused.notStaff"),
                        tuple(2, "appointment.refused.overlap"),
                        tuple(3, "appointment.refused.twice"),
                        tuple(4, "appointment.refused.self"));
        assertThatThrownBy(() -> as.person(manager, () -> several.appoint(asked, effect.seen())))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("row-1"));
        assertThat(held(first)).isZero();
    }

    @Test
    void the_same_form_twice_appoints_once_and_a_changed_one_is_another() {
        Several asked = asked(today, row(first, unit), row(second, unit));
        SeveralEffect effect = as.person(manager, () -> effects.of(asked));

        List<Long> once = as.person(manager, () -> several.appoint(asked, effect.seen()));
        List<Long> twice = as.person(manager, () -> several.appoint(asked, effect.seen()));

        assertThat(twice).isEqualTo(once);
        Several changed = new Several(
                asked.token(), role, today, List.of(row(first, unit), row(second, unit), row(first, other)));
        assertThatThrownBy(() -> as.person(manager, () -> several.appoint(changed, effect.seen())))
                .isInstanceOf(DomainException.class)
                .hasMessage("appointment.refused.overlap");
        assertThat(held(first)).isOne();
    }

    @Test
    void what_was_done_after_one_looked_is_told() {
        Several asked = asked(today, row(first, unit), row(second, unit));
        SeveralEffect effect = as.person(manager, () -> effects.of(asked));
        county.append(List.of(NewFact.licenceGiven(second, "nurse", today)));

        assertThatThrownBy(() -> as.person(manager, () -> several.appoint(asked, effect.seen())))
                .isInstanceOf(DomainException.class)
                .hasMessage("common.refused.changedMeanwhile");
        assertThat(held(first)).isZero();
    }

    @Test
    void a_row_in_another_managers_unit_gives_nothing() {
        long neighbours = scenario.unit("hallefors");
        scenario.employment(first, neighbours, today.minusYears(1), today.plusYears(1));
        Several asked = asked(today, row(second, unit), row(first, neighbours));

        assertThatThrownBy(() -> as.person(manager, () -> effects.of(asked))).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() ->
                        as.person(manager, () -> several.appoint(asked, new SeveralAppointments.Seen(Map.of()))))
                .isInstanceOf(AccessDenied.class);
        long neighbour = scenario.manager(neighbours);
        Several theirs = asked(today, row(second, unit));
        assertThatThrownBy(() -> as.person(neighbour, () -> effects.of(theirs))).isInstanceOf(AccessDenied.class);
        assertThat(held(second)).isZero();
    }

    @Test
    void neither_none_nor_more_than_fifty() {
        refused("appointment.refused.nobody", List.of());
        refused("appointment.refused.tooMany", Collections.nCopies(51, row(first, unit)));
    }

    @Test
    void to_look_at_many_takes_no_more_statements_than_at_few() {
        int few = statements(asked(today, row(first, unit), row(second, unit)));
        List<Several.Row> rows = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            long nurse = scenario.employee(unit);
            rows.add(row(nurse, unit));
            rows.add(row(nurse, other));
        }
        assertThat(statements(new Several(token(), role, today, rows))).isLessThanOrEqualTo(few + 2);
    }

    @Test
    void the_page_keeps_what_was_typed_tells_the_row_and_saves_after_a_look() {
        Wire browser = signedIn.as(manager);
        String page = "/appointment/several.xhtml?role=" + role;
        assertThat(signedIn.as(first).get(page).body()).doesNotContain("form:look");
        String shown = browser.get(page).body();
        assertThat(shown).contains("Utse flera", "value=\"" + first + "\"");

        shown = press(browser, shown, Map.of("form:people", "" + first, "form:units", "" + unit, "form:add", "x"));
        assertThat(shown).contains("routines-and-time");
        long already = as.person(
                manager,
                () -> appointments.appoint(
                        new NewAppointment(token(), first, role, unit, Set.of(), today, Set.of(), Set.of())));
        shown = press(browser, shown, Map.of("form:rows:0:attested", "routines-and-time", "form:look", "x"));
        assertThat(shown).contains("Personen har redan samma uppdrag här", "href=\"#form:rows:0:row\"");
        assertThat(shown).doesNotContain("form:save").containsPattern("checked=\"checked\"");
        county.end(first, already, today.minusDays(1));

        shown = press(browser, shown, Map.of("form:rows:0:attested", "routines-and-time", "form:look", "x"));
        assertThat(shown).contains("Det här händer", "form:save");
        Wire.Answer saved = send(browser, shown, Map.of("form:rows:0:attested", "routines-and-time", "form:save", "x"));
        assertThat(saved.status()).isEqualTo(302);
        Wire.Answer again = send(browser, shown, Map.of("form:rows:0:attested", "routines-and-time", "form:save", "x"));
        assertThat(again.status()).isEqualTo(302);
        assertThat(held(first)).isEqualTo(2);
    }

    private String press(Wire browser, String shown, Map<String, String> values) {
        Wire.Answer answer = send(browser, shown, values);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private Wire.Answer send(Wire browser, String shown, Map<String, String> values) {
        Matcher state = STATE.matcher(shown);
        assertThat(state.find()).isTrue();
        Map<String, String> all = new LinkedHashMap<>(values);
        all.put("form", "form");
        all.put("form:from", today.toString());
        all.put("jakarta.faces.ViewState", state.group(1));
        return browser.send(
                "POST",
                "/appointment/several.xhtml",
                Wire.form(all),
                "Host: " + browser.host(),
                "Origin: http://" + browser.host());
    }

    private int statements(Several asked) {
        return counter.count(() -> as.person(manager, () -> effects.of(asked))).statements();
    }

    private void refused(String key, List<Several.Row> rows) {
        assertThatThrownBy(() -> as.person(manager, () -> effects.of(new Several(token(), role, today, rows))))
                .isInstanceOf(DomainException.class)
                .hasMessage(key);
    }

    private Several asked(LocalDate from, Several.Row... rows) {
        return new Several(token(), role, from, List.of(rows));
    }

    private static Several.Row row(long person, long place) {
        return new Several.Row(person, place, Set.of("routines-and-time"), Set.of());
    }

    private static String token() {
        return UUID.randomUUID().toString();
    }

    private List<StandingPeriod> timeline(long id) {
        return as.person(manager, () -> standings.timeline(id, clock.instant())).periods();
    }

    private CoverageState state(long place, LocalDate day) {
        return as.person(
                        manager,
                        () -> coverage.units(
                                CoverageQuestion.of(CoveredCounty.SUPERVISOR, day), UnitFilter.ALL.only(place)))
                .rows()
                .get(0)
                .state();
    }

    private int held(long person) {
        return database.query(handle -> handle.createQuery("select count(*) from appointment where person_id = :person")
                .bind("person", person)
                .mapTo(int.class)
                .one());
    }

    private int mails(long person) {
        return database.query(handle -> handle.createQuery("select count(*) from mail where person_id = :person")
                .bind("person", person)
                .mapTo(int.class)
                .one());
    }

    private int agreements(List<Long> of) {
        return database.query(
                handle -> handle.createQuery("select count(*) from agreement where appointment_id in (<ids>)")
                        .bindList("ids", of)
                        .mapTo(int.class)
                        .one());
    }
}

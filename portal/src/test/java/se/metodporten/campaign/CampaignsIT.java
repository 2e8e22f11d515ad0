package se.metodporten.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.metodporten.access.AccessDenied;
import se.metodporten.access.Office;
import se.metodporten.common.DomainException;
import se.metodporten.common.Paging;
import se.metodporten.coverage.CoveredCounty;
import se.metodporten.coverage.rules.SmallNumbers;
import se.metodporten.desk.Start;
import se.metodporten.desk.Todo;
import se.metodporten.fact.Facts;
import se.metodporten.fact.NewFact;
import se.metodporten.harness.InPortal;
import se.metodporten.harness.InTransaction;
import se.metodporten.harness.SignedIn;
import se.metodporten.harness.Wire;

/** Whom campaigns reach, who has done what they ask, and who sees it: in an organisation of the test's own. */
class CampaignsIT extends InPortal {

    private static final Paging ALL = new Paging(1, 100);

    @Inject
    private Campaigns campaigns;

    @Inject
    private CampaignChanges changes;

    @Inject
    private TrialCampaigns trial;

    @Inject
    private CoveredCounty county;

    @Inject
    private Facts facts;

    @Inject
    private InTransaction transaction;

    @Inject
    private Start start;

    @Inject
    private SignedIn signedIn;

    private String organisation;
    private long unit;
    private long otherUnit;
    private long manager;
    private long supervisor;
    private long nurse;
    private long coordinator;
    private LocalDate today;

    @BeforeEach
    void two_units_of_its_own() {
        today = scenario.today();
        organisation = scenario.organisation("vastra");
        unit = scenario.unit(organisation);
        otherUnit = scenario.unit(organisation, "health-centre");
        manager = scenario.manager(unit);
        supervisor = scenario.employee(unit);
        nurse = scenario.employee(unit);
        coordinator = scenario.official(Office.COORDINATOR, scenario.place("vastra"));
        county.appointed(supervisor, CoveredCounty.SUPERVISOR, unit, today.minusYears(1));
    }

    @Test
    void it_reaches_who_has_the_role_or_works_there_today_and_whoever_comes_later() {
        long forSupervisors = make(trial.forSupervisors(organisation));
        long forStaff = make(trial.forStaff(organisation));

        assertThat(left(forSupervisors)).containsExactly(supervisor);
        assertThat(left(forStaff)).containsExactlyInAnyOrder(manager, supervisor, nurse);

        long newcomer = scenario.employee(otherUnit);
        county.appointed(newcomer, CoveredCounty.SUPERVISOR, otherUnit, today);
        long gone = scenario.person();
        scenario.employment(gone, unit, today.minusYears(1), today.minusDays(1));

        assertThat(left(forSupervisors)).containsExactlyInAnyOrder(supervisor, newcomer);
        assertThat(left(forStaff)).containsExactlyInAnyOrder(manager, supervisor, nurse, newcomer);
    }

    @Test
    void only_units_of_the_kinds_are_reached() {
        long elsewhere = scenario.employee(otherUnit);
        CampaignDraft all = trial.forStaff(organisation);
        long kind = database.query(handle -> handle.createQuery("select id from unit_kind where code = 'health-centre'")
                .mapTo(Long.class)
                .one());
        Audience some = new Audience(
                all.audience().ownerId(),
                true,
                List.of(),
                List.of(kind),
                all.audience().places());

        assertThat(left(make(with(all, some)))).containsExactly(elsewhere);
    }

    @Test
    void who_is_on_leave_or_paused_is_reached_afterwards() {
        long employment =
                database.query(handle -> handle.createQuery("select id from employment where person_id = :person")
                        .bind("person", nurse)
                        .mapTo(Long.class)
                        .one());
        long appointment =
                database.query(handle -> handle.createQuery("select id from appointment where person_id = :person")
                        .bind("person", supervisor)
                        .mapTo(Long.class)
                        .one());
        append(
                NewFact.leave(nurse, employment, today.minusDays(3), today),
                NewFact.pause(supervisor, appointment, today.minusDays(3), today, "Ledig"));

        assertThat(left(make(trial.forStaff(organisation)))).containsExactlyInAnyOrder(manager, supervisor);
        assertThatThrownBy(() -> make(trial.forSupervisors(organisation)))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refused -> assertThat(refused.key()).endsWith("nobody"));
    }

    @Test
    void a_course_counts_from_its_day_on_and_not_the_day_before() {
        LocalDate from = today.minusDays(10);
        append(
                NewFact.courseCompleted(supervisor, TrialCampaigns.COURSE, 1, null, from.minusDays(1)),
                NewFact.courseCompleted(nurse, TrialCampaigns.COURSE, 1, null, from));
        CampaignDraft any = trial.forStaff(organisation);

        long always = make(any);
        long since = make(trial.draft(Task.COURSE, TrialCampaigns.COURSE, from, any.audience()));

        assertThat(left(always)).containsExactly(manager);
        assertThat(left(since)).containsExactlyInAnyOrder(manager, supervisor);
        assertThat(figure(since)).isEqualTo(new Figure(3, 1));
    }

    @Test
    void what_was_withdrawn_does_not_count_and_what_is_recognised_does() {
        List<Long> ids = append(
                NewFact.courseCompleted(nurse, TrialCampaigns.COURSE, 1, null, today),
                NewFact.evidenceRecognised(supervisor, TrialCampaigns.COURSE, today, "Gick den i ett annat län"));
        transaction.run(() -> facts.withdraw(ids.get(0), "fel person"));

        assertThat(left(make(trial.forStaff(organisation)))).containsExactlyInAnyOrder(manager, nurse);
    }

    @Test
    void a_training_counts_when_all_parts_were_attended_whoever_held_it() {
        append(
                NewFact.sessionAttended(nurse, "unit-nurse-workshop", 1, null, today),
                NewFact.sessionAttended(supervisor, "unit-nurse-workshop", 1, null, today.minusDays(1)),
                NewFact.sessionAttended(supervisor, "unit-nurse-workshop", 2, null, today));
        long whole = make(trial.draft(
                Task.TRAINING,
                "unit-nurse-workshop",
                null,
                trial.forStaff(organisation).audience()));

        assertThat(left(whole)).containsExactlyInAnyOrder(manager, nurse);
    }

    @Test
    void who_held_a_training_has_done_it_when_somebody_came() {
        long campaign = make(trial.draft(
                Task.TRAINING,
                TrialCampaigns.TRAINING,
                today.minusDays(5),
                trial.forStaff(organisation).audience()));
        trial.held(TrialCampaigns.TRAINING, unit, today.minusDays(1), manager, Set.of());
        trial.held(TrialCampaigns.TRAINING, unit, today.minusDays(6), nurse, Set.of(manager));
        assertThat(left(campaign)).containsExactlyInAnyOrder(manager, supervisor, nurse);

        trial.held(TrialCampaigns.TRAINING, unit, today.minusDays(5), supervisor, Set.of(nurse));

        assertThat(left(campaign)).containsExactlyInAnyOrder(manager, nurse);
    }

    @Test
    void what_was_shown_before_saving_is_what_is_saved() {
        append(NewFact.courseCompleted(nurse, TrialCampaigns.COURSE, 1, null, today));
        CampaignDraft draft = trial.forStaff(organisation);

        Preview shown = as.person(coordinator, () -> changes.preview(draft));

        assertThat(shown.figure()).isEqualTo(new Figure(3, 1));
        assertThat(shown.organisations())
                .singleElement()
                .satisfies(place -> assertThat(place.figure()).isEqualTo(shown.figure()));
        assertThat(figure(make(draft))).isEqualTo(shown.figure());
    }

    @Test
    void each_list_is_as_long_as_its_figure() {
        scenario.employee(otherUnit);
        append(NewFact.courseCompleted(nurse, TrialCampaigns.COURSE, 1, null, today));
        long campaign = make(trial.forStaff(organisation));

        as.person(coordinator, () -> {
            for (CampaignLevel level : CampaignLevel.values()) {
                List<PlaceFigure> places =
                        campaigns.places(campaign, level, Part.ALL, ALL).rows();
                assertThat(places).hasSize(level == CampaignLevel.UNIT ? 2 : 1);
                for (PlaceFigure place : places) {
                    Part part = new Part(
                            level == CampaignLevel.DISTRICT ? place.id() : null,
                            false,
                            level == CampaignLevel.ORGANISATION ? place.id() : null,
                            level == CampaignLevel.UNIT ? place.id() : null);
                    assertThat(campaigns.people(campaign, part, true, ALL).rows())
                            .hasSize(place.done());
                    assertThat(campaigns.people(campaign, part, false, ALL).rows())
                            .hasSize(place.figure().left());
                    assertThat(campaigns.figure(campaign, part)).isEqualTo(place.figure());
                }
            }
        });
    }

    @Test
    void who_works_in_two_units_counts_in_each_and_once_in_the_sum() {
        scenario.employment(nurse, otherUnit, today, today.plusYears(1));
        long campaign = make(trial.forStaff(organisation));

        as.person(coordinator, () -> {
            assertThat(campaigns.figure(campaign, Part.ALL)).isEqualTo(new Figure(3, 0));
            assertThat(campaigns
                            .places(campaign, CampaignLevel.UNIT, Part.ALL, ALL)
                            .rows())
                    .extracting(PlaceFigure::total)
                    .containsExactlyInAnyOrder(3, 1);
        });
    }

    @Test
    void a_manager_sees_the_own_unit_and_a_neighbour_nothing() {
        long neighbour = scenario.manager(otherUnit);
        CampaignDraft draft = trial.forSupervisors(organisation);
        long campaign = make(draft);
        long stranger = scenario.manager(scenario.unit(scenario.organisation("vastra")));

        as.person(
                manager, () -> assertThat(campaigns.figure(campaign, Part.ALL)).isEqualTo(new Figure(1, 0)));
        as.person(neighbour, () -> {
            assertThat(campaigns.figure(campaign, Part.ALL)).isEqualTo(Figure.NOBODY);
            assertThat(campaigns.people(campaign, Part.ALL, false, ALL).rows()).isEmpty();
            assertThat(campaigns
                            .people(campaign, new Part(null, false, null, unit), false, ALL)
                            .rows())
                    .isEmpty();
        });
        for (long other : List.of(
                stranger,
                scenario.official(Office.COORDINATOR, scenario.place("norra")),
                scenario.employee(otherUnit))) {
            as.person(other, () -> {
                assertThatThrownBy(() -> campaigns.campaign(campaign)).isInstanceOf(AccessDenied.class);
                assertThatThrownBy(() -> campaigns.figure(campaign, Part.ALL)).isInstanceOf(AccessDenied.class);
                assertThatThrownBy(() -> campaigns.people(campaign, Part.ALL, false, ALL))
                        .isInstanceOf(AccessDenied.class);
                assertThatThrownBy(() -> changes.toChange(campaign)).isInstanceOf(AccessDenied.class);
            });
        }
    }

    @Test
    void the_pages_are_answered_for_who_sees_it_and_refused_to_others() {
        long campaign = make(trial.forSupervisors(organisation));
        Wire of = signedIn.as(manager);
        Wire neighbour = signedIn.as(scenario.manager(scenario.unit(scenario.organisation("vastra"))));

        for (String page : List.of("/campaign/campaign.xhtml", "/campaign/people.xhtml")) {
            String address = page + "?id=" + campaign + "&unit=" + unit;
            assertThat(of.get(address).status()).as(address).isEqualTo(200);
            assertThat(neighbour.get(address).status()).as(address).isEqualTo(403);
        }
        assertThat(of.get("/campaign/draft.xhtml").status()).isEqualTo(403);
        assertThat(of.get("/campaign/close.xhtml?id=" + campaign).status()).isIn(403, 404);
        Wire own = signedIn.as(supervisor);
        assertThat(own.get("/campaign/campaign.xhtml?id=" + campaign).body()).contains("Öppna kursen");
    }

    @Test
    void a_protected_person_is_seen_by_the_own_manager_only() {
        long someone = scenario.protectedEmployee(unit);
        long campaign = make(trial.forStaff(organisation));

        assertThat(left(campaign)).doesNotContain(someone);
        as.person(
                manager,
                () -> assertThat(ids(
                                campaigns.people(campaign, Part.ALL, false, ALL).rows()))
                        .contains(someone));
    }

    @Test
    void who_sees_no_names_gets_one_figure_and_none_about_fewer_than_five() {
        long mas = scenario.official(Office.MAS, scenario.place(organisation));
        long campaign = make(trial.forStaff(organisation));
        as.person(mas, () -> {
            assertThat(campaigns.withoutNames(campaign)).isEqualTo(SmallNumbers.of(List.of(0, 3)));
            assertThat(campaigns.figureIfNamed(campaign, Part.ALL)).isNull();
            assertThatThrownBy(() -> campaigns.people(campaign, Part.ALL, false, ALL))
                    .isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> campaigns.places(campaign, CampaignLevel.UNIT, Part.ALL, ALL))
                    .isInstanceOf(AccessDenied.class);
        });
    }

    @Test
    void one_without_anyone_and_a_last_day_that_has_been_are_refused_beside_the_field() {
        String empty = scenario.organisation("vastra");
        scenario.unit(empty);
        CampaignDraft good = trial.forStaff(organisation);

        refusedAt("roles", trial.forStaff(empty));
        refusedAt("roles", with(good, trial.audience(organisation, false, List.of())));
        refusedAt(
                "lastDay",
                new CampaignDraft(
                        good.title(), good.why(), good.task(), good.code(), null, today.minusDays(1), good.audience()));
        refusedAt("what", trial.draft(Task.COURSE, "nothing", null, good.audience()));
        refusedAt("countsFrom", trial.draft(Task.COURSE, TrialCampaigns.COURSE, today.plusDays(31), good.audience()));
        refusedAt("title", new CampaignDraft(" ", "x", good.task(), good.code(), null, today, good.audience()));
        make(new CampaignDraft("I dag", "x", good.task(), good.code(), today, today, good.audience()));
    }

    @Test
    void it_is_changed_and_closed_with_a_reason_by_whose_it_is() {
        CampaignDraft draft = trial.forStaff(organisation);
        long campaign = make(draft);
        long other = scenario.official(Office.COORDINATOR, scenario.place("norra"));
        long seen = as.person(coordinator, () -> campaigns.campaign(campaign).version());
        CampaignDraft changed = with(draft, trial.forSupervisors(organisation).audience());

        assertThatThrownBy(() -> as.person(other, () -> changes.change(campaign, changed, "x", seen)))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> as.person(manager, () -> changes.close(campaign, "x", seen)))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> as.person(coordinator, () -> changes.change(campaign, changed, " ", seen)))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refused -> assertThat(refused.field()).isEqualTo("reason"));
        as.person(coordinator, () -> changes.change(campaign, changed, "Bara de", seen));
        assertThat(left(campaign)).containsExactly(supervisor);
        assertThatThrownBy(() -> as.person(coordinator, () -> changes.close(campaign, "Sent", seen)))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refused -> assertThat(refused.key()).endsWith("changedMeanwhile"));

        as.person(coordinator, () -> {
            changes.close(
                    campaign, "Bytet skjuts upp", campaigns.campaign(campaign).version());
            Campaign closed = campaigns.campaign(campaign);
            assertThat(closed.running()).isFalse();
            assertThat(closed.reason()).isEqualTo("Bytet skjuts upp");
            assertThat(campaigns.list(false, ALL).rows())
                    .extracting(CampaignRow::id)
                    .contains(campaign);
            assertThat(campaigns.list(true, ALL).rows())
                    .extracting(CampaignRow::id)
                    .doesNotContain(campaign);
        });
        assertThat(todos(supervisor)).noneMatch(todo -> todo.words().contains(draft.title()));
        String audited =
                database.query(handle -> handle.createQuery("select group_concat(action order by id) from audit_event"
                                + " where subject = :subject and outcome = 'DONE'")
                        .bind("subject", "campaign:" + campaign)
                        .mapTo(String.class)
                        .one());
        assertThat(audited).isEqualTo("MAKE_CAMPAIGN,CHANGE_CAMPAIGN,CLOSE_CAMPAIGN");
    }

    @Test
    void a_coordinator_makes_none_beyond_the_own_district() {
        CampaignDraft draft = trial.forStaff(organisation);
        Audience beyond = new Audience(scenario.county(), true, List.of(), List.of(), List.of());

        assertThatThrownBy(() -> as.person(coordinator, () -> changes.make(with(draft, beyond))))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> as.person(manager, () -> changes.make(draft))).isInstanceOf(AccessDenied.class);
    }

    @Test
    void the_start_page_asks_the_person_and_tells_the_manager_how_many_are_left() {
        CampaignDraft draft = trial.forSupervisors(organisation);
        long campaign = make(draft);

        assertThat(todos(supervisor)).anySatisfy(todo -> {
            assertThat(todo.words()).contains(draft.title());
            assertThat(todo.path()).isEqualTo("/elearning/course.xhtml?code=" + TrialCampaigns.COURSE);
            assertThat(todo.due()).isEqualTo(draft.lastDay());
        });
        assertThat(todos(manager)).anySatisfy(todo -> {
            assertThat(todo.words()).containsExactly(draft.title(), 1);
            assertThat(todo.path()).isEqualTo("/campaign/people.xhtml?id=" + campaign);
        });
        assertThat(todos(nurse)).noneMatch(todo -> todo.words().contains(draft.title()));

        append(NewFact.courseCompleted(supervisor, TrialCampaigns.COURSE, 1, null, today));

        assertThat(todos(supervisor)).noneMatch(todo -> todo.words().contains(draft.title()));
        assertThat(todos(manager)).noneMatch(todo -> todo.words().contains(draft.title()));
    }

    private List<Todo> todos(long person) {
        return as.person(person, () -> start.todos());
    }

    private long make(CampaignDraft draft) {
        return as.person(coordinator, () -> changes.make(draft));
    }

    private void refusedAt(String field, CampaignDraft draft) {
        for (Callable<Object> deed :
                List.<Callable<Object>>of(() -> changes.preview(draft), () -> changes.make(draft))) {
            assertThatThrownBy(() -> as.person(coordinator, deed))
                    .isInstanceOfSatisfying(
                            DomainException.class,
                            refused -> assertThat(refused.field()).isEqualTo(field));
        }
    }

    private static CampaignDraft with(CampaignDraft draft, Audience audience) {
        return new CampaignDraft(
                draft.title(), draft.why(), draft.task(), draft.code(), draft.countsFrom(), draft.lastDay(), audience);
    }

    private Figure figure(long campaign) {
        return as.person(coordinator, () -> campaigns.figure(campaign, Part.ALL));
    }

    private List<Long> left(long campaign) {
        return as.person(
                coordinator,
                () -> ids(campaigns.people(campaign, Part.ALL, false, ALL).rows()));
    }

    private static List<Long> ids(List<ReachedPerson> people) {
        return people.stream().map(ReachedPerson::personId).toList();
    }

    private List<Long> append(NewFact... some) {
        List<Long> ids = new ArrayList<>();
        transaction.run(() -> ids.addAll(facts.append(List.of(some))));
        return ids;
    }
}

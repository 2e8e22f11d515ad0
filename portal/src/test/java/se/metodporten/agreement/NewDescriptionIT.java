package se.metodporten.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.metodporten.access.AccessDenied;
import se.metodporten.access.Accounts;
import se.metodporten.access.Office;
import se.metodporten.access.TrialAccounts;
import se.metodporten.appointment.Appointments;
import se.metodporten.appointment.Deed;
import se.metodporten.appointment.Deeds;
import se.metodporten.appointment.NewAppointment;
import se.metodporten.certification.Rebuild;
import se.metodporten.certification.TrialRoles;
import se.metodporten.common.DomainException;
import se.metodporten.fact.Facts;
import se.metodporten.fact.NewFact;
import se.metodporten.harness.InPortal;
import se.metodporten.harness.InTransaction;
import se.metodporten.harness.SignedIn;
import se.metodporten.harness.Wire;

/** Rule 9 in agreements: who is on an old description is offered the new one; the old may be signed until its end. */
class NewDescriptionIT extends InPortal {

    private static final String PASSWORD = "hemligt nog för ett prov";
    private static final int ALL = 1000;

    @Inject
    private Agreements agreements;

    @Inject
    private Appointments appointments;

    @Inject
    private Deeds deeds;

    @Inject
    private Rebuild rebuild;

    @Inject
    private TrialRoles trialRoles;

    @Inject
    private TrialAccounts trialAccounts;

    @Inject
    private Accounts accounts;

    @Inject
    private SignedIn signedIn;

    @Inject
    private Facts facts;

    @Inject
    private InTransaction transaction;

    private long role;
    private long unit;
    private long manager;
    private long nurse;
    private long appointment;
    private long offered;

    @BeforeEach
    void someone_who_is_offered_an_agreement_on_the_first_description() {
        role = trialRoles.askingAnAgreement(scenario.unique("avtal").toLowerCase(Locale.ROOT));
        unit = scenario.unit("hallefors");
        manager = scenario.manager(unit);
        nurse = scenario.employee(unit);
        guard.asSystem("test", () -> {
            trialAccounts.open(Map.of(nurse, "signer" + nurse + "@example.se"), PASSWORD);
            return true;
        });
        appointment = appoint();
        offered = newest();
    }

    /** What a test changes in the rules behind the index would be a difference to whoever rebuilds it. */
    @AfterEach
    void the_index_follows() {
        guard.asSystem("test", () -> rebuild.rebuild((at, total) -> {}));
    }

    @Test
    void the_new_description_is_offered_once_from_the_day_it_applies() {
        described(today(), today().plusDays(30));

        offerAll();
        long second = newest();
        offerAll();

        assertThat(second).isNotEqualTo(offered);
        assertThat(newest()).isEqualTo(second);
        assertThat(as.person(nurse, () -> agreements.read(second)).text()).contains("Den andra texten.");
        assertThat(as.person(nurse, agreements::waitingForMe))
                .extracting(WaitingAgreement::id)
                .contains(second)
                .doesNotContain(offered);
    }

    @Test
    void before_it_applies_nothing_is_offered() {
        described(today().plusDays(1), today().plusDays(30));

        offerAll();

        assertThat(newest()).isEqualTo(offered);
    }

    @Test
    void without_a_transition_end_the_old_is_left_alone() {
        described(today(), null);

        offerAll();

        assertThat(newest()).isEqualTo(offered);
    }

    @Test
    void an_offer_made_before_is_signed_through_the_transition_end() {
        described(today(), today());

        sign();

        assertThat(as.person(nurse, () -> agreements.read(offered)).waitsForMe())
                .isFalse();
    }

    @Test
    void the_day_after_it_is_refused() {
        described(today().minusDays(9), today().minusDays(1));

        assertThatThrownBy(this::sign)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.key()).isEqualTo("agreement.refused.oldDescription"));
    }

    @Test
    void the_page_of_what_can_no_longer_be_signed_says_so_and_has_no_form() {
        String page = "/agreement/agreement.xhtml?id=" + offered;
        assertThat(read(offered).closed()).isNull();
        Wire browser = signedIn.as(manager);
        assertThat(browser.get(page).body()).contains("sign:do");

        askNothing(role);
        described(today().minusDays(9), today().minusDays(1));

        assertThat(read(offered).closed()).isEqualTo(Closed.TOO_LATE);
        assertThat(browser.get(page).body())
                .contains("kan inte längre skrivas under")
                .doesNotContain("sign:do", "Väntar på din underskrift");
    }

    @Test
    void the_page_of_what_is_replaced_leads_to_the_newer_one_and_is_signed_until_its_last_day_only() {
        described(today(), today());
        offerAll();
        Wire browser = signedIn.as(manager);
        String page = "/agreement/agreement.xhtml?id=" + offered;
        String newer = "/agreement/agreement.xhtml?appointment=" + appointment;

        assertThat(read(offered).replaced()).isTrue();
        assertThat(read(newest()).replaced()).isFalse();
        assertThat(browser.get(page).body()).contains(newer, "sign:do");

        database.execute(handle -> handle.createUpdate(
                        "update description_version set transition_end = :end where role_id = :role and number = 2")
                .bind("end", today().minusDays(1))
                .bind("role", role)
                .execute());
        assertThat(browser.get(page).body()).contains(newer).doesNotContain("sign:do", "Väntar på din underskrift");
        assertThat(browser.get("/agreement/agreement.xhtml?id=" + newest()).body())
                .contains("sign:do")
                .doesNotContain(newer);
    }

    @Test
    void who_was_appointed_before_the_description_applied_is_offered_it_then() {
        long early = appointedBeforeTheDescription();
        offerAll();
        assertThat(agreementsOf(early)).isEmpty();

        describedFirst(today());
        offerAll();
        offerAll();

        assertThat(agreementsOf(early)).hasSize(1);
        assertThat(as.person(nurse, agreements::waitingForMe))
                .extracting(WaitingAgreement::id)
                .containsAll(agreementsOf(early));
    }

    @Test
    void who_has_signed_on_paper_or_is_not_asked_to_is_offered_nothing() {
        long paper = appointedBeforeTheDescription();
        transaction.run(() -> facts.append(NewFact.agreementInForce(nurse, paper, paper, 1, today(), null)));
        describedFirst(today());
        offerAll();
        assertThat(agreementsOf(paper)).isEmpty();

        long unasked = appointedBeforeTheDescription();
        askNothing(role);
        describedFirst(today());
        offerAll();
        assertThat(agreementsOf(unasked)).isEmpty();
    }

    @Test
    void where_the_agreement_is_asked_at_other_kinds_of_unit_only_nothing_is_offered() {
        long elsewhere = appointedBeforeTheDescription();
        askedElsewhereOnly();
        describedFirst(today());

        offerAll();

        assertThat(agreementsOf(elsewhere)).isEmpty();
    }

    @Test
    void who_is_appointed_where_the_agreement_is_asked_at_other_kinds_of_unit_only_is_offered_none_until_serving_one() {
        role = trialRoles.askingAnAgreement(scenario.unique("avtal").toLowerCase(Locale.ROOT));
        String asking = askedElsewhereOnly();

        long appointed = appoint();
        assertThat(agreementsOf(appointed)).isEmpty();
        offerAll();
        assertThat(agreementsOf(appointed)).isEmpty();

        long there = scenario.unit("hallefors", asking);
        scenario.grant(manager, Office.MANAGER, there);
        as.person(
                manager,
                () -> deeds.carryOut(appointed, new Deed.Serve(new TreeSet<>(Set.of(there))), deeds.seen(appointed)));
        offerAll();
        assertThat(agreementsOf(appointed)).hasSize(1);
    }

    @Test
    void what_can_no_longer_be_signed_waits_for_nobody() {
        described(today(), today());
        assertThat(waiting(nurse)).contains(offered);
        assertThat(waiting(manager)).contains(offered);

        database.execute(handle -> handle.createUpdate(
                        "update description_version set transition_end = :end where role_id = :role and number = 2")
                .bind("end", today().minusDays(1))
                .bind("role", role)
                .execute());

        assertThat(waiting(nurse)).doesNotContain(offered);
        assertThat(waiting(manager)).doesNotContain(offered);
    }

    private List<Long> waiting(long reader) {
        return as.person(reader, agreements::waitingForMe).stream()
                .map(WaitingAgreement::id)
                .toList();
    }

    /** @return code of the only kind of unit at which the role now asks the agreement; the test's unit is of another */
    private String askedElsewhereOnly() {
        database.execute(handle -> handle.createUpdate("""
                        insert into requirement_unit_kind (requirement_id, unit_kind_id)
                        select q.id, k.id from requirement q join role_version v on v.id = q.role_version_id
                        join unit_kind k on k.code = 'psychiatric-ward'
                        where v.role_id = :role""").bind("role", role).execute());
        return "psychiatric-ward";
    }

    @Test
    void only_the_portal_itself_offers() {
        assertThatThrownBy(() -> as.person(nurse, () -> agreements.offerNewDescriptions(1)))
                .isInstanceOf(AccessDenied.class);
    }

    /** In a role of its own, which from here on is the role of the test; its only description applies tomorrow. */
    private long appointedBeforeTheDescription() {
        role = trialRoles.askingAnAgreement(scenario.unique("avtal").toLowerCase(Locale.ROOT));
        describedFirst(today().plusDays(1));
        return appoint();
    }

    private void describedFirst(LocalDate from) {
        database.execute(handle -> handle.createUpdate(
                        "update description_version set applies_from = :from where role_id = :role and number = 1")
                .bind("from", from)
                .bind("role", role)
                .execute());
    }

    private void askNothing(long ofRole) {
        database.execute(handle -> handle.createUpdate("delete from requirement where role_version_id in"
                        + " (select id from role_version where role_id = :role)")
                .bind("role", ofRole)
                .execute());
    }

    private AgreementView read(long agreement) {
        return as.person(nurse, () -> agreements.read(agreement));
    }

    private long appoint() {
        return as.person(
                manager,
                () -> appointments.appoint(new NewAppointment(
                        UUID.randomUUID().toString(), nurse, role, unit, Set.of(), today(), Set.of(), Set.of())));
    }

    private void sign() {
        as.person(
                nurse,
                () -> agreements.sign(
                        offered, agreements.read(offered).textHash(), accounts.prove(PASSWORD.toCharArray())));
    }

    private void offerAll() {
        guard.asSystem("test", () -> agreements.offerNewDescriptions(ALL));
    }

    private void described(LocalDate from, @Nullable LocalDate transitionEnd) {
        database.execute(handle -> handle.createUpdate("""
                        insert into description_version (role_id, number, text_sv, decided_by, decided_on, applies_from,
                                                         transition_end, recorded_at, recorded_by)
                        values (:role, 2, 'Den andra texten.', 'Länsgruppen', '2020-02-02', :from, :end, '2020-02-02',
                                'system:test')""")
                .bind("role", role)
                .bind("from", from)
                .bind("end", transitionEnd)
                .execute());
    }

    private long newest() {
        List<Long> all = agreementsOf(appointment);
        return all.get(all.size() - 1);
    }

    private List<Long> agreementsOf(long ofAppointment) {
        return database.query(
                handle -> handle.createQuery("select id from agreement where appointment_id = :id order by id")
                        .bind("id", ofAppointment)
                        .mapTo(Long.class)
                        .list());
    }

    private LocalDate today() {
        return scenario.today();
    }
}

package se.metodporten.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.metodporten.access.AccessDenied;
import se.metodporten.access.Accounts;
import se.metodporten.access.TrialAccounts;
import se.metodporten.appointment.Appointments;
import se.metodporten.appointment.NewAppointment;
import se.metodporten.certification.TrialRoles;
import se.metodporten.common.DomainException;
import se.metodporten.harness.InPortal;

/** Rule 9 in agreements: who is on an old description is offered the new one; the old may be signed until its end. */
class NewDescriptionIT extends InPortal {

    private static final String PASSWORD = "hemligt nog för ett prov";
    private static final int ALL = 1000;

    @Inject
    private Agreements agreements;

    @Inject
    private Appointments appointments;

    @Inject
    private TrialRoles trialRoles;

    @Inject
    private TrialAccounts trialAccounts;

    @Inject
    private Accounts accounts;

    private long role;
    private long nurse;
    private long appointment;
    private long offered;

    @BeforeEach
    void someone_who_is_offered_an_agreement_on_the_first_description() {
        role = trialRoles.askingAnAgreement(scenario.unique("avtal").toLowerCase(Locale.ROOT));
        long unit = scenario.unit("hallefors");
        long manager = scenario.manager(unit);
        nurse = scenario.employee(unit);
        guard.asSystem("test", () -> {
            trialAccounts.open(Map.of(nurse, "signer" + nurse + "@example.se"), PASSWORD);
            return true;
        });
        appointment = as.person(
                manager,
                () -> appointments.appoint(new NewAppointment(
                        UUID.randomUUID().toString(), nurse, role, unit, Set.of(), today(), Set.of(), Set.of())));
        offered = newest();
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
    void only_the_portal_itself_offers() {
        assertThatThrownBy(() -> as.person(nurse, () -> agreements.offerNewDescriptions(1)))
                .isInstanceOf(AccessDenied.class);
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
        List<Long> all = database.query(
                handle -> handle.createQuery("select id from agreement where appointment_id = :id order by id")
                        .bind("id", appointment)
                        .mapTo(Long.class)
                        .list());
        return all.get(all.size() - 1);
    }

    private LocalDate today() {
        return scenario.today();
    }
}

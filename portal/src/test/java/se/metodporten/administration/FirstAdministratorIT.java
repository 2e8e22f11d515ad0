package se.metodporten.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import se.metodporten.access.AccessDenied;
import se.metodporten.access.Office;
import se.metodporten.administration.FirstAdministrator.State;
import se.metodporten.harness.As;
import se.metodporten.harness.InPortal;
import se.metodporten.harness.InTransaction;
import se.metodporten.person.PersonName;

/** Each in a county whose administrators are gone until the test ends. */
class FirstAdministratorIT extends InPortal {

    private static final PersonName ADA = new PersonName("Ada Maria", "Berg");

    @Inject
    private FirstAdministrator first;

    @Inject
    private InTransaction transaction;

    private final String address = "ada" + System.nanoTime() + "@first.example";

    @Test
    void whoever_is_named_is_invited_and_holds_the_office_in_the_whole_county() {
        withoutAdministrators(() -> {
            assertThat(first.look().state()).isEqualTo(State.MISSING);

            assertThat(first.invite(ADA, address).state()).isEqualTo(State.MAILED);

            assertThat(number("""
                    select count(*) from office_grant g join place p on p.id = g.place_id
                    join person a on a.id = g.person_id
                    where p.kind = 'COUNTY' and g.office = 'SYSTEM_ADMINISTRATOR' and a.email = :address
                      and a.given_name = 'Ada Maria' and a.family_name = 'Berg'""")).isEqualTo(1);
            assertThat(number("select count(*) from mail where address = :address and body like '%token=%'"))
                    .isEqualTo(1);
            assertThat(first.look().state())
                    .as("an invitation is no way in yet")
                    .isEqualTo(State.MISSING);
        });
    }

    @Test
    void named_again_before_the_link_is_used_there_is_a_new_link_and_still_one_person() {
        withoutAdministrators(() -> {
            first.invite(ADA, address);
            first.invite(ADA, " " + address.toUpperCase(java.util.Locale.ROOT));

            assertThat(number("select count(*) from person where email = :address"))
                    .isEqualTo(1);
            assertThat(number("""
                    select count(*) from office_grant g join person a on a.id = g.person_id
                    where a.email = :address""")).isEqualTo(1);
            assertThat(number("""
                    select count(*) from account_token t join account a on a.id = t.account_id
                    where a.username = :address and t.used_at is null""")).isEqualTo(1);
        });
    }

    @Test
    void a_mistyped_address_leads_nowhere_once_the_right_one_is_named() {
        withoutAdministrators(() -> {
            first.invite(ADA, address);
            first.invite(ADA, "right" + address);

            assertThat(number("""
                    select count(*) from account_token t join account a on a.id = t.account_id
                    where a.username = :address and (t.used_at is null or not a.closed)""")).isZero();
            assertThat(number("""
                    select count(*) from office_grant g join person a on a.id = g.person_id
                    where a.email = :address""")).isZero();
        });
    }

    @Test
    void once_somebody_can_sign_in_naming_another_changes_nothing() {
        withoutAdministrators(() -> {
            first.invite(ADA, address);
            database.execute(
                    handle -> handle.createUpdate("update account set password_hash = 'x' where username = :address")
                            .bind("address", address)
                            .execute());

            assertThat(first.look().state()).isEqualTo(State.THERE);
            assertThat(first.invite(new PersonName("Eve", "Il"), "eve" + address)
                            .state())
                    .isEqualTo(State.THERE);
            assertThat(number("select count(*) from person where email = concat('eve', :address)"))
                    .isZero();
        });
    }

    @Test
    void nobody_names_an_administrator_from_within_the_portal() {
        long administrator = scenario.official(Office.SYSTEM_ADMINISTRATOR, scenario.place("orebro-lan"));
        assertThatThrownBy(() -> as.person(administrator, () -> first.invite(ADA, address)))
                .isInstanceOf(AccessDenied.class);
    }

    private void withoutAdministrators(As.Deed deed) {
        transaction.rollBack(() -> {
            database.execute(
                    handle -> handle.execute("delete from office_grant where office = 'SYSTEM_ADMINISTRATOR'"));
            deed.run();
        });
    }

    private int number(String question) {
        return database.query(handle -> handle.createQuery(question)
                .bind("address", address)
                .mapTo(int.class)
                .one());
    }
}

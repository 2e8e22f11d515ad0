package se.metodporten.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.metodporten.common.CountyTime;
import se.metodporten.harness.InPortal;

class OfficesIT extends InPortal {

    @Inject
    private Offices offices;

    @Inject
    private Clock clock;

    @Inject
    private UncheckedService unchecked;

    private long county;
    private long district;
    private long otherDistrict;
    private long administrator;
    private long person;
    private LocalDate today;

    @BeforeEach
    void people() {
        today = CountyTime.today(clock);
        county = id("select id from place where kind = 'COUNTY'");
        district = id("select min(id) from place where kind = 'DISTRICT'");
        otherDistrict = id("select max(id) from place where kind = 'DISTRICT'");
        administrator = insertPerson();
        person = insertPerson();
        system(() -> offices.grant(administrator, Office.SYSTEM_ADMINISTRATOR, district, today, null));
    }

    @Test
    void an_office_holds_in_its_days_inclusive() {
        as.person(administrator, () -> {
            offices.grant(person, Office.COORDINATOR, district, today, today);
            offices.grant(person, Office.MAS, district, today.plusDays(1), null);
            offices.grant(person, Office.TRAINING_ADMINISTRATOR, district, today.minusDays(9), today.minusDays(1));
        });

        as.person(person, () -> {
            assertThat(guard.may(Action.VIEW_PEOPLE, district)).isTrue();
            assertThat(guard.reader().holds(Office.MAS)).isFalse();
            assertThat(guard.mayAnywhere(Action.RUN_COUNTY_TRAINING)).isFalse();
        });
    }

    @Test
    void an_office_taken_back_is_gone_at_once() {
        as.person(administrator, () -> offices.grant(person, Office.COORDINATOR, district, today.minusDays(30), null));
        as.person(administrator, () -> offices.revoke(grantOf(person)));

        as.person(
                person,
                () -> assertThat(guard.may(Action.VIEW_PEOPLE, district)).isFalse());
        assertThat(id("select count(*) from office_grant where person_id = " + person + " and valid_through = '"
                        + today.minusDays(1) + "'"))
                .isEqualTo(1);
    }

    @Test
    void the_same_office_twice_is_refused_and_leaves_one() {
        as.person(administrator, () -> {
            offices.grant(person, Office.MANAGER, district, today, null);
            assertThatThrownBy(() -> offices.grant(person, Office.MANAGER, district, today.plusDays(5), null))
                    .hasMessage("access.refused.officeHeldAlready");
        });

        assertThat(id("select count(*) from office_grant where person_id = " + person))
                .isEqualTo(1);
    }

    @Test
    void an_administrator_gives_and_takes_only_in_the_own_places() {
        as.person(administrator, () -> {
            assertThatThrownBy(() -> offices.grant(person, Office.MANAGER, otherDistrict, today, null))
                    .isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> offices.grant(administrator, Office.SYSTEM_ADMINISTRATOR, county, today, null))
                    .isInstanceOf(AccessDenied.class);
        });
        system(() -> offices.grant(person, Office.MANAGER, otherDistrict, today, null));
        as.person(
                administrator,
                () -> assertThatThrownBy(() -> offices.revoke(grantOf(person))).isInstanceOf(AccessDenied.class));
    }

    @Test
    void an_administrator_does_not_take_back_the_own_office() {
        as.person(
                administrator,
                () -> assertThatThrownBy(() -> offices.revoke(grantOf(administrator)))
                        .hasMessage("access.refused.ownOffice"));
    }

    @Test
    void an_office_that_follows_from_work_is_not_given() {
        as.person(administrator, () -> {
            assertThatThrownBy(() -> offices.grant(person, Office.INSTRUCTOR, district, today, null))
                    .hasMessage("access.refused.officeNotGiven");
            assertThatThrownBy(() -> offices.grant(person, Office.MAS, district, today, today.minusDays(1)))
                    .hasMessage("access.refused.endsBeforeItBegins");
        });
    }

    @Test
    void a_refusal_is_written_down_although_the_deed_rolls_back() {
        as.person(
                person,
                () -> assertThatThrownBy(() -> offices.grant(person, Office.MANAGER, district, today, null))
                        .isInstanceOf(AccessDenied.class));

        assertThat(id("select count(*) from audit_event where actor = 'person:" + person
                        + "' and action = 'ADMINISTER' and outcome = 'REFUSED' and place_id = " + district))
                .isEqualTo(1);
    }

    @Test
    void a_service_call_that_asks_nobody_fails_and_leaves_nothing() {
        assertThatThrownBy(() -> unchecked.rename(person))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("No permission was checked");
        assertThat(id("select count(*) from person where id = " + person + " and given_name = 'Changed'"))
                .isZero();
    }

    private long grantOf(long someone) {
        return id("select max(id) from office_grant where person_id = " + someone);
    }

    private void system(Runnable work) {
        guard.asSystem("test", () -> {
            work.run();
            return true;
        });
    }

    private long insertPerson() {
        return database.query(handle -> handle.createUpdate("""
                        insert into person (given_name, family_name, created_at, created_by)
                        values ('Office', 'Holder', '2026-01-01', 'test')""")
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
    }

    private long id(String sql) {
        return database.query(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}

package se.metodporten.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.metodporten.access.AccessDenied;
import se.metodporten.access.Action;
import se.metodporten.access.Office;
import se.metodporten.common.DomainException;
import se.metodporten.harness.InPortal;

/** A manager is away and lets someone else sign, attest and appoint for a while. */
class DeputiesIT extends InPortal {

    @Inject
    private Deputies deputies;

    private long unit;
    private long manager;
    private long nurse;
    private LocalDate today;

    @BeforeEach
    void a_unit_with_a_manager_and_a_nurse() {
        unit = scenario.unit("hallefors");
        manager = scenario.manager(unit);
        nurse = scenario.employee(unit);
        today = scenario.today();
    }

    @Test
    void a_deputy_does_what_the_manager_does_on_those_days_and_in_that_unit() {
        as.person(manager, () -> deputies.name(nurse, unit, today, today.plusDays(3)));

        assertThat(as.person(nurse, () -> guard.may(Action.APPOINT, unit))).isTrue();
        assertThat(as.person(nurse, () -> guard.may(Action.APPOINT, scenario.unit("hallefors"))))
                .isFalse();
        assertThat(as.person(manager, () -> deputies.of(unit)))
                .extracting(Deputies.Deputy::validFrom, Deputies.Deputy::validThrough, Deputies.Deputy::mine)
                .containsExactly(tuple(today, today.plusDays(3), true));
        int mails = database.query(handle -> handle.createQuery("select count(*) from mail where person_id = :nurse")
                .bind("nurse", nurse)
                .mapTo(int.class)
                .one());
        assertThat(mails).isEqualTo(1);
    }

    @Test
    void one_to_come_does_nothing_yet_and_can_be_taken_back() {
        as.person(manager, () -> deputies.name(nurse, unit, today.plusDays(1), today.plusDays(3)));
        assertThat(as.person(nurse, () -> guard.may(Action.APPOINT, unit))).isFalse();

        long grant = as.person(manager, () -> deputies.of(unit)).get(0).grantId();
        as.person(manager, () -> deputies.end(grant));

        assertThat(as.person(manager, () -> deputies.of(unit))).isEmpty();
    }

    @Test
    void only_the_manager_names_and_ends_a_deputy() {
        long neighbour = scenario.manager(scenario.unit("hallefors"));
        long coordinator = scenario.official(Office.COORDINATOR, scenario.place("norra"));
        long other = scenario.employee(unit);
        as.person(manager, () -> deputies.name(nurse, unit, today, today));
        long grant = as.person(manager, () -> deputies.of(unit)).get(0).grantId();

        for (long reader : List.of(neighbour, coordinator, other)) {
            assertThatThrownBy(() -> as.person(reader, () -> deputies.of(unit))).isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> as.person(reader, () -> deputies.colleagues(unit)))
                    .isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> as.person(reader, () -> deputies.name(other, unit, today, today)))
                    .isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> as.person(reader, () -> deputies.end(grant)))
                    .isInstanceOf(AccessDenied.class);
        }
        assertThatThrownBy(() -> as.person(nurse, () -> deputies.name(other, unit, today, today)))
                .hasMessage("access.refused.deputyOfDeputy");
        assertThatThrownBy(() -> as.person(nurse, () -> deputies.end(grant))).isInstanceOf(AccessDenied.class);
    }

    @Test
    void what_is_wrong_is_said_beside_the_field() {
        long elsewhere = scenario.employee(scenario.unit("hallefors"));
        refused("person", "access.refused.ownDeputy", manager, today, today);
        refused("person", "access.refused.deputyElsewhere", elsewhere, today, today);
        refused("from", "access.refused.deputyDay", nurse, today.minusDays(1), today);
        refused("through", "access.refused.endsBeforeItBegins", nurse, today.plusDays(1), today);
        refused(
                "through",
                "access.refused.deputyLong",
                nurse,
                today,
                today.plusMonths(12).plusDays(1));
        as.person(manager, () -> deputies.name(nurse, unit, today, today.plusMonths(12)));
        refused("person", "access.refused.officeHeldAlready", nurse, today.plusMonths(12), today.plusMonths(12));
    }

    private void refused(String field, String key, long person, LocalDate from, LocalDate through) {
        assertThatThrownBy(() -> as.person(manager, () -> deputies.name(person, unit, from, through)))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(List.of(String.valueOf(refusal.field()), refusal.key()))
                                .containsExactly(field, key));
    }
}

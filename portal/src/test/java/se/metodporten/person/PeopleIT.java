package se.metodporten.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.metodporten.access.AccessDenied;
import se.metodporten.access.Office;
import se.metodporten.common.CountyTime;
import se.metodporten.common.DomainException;
import se.metodporten.common.Page;
import se.metodporten.common.Paging;
import se.metodporten.harness.InPortal;
import se.metodporten.harness.Scenario;

class PeopleIT extends InPortal {

    @Inject
    private People people;

    @Inject
    private Register register;

    @Test
    void a_manager_finds_the_own_units_people_and_nobody_elses() {
        long own = scenario.unit("hallefors");
        long neighbours = scenario.unit("hallefors");
        long manager = scenario.manager(own);
        long mine = scenario.employee(own);
        long theirs = scenario.employee(neighbours);

        assertThat(found(manager, "")).contains(mine, manager).doesNotContain(theirs);
        assertThat(found(manager, nameOf(theirs))).isEmpty();
        assertThat(as.person(manager, () -> people.person(mine)).work())
                .extracting(PersonRow.Work::unitId)
                .containsExactly(own);
        assertThatThrownBy(() -> as.person(manager, () -> people.person(theirs)))
                .isInstanceOf(AccessDenied.class);
        assertThat(as.person(
                                manager,
                                () -> people.find(
                                        new PersonSearch("", neighbours, PersonSearch.Sort.EMAIL, false), Paging.FIRST))
                        .rows())
                .isEmpty();
    }

    @Test
    void a_coordinator_finds_the_own_district_only() {
        long north = scenario.unit("nora");
        long south = scenario.unit("kumla");
        long coordinator = scenario.official(Office.COORDINATOR, scenario.place("norra"));
        long inNorth = scenario.employee(north);
        long inSouth = scenario.employee(south);

        assertThat(found(coordinator, nameOf(inNorth))).containsExactly(inNorth);
        assertThat(found(coordinator, nameOf(inSouth))).isEmpty();
        assertThatThrownBy(() -> as.person(coordinator, () -> people.person(inSouth)))
                .isInstanceOf(AccessDenied.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Office.class,
            names = {"MAS", "TRAINING_ADMINISTRATOR"})
    void who_sees_no_people_finds_none(Office office) {
        long someone = scenario.employee(scenario.unit("nora"));
        long reader = scenario.person();
        scenario.grant(reader, office, scenario.county());

        assertThatThrownBy(() -> found(reader, "")).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> as.person(reader, () -> people.person(someone)))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void an_employee_sees_the_own_card_and_no_colleagues() {
        long unit = scenario.unit("nora");
        long nurse = scenario.employee(unit);
        long colleague = scenario.employee(unit);

        assertThat(as.person(nurse, () -> people.person(nurse)).name()).isEqualTo(nameOf(nurse));
        assertThatThrownBy(() -> as.person(nurse, () -> people.person(colleague)))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> found(nurse, "")).isInstanceOf(AccessDenied.class);
    }

    @Test
    void somebody_elses_unit_is_left_out_of_what_is_shown_of_a_person_with_two() {
        long own = scenario.unit("nora");
        long other = scenario.unit("kumla");
        long nurse = scenario.employee(own);
        scenario.employment(nurse, other, Scenario.FIRST_DAY, CountyTime.END_OF_DAYS);
        long manager = scenario.manager(own);

        assertThat(as.person(manager, () -> people.person(nurse)).work())
                .extracting(PersonRow.Work::unitId)
                .containsExactly(own);
    }

    @Test
    void who_no_longer_works_in_the_unit_is_no_longer_found() {
        long unit = scenario.unit("nora");
        long manager = scenario.manager(unit);
        long former = scenario.person();
        scenario.employment(former, unit, Scenario.FIRST_DAY, scenario.today().minusDays(1));
        long onTheLastDay = scenario.person();
        scenario.employment(onTheLastDay, unit, Scenario.FIRST_DAY, scenario.today());

        assertThat(found(manager, "")).contains(onTheLastDay).doesNotContain(former);
    }

    @Test
    void a_protected_person_is_named_to_the_own_manager_the_administrator_and_themselves_only() {
        long unit = scenario.unit("nora");
        long nurse = scenario.protectedEmployee(unit);
        long manager = scenario.manager(unit);
        long administrator = scenario.official(Office.SYSTEM_ADMINISTRATOR, scenario.county());
        long coordinator = scenario.official(Office.COORDINATOR, scenario.place("norra"));
        String name = nameOf(nurse);

        for (long knows : List.of(manager, administrator, nurse)) {
            assertThat(as.person(knows, () -> people.person(nurse)).name()).isEqualTo(name);
        }
        assertThat(found(manager, name)).containsExactly(nurse);
        assertThat(found(administrator, name)).containsExactly(nurse);

        PersonCard seen = as.person(coordinator, () -> people.person(nurse));
        assertThat(seen.name()).isNull();
        assertThat(seen.email()).isNull();
        assertThat(seen.work()).isEmpty();
        assertThat(found(coordinator, name)).isEmpty();
        assertThat(as.person(
                                coordinator,
                                () -> people.find(
                                        new PersonSearch("", unit, PersonSearch.Sort.FAMILY_NAME, false), Paging.FIRST))
                        .rows())
                .extracting(PersonRow::id)
                .doesNotContain(nurse)
                .contains(manager);
    }

    @Test
    void a_manager_adds_someone_to_the_own_unit_and_not_to_the_neighbours() {
        long own = scenario.unit("nora");
        long neighbours = scenario.unit("nora");
        long manager = scenario.manager(own);

        long added = as.person(manager, () -> people.add(person(own, token(), "Anna \"Nisse\" <script>", "𠮷🙂")));

        PersonCard card = as.person(manager, () -> people.person(added));
        assertThat(card.name()).isEqualTo("Anna \"Nisse\" <script> 𠮷🙂");
        assertThat(card.work()).extracting(PersonRow.Work::unitId).containsExactly(own);
        assertThatThrownBy(() -> as.person(manager, () -> people.add(person(neighbours, token(), "Bo", "Ek"))))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void the_same_form_twice_adds_one_person_also_at_once() throws Exception {
        long unit = scenario.unit("nora");
        long manager = scenario.manager(unit);
        NewPerson form = person(unit, token(), "Bo", "Dubbelklick");
        Callable<Long> click = () -> as.person(manager, () -> people.add(form));

        ExecutorService twoThreads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Long>> clicks = twoThreads.invokeAll(List.of(click, click));
            assertThat(clicks.get(0).get()).isEqualTo(clicks.get(1).get());
        } finally {
            twoThreads.shutdownNow();
        }
        assertThat(as.person(manager, () -> people.add(form)))
                .isEqualTo(found(manager, "Dubbelklick").get(0));
        assertThat(found(manager, "Dubbelklick")).hasSize(1);
    }

    @Test
    void a_name_that_turns_the_text_around_is_refused_at_its_field() {
        long unit = scenario.unit("nora");
        long manager = scenario.manager(unit);

        assertThatThrownBy(() -> as.person(manager, () -> people.add(person(unit, token(), "Anna\u202E", "Berg"))))
                .isInstanceOfSatisfying(DomainException.class, refused -> {
                    assertThat(refused.field()).isEqualTo("givenName");
                    assertThat(refused.key()).isEqualTo("common.text.DIRECTION");
                });
    }

    @Test
    void a_merged_person_is_read_under_the_one_that_stays() {
        long unit = scenario.unit("nora");
        long other = scenario.unit("nora");
        long manager = scenario.manager(unit);
        long added = scenario.employee(unit);
        long known = scenario.employee(other);
        scenario.grant(added, Office.MANAGER, other);
        long administrator = scenario.official(Office.SYSTEM_ADMINISTRATOR, scenario.county());

        as.person(administrator, () -> people.merge(added, known));

        assertThat(register.person(added).id()).isEqualTo(known);
        assertThat(register.identities(added)).containsExactlyInAnyOrder(added, known);
        assertThat(register.employments(known)).extracting(Employment::unitId).containsExactlyInAnyOrder(unit, other);
        assertThat(found(manager, "")).contains(known).doesNotContain(added);
        assertThat(as.person(known, () -> people.maySeeStaff(other))).isTrue();
    }

    @Test
    void merges_in_a_row_end_at_one_person() {
        long first = scenario.person();
        long second = scenario.person();
        long third = scenario.person();
        long administrator = scenario.official(Office.SYSTEM_ADMINISTRATOR, scenario.county());

        as.person(administrator, () -> people.merge(first, second));
        as.person(administrator, () -> people.merge(second, third));

        assertThat(register.person(first).id()).isEqualTo(third);
        assertThat(register.identities(third)).containsExactlyInAnyOrder(first, second, third);
        assertThatThrownBy(() -> as.person(administrator, () -> people.merge(first, third)))
                .isInstanceOf(DomainException.class);
    }

    @Test
    void only_an_administrator_merges() {
        long unit = scenario.unit("nora");
        long manager = scenario.manager(unit);
        long one = scenario.employee(unit);
        long two = scenario.employee(unit);

        assertThatThrownBy(() -> as.person(manager, () -> people.merge(one, two)))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void the_units_managers_are_told_to_who_sees_the_unit() {
        long unit = scenario.unit("nora");
        long manager = scenario.manager(unit);
        long neighbour = scenario.manager(scenario.unit("nora"));
        long coordinator = scenario.official(Office.COORDINATOR, scenario.place("norra"));

        assertThat(as.person(coordinator, () -> people.managers(unit)))
                .extracting(PersonRow::id)
                .containsExactly(manager);
        assertThatThrownBy(() -> as.person(neighbour, () -> people.managers(unit)))
                .isInstanceOf(AccessDenied.class);
    }

    private List<Long> found(long reader, String text) {
        Page<PersonRow> page = as.person(
                reader,
                () -> people.find(new PersonSearch(text, null, PersonSearch.Sort.FAMILY_NAME, false), Paging.FIRST));
        assertThat(page.total()).isEqualTo(page.rows().size());
        return page.rows().stream().map(PersonRow::id).toList();
    }

    private String nameOf(long person) {
        return register.person(person).name().toString();
    }

    private static NewPerson person(long unit, String token, String given, String family) {
        return new NewPerson(token, given, family, "", "Sjuksköterska", unit);
    }

    private static String token() {
        return UUID.randomUUID().toString();
    }
}

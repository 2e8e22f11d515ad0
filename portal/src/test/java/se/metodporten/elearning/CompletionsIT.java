package se.metodporten.elearning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.metodporten.elearning.PlayerTalk.commit;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.metodporten.access.AccessDenied;
import se.metodporten.access.Office;
import se.metodporten.common.Page;
import se.metodporten.common.Paging;
import se.metodporten.elearning.PlayerTalk.Player;
import se.metodporten.fact.Facts;
import se.metodporten.fact.NewFact;
import se.metodporten.harness.InPortal;
import se.metodporten.harness.InTransaction;
import se.metodporten.harness.SignedIn;
import se.metodporten.harness.Wire;

/** Who did which version of a course, and who is told; each test has a course of its own. */
class CompletionsIT extends InPortal {

    private static final LocalDate EARLIER = LocalDate.of(2025, 3, 1);

    @Inject
    private Completions completions;

    @Inject
    private Attempts attempts;

    @Inject
    private Facts facts;

    @Inject
    private InTransaction transaction;

    @Inject
    private TrialCourse trial;

    @Inject
    private ContentAddress content;

    @Inject
    private SignedIn signedIn;

    private String course;
    private long unit;
    private long manager;
    private long nurse;

    @BeforeEach
    void a_course_and_a_unit() {
        course = trial.published();
        unit = scenario.unit("hallefors");
        manager = scenario.manager(unit);
        nurse = scenario.employee(unit);
    }

    @Test
    void a_completion_tells_person_unit_version_day_and_result() {
        passes(nurse, "87");

        Completion only = all(manager).rows().get(0);
        assertThat(only.personId()).isEqualTo(nurse);
        assertThat(only.name()).isEqualTo(nameOf(nurse));
        assertThat(only.units()).isEqualTo(nameOfUnit());
        assertThat(only.version()).isEqualTo(1);
        assertThat(only.completedOn()).isEqualTo(scenario.today());
        assertThat(only.result()).isEqualTo(Completion.Result.PASSED);
        assertThat(only.score()).isEqualByComparingTo(new BigDecimal(87));
        assertThat(all(manager).total()).isEqualTo(1);
    }

    @Test
    void each_version_that_somebody_did_is_a_row_and_what_was_recorded_has_no_result() {
        passes(nurse, "100");
        recorded(nurse, 2, EARLIER);

        assertThat(all(manager).rows())
                .extracting(Completion::version, Completion::completedOn, Completion::result, Completion::score)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, EARLIER, Completion.Result.RECORDED, null),
                        org.assertj.core.groups.Tuple.tuple(
                                1, scenario.today(), Completion.Result.PASSED, new BigDecimal("100.00")));
        assertThat(find(manager, new CompletionSearch(course, 2, null, CompletionSearch.Sort.NAME, false))
                        .rows())
                .extracting(Completion::completedOn)
                .containsExactly(EARLIER);
    }

    @Test
    void a_completion_that_was_withdrawn_is_not_told() {
        recorded(nurse, 1, EARLIER);
        database.execute(handle -> handle.execute("""
                insert into fact (person_id, kind, code, number, valid_from, supersedes, withdrawn, reason, recorded_at, recorded_by)
                select person_id, kind, code, number, valid_from, id, true, 'fel', utc_timestamp(6), 'system:test'
                from fact where code = ?""", course));

        assertThat(all(manager).rows()).isEmpty();
    }

    @Test
    void readers_are_told_of_the_people_in_their_own_places_only() {
        long elsewhere = scenario.employee(scenario.unit("kumla"));
        recorded(nurse, 1, EARLIER);
        recorded(elsewhere, 1, EARLIER);

        assertThat(people(manager)).containsExactly(nurse);
        assertThat(people(scenario.official(Office.COORDINATOR, scenario.place("norra"))))
                .containsExactly(nurse);
        assertThat(people(scenario.official(Office.COORDINATOR, scenario.place("sodra"))))
                .containsExactly(elsewhere);
        for (Office office : List.of(Office.PROCESS_LEADER, Office.TRAINING_ADMINISTRATOR)) {
            assertThat(people(scenario.official(office, scenario.county())))
                    .as("%s", office)
                    .containsExactlyInAnyOrder(nurse, elsewhere);
        }
    }

    @Test
    void a_unit_that_is_not_the_readers_gives_nobody() {
        long other = scenario.unit("kumla");
        recorded(scenario.employee(other), 1, EARLIER);
        recorded(nurse, 1, EARLIER);

        assertThat(find(manager, new CompletionSearch(course, null, other, CompletionSearch.Sort.DAY, true))
                        .rows())
                .isEmpty();
        assertThat(find(manager, new CompletionSearch(course, null, unit, CompletionSearch.Sort.DAY, true))
                        .rows())
                .extracting(Completion::personId)
                .containsExactly(nurse);
        assertThat(as.person(manager, completions::units))
                .extracting(CourseUnit::id)
                .containsExactly(unit);
    }

    @Test
    void who_is_protected_is_told_to_the_own_manager_only() {
        long hidden = scenario.protectedEmployee(unit);
        recorded(hidden, 1, EARLIER);

        assertThat(people(manager)).containsExactly(hidden);
        for (Office office : List.of(Office.PROCESS_LEADER, Office.TRAINING_ADMINISTRATOR)) {
            assertThat(people(scenario.official(office, scenario.county()))).isEmpty();
        }
    }

    @Test
    void who_neither_follows_the_elearning_nor_arranges_trainings_is_told_nothing() {
        List<Long> others = List.of(nurse, scenario.official(Office.MAS, scenario.place("hallefors")));
        for (long other : others) {
            assertThatThrownBy(() -> all(other)).isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> as.person(other, completions::units)).isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> as.person(other, () -> completions.versions(course)))
                    .isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> as.person(other, () -> {
                        completions.each(search(null), row -> {});
                        return true;
                    }))
                    .isInstanceOf(AccessDenied.class);
        }
    }

    @Test
    void the_list_is_paged_and_the_file_has_all_of_it_in_the_same_order() {
        for (int i = 0; i < Page.SIZE + 2; i++) {
            recorded(scenario.employee(unit), 1, EARLIER.plusDays(i));
        }
        CompletionSearch byDay = new CompletionSearch(course, null, null, CompletionSearch.Sort.DAY, true);

        Page<Completion> first = find(manager, byDay);
        assertThat(first.total()).isEqualTo(Page.SIZE + 2);
        assertThat(first.rows()).hasSize(Page.SIZE);
        List<Completion> file = new ArrayList<>();
        as.person(manager, () -> {
            completions.each(byDay, file::add);
            return true;
        });
        assertThat(file).hasSize(Page.SIZE + 2).startsWith(first.rows().toArray(new Completion[0]));
    }

    @Test
    void the_files_are_for_whoever_may_read_the_list() {
        recorded(nurse, 1, EARLIER);
        String address = "/elearning/completions?code=" + course;

        Wire wire = signedIn.as(manager);
        Wire.Answer csv = wire.get(address + "&format=csv&unit=" + unit + "&version=1");
        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.header("Cache-Control")).isEqualTo("no-store");
        assertThat(csv.header("Content-Disposition")).startsWith("attachment;").endsWith(".csv");
        assertThat(csv.body())
                .isEqualTo("\uFEFFNamn;Enhet;Version;Genomförd;Resultat;Poäng\r\n" + nameOf(nurse) + ";" + nameOfUnit()
                        + ";1;2025-03-01;Införd utan försök;\r\n");

        Wire.Answer xlsx = wire.get(address + "&format=xlsx");
        assertThat(xlsx.status()).isEqualTo(200);
        assertThat(xlsx.header("Content-Type")).contains("spreadsheetml");
        assertThat(xlsx.header("Content-Disposition")).endsWith(".xlsx");
        assertThat(xlsx.body()).startsWith("PK");

        Wire.Answer refused = signedIn.as(nurse).get(address);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).doesNotContain(nameOf(nurse));
        assertThat(wire.get("/elearning/completions?code=finns-inte").status()).isEqualTo(404);
        assertThat(signedIn.nobody().get(address).header("Location")).contains("/access/sign-in.xhtml");
    }

    private CompletionSearch search(@Nullable Integer version) {
        return new CompletionSearch(course, version, null, CompletionSearch.Sort.NAME, false);
    }

    private Page<Completion> all(long reader) {
        return find(reader, search(null));
    }

    private Page<Completion> find(long reader, CompletionSearch search) {
        return as.person(reader, () -> completions.find(search, Paging.FIRST));
    }

    private List<Long> people(long reader) {
        return all(reader).rows().stream().map(Completion::personId).toList();
    }

    private void recorded(long person, int version, LocalDate day) {
        transaction.run(() -> facts.append(NewFact.courseCompleted(person, course, version, null, day)));
    }

    private void passes(long person, String score) {
        Player player =
                PlayerTalk.exchange(attempts, content, URI.create(as.person(person, () -> attempts.launch(course))));
        attempts.commit(
                player.version(),
                player.secret(),
                commit(player.session(), 1, Map.of("cmi.core.score.raw", score, "cmi.core.lesson_status", "passed")));
    }

    private String nameOf(long person) {
        return text("select concat(given_name, ' ', family_name) from person where id = ?", person);
    }

    private String nameOfUnit() {
        return text("select name from place_version where place_id = ?", unit);
    }

    private String text(String sql, long id) {
        return database.query(handle ->
                handle.createQuery(sql).bind(0, id).mapTo(String.class).one());
    }
}

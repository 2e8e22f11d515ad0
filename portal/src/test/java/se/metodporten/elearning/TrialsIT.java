package se.metodporten.elearning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.metodporten.elearning.PlayerTalk.commit;
import static se.metodporten.elearning.PlayerTalk.json;
import static se.metodporten.elearning.PlayerTalk.session;

import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.metodporten.access.AccessDenied;
import se.metodporten.access.Office;
import se.metodporten.common.DomainException;
import se.metodporten.elearning.PlayerTalk.Player;
import se.metodporten.harness.InPortal;
import se.metodporten.harness.SignedIn;

/** A course is tried without traces. */
class TrialsIT extends InPortal {

    private static final Map<String, String> PASSED =
            Map.of("cmi.core.score.raw", "90", "cmi.core.lesson_status", "passed");

    @Inject
    private Trials trials;

    @Inject
    private Attempts attempts;

    @Inject
    private Courses courses;

    @Inject
    private CourseEditing editing;

    @Inject
    private TrialCourse trial;

    @Inject
    private TrialSql sql;

    @Inject
    private ContentAddress content;

    @Inject
    private SignedIn signedIn;

    @Inject
    private Clock clock;

    private String course;
    private long version;
    private long leader;

    @BeforeEach
    void a_course() {
        course = trial.published();
        leader = scenario.official(Office.PROCESS_LEADER, scenario.county());
        version = as.person(leader, () -> editing.versions(course).get(0).id());
    }

    @Test
    void what_is_said_in_a_trial_is_kept_while_it_lasts_and_belongs_to_nobody() {
        Player player = tries();
        assertThat(player.start().getString("title")).endsWith("(prov)");
        assertThat(player.start().getString("returnUrl")).contains("/elearning/versions.xhtml?code=" + course);

        assertThat(says(player, PASSED)).isTrue();

        assertThat(json(trials.resume(player.version(), player.secret()))
                        .getJsonObject("cmi")
                        .getString("cmi.core.lesson_status"))
                .isEqualTo("passed");
        assertThat(as.person(leader, () -> courses.mine(course)).progress()).isEqualTo(CourseCard.Progress.NOT_STARTED);
        assertThat(as.person(leader, () -> editing.versions(course)).get(0))
                .extracting(CourseEditing.Version::underWay, CourseEditing.Version::completed)
                .containsExactly(0, 0);
        assertThat(count("select count(*) from attempt a join course_version v on v.id = a.course_version_id"
                        + " join course c on c.id = v.course_id where c.code = :code"))
                .isZero();
        assertThat(count("select count(*) from fact where code = :code")).isZero();

        trials.exit(player.version(), player.secret(), session(player));

        assertThat(trialsLeft()).isZero();
        assertThatThrownBy(() -> trials.resume(player.version(), player.secret()))
                .isInstanceOf(PlayerRefusal.class);
        assertThat(trials.file(player.version(), player.token(), player.name())).isEmpty();
    }

    @Test
    void its_files_are_read_on_its_own_origin_while_it_lasts() {
        Player player = tries();

        assertThat(trials.file(player.version(), player.token(), player.name())).isPresent();
        assertThat(trials.file(player.version() + 1, player.token(), player.name()))
                .isEmpty();
        assertThat(attempts.file(player.version(), player.token(), player.name()))
                .isEmpty();
        assertThatThrownBy(() -> trials.resume(player.version() + 1, player.secret()))
                .isInstanceOf(PlayerRefusal.class);
        assertThatThrownBy(() -> attempts.resume(player.version(), player.secret()))
                .isInstanceOf(PlayerRefusal.class);
    }

    @Test
    void a_trial_that_is_left_is_swept() {
        tries();
        sql.sweep(clock.instant());
        assertThat(trialsLeft()).isEqualTo(1);

        sql.sweep(clock.instant().plus(Trials.LIVES).plusSeconds(1));

        assertThat(trialsLeft()).isZero();
    }

    @Test
    void only_who_answers_for_courses_tries_and_only_what_there_is() {
        long unit = scenario.unit("hallefors");
        for (long other : List.of(scenario.employee(unit), scenario.manager(unit))) {
            assertThatThrownBy(() -> as.person(other, () -> trials.launch(version, null)))
                    .isInstanceOf(AccessDenied.class);
        }
        assertThatThrownBy(() -> as.person(leader, () -> trials.launch(Integer.MAX_VALUE, null)))
                .isInstanceOf(DomainException.class);
        assertThat(signedIn.as(scenario.manager(unit))
                        .get("/elearning/try?version=" + version)
                        .status())
                .isEqualTo(403);
        assertThat(signedIn.as(leader).get("/elearning/try?version=" + version).header("location"))
                .contains("//c" + version + ".", "/play/#trial-");
    }

    private Player tries() {
        URI address = URI.create(as.person(leader, () -> trials.launch(version, null)));
        long host = content.version(address.getHost()).orElseThrow();
        var start = json(trials.exchange(host, PlayerTalk.ticket(address.getFragment())));
        return new Player(
                host, start.getString("secret"), start.getString("session"), start.getString("content"), start);
    }

    private boolean says(Player player, Map<String, String> sets) {
        return json(trials.commit(player.version(), player.secret(), commit(player.session(), 1, sets))
                        .answer())
                .getBoolean("fulfilled");
    }

    private int trialsLeft() {
        return database.query(
                handle -> handle.createQuery("select count(*) from course_trial where course_version_id = :version")
                        .bind("version", version)
                        .mapTo(int.class)
                        .one());
    }

    private int count(String sql) {
        return database.query(handle ->
                handle.createQuery(sql).bind("code", course).mapTo(int.class).one());
    }
}

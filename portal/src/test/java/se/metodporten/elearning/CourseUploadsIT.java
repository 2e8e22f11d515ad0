package se.metodporten.elearning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static se.metodporten.elearning.PlayerTalk.commit;
import static se.metodporten.elearning.PlayerTalk.json;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.metodporten.access.AccessDenied;
import se.metodporten.access.Office;
import se.metodporten.common.DomainException;
import se.metodporten.elearning.CourseUpload.State;
import se.metodporten.elearning.PlayerTalk.Player;
import se.metodporten.harness.InPortal;
import se.metodporten.harness.Patience;
import se.metodporten.harness.SignedIn;
import se.metodporten.harness.Wire;

/** A process leader hands in packages; each test has a course of its own. */
class CourseUploadsIT extends InPortal {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Map<String, String> PASSED =
            Map.of("cmi.core.score.raw", "90", "cmi.core.lesson_status", "passed");
    private static final String BOUNDARY = "----trial";
    private static final Pattern KEY = Pattern.compile("form=([0-9a-f]{32})");

    @Inject
    private CourseUploads uploads;

    @Inject
    private CourseEditing editing;

    @Inject
    private UploadFolder folder;

    @Inject
    private UploadJobs jobs;

    @Inject
    private CourseLimits limits;

    @Inject
    private CourseStore store;

    @Inject
    private Attempts attempts;

    @Inject
    private Courses courses;

    @Inject
    private ContentAddress content;

    @Inject
    private SignedIn signedIn;

    @Inject
    private Clock clock;

    private String course;
    private long leader;
    private long unit;

    @BeforeEach
    void a_course_that_is_begun() {
        leader = scenario.official(Office.PROCESS_LEADER, scenario.county());
        unit = scenario.unit("hallefors");
        course = begun();
    }

    @Test
    void a_package_is_checked_stored_and_waits_for_a_person() {
        CourseUpload upload = ready(TrialPackage.with("one"));

        assertThat(upload.number()).isEqualTo(1);
        assertThat(upload.stored()).isEqualTo(upload.chunks());
        PackageSummary summary = upload.summary();
        assertThat(summary.title()).isEqualTo("ViSam – grunderna");
        assertThat(summary.edition()).isEqualTo("1.2");
        assertThat(summary.errors()).isEmpty();
        assertThat(summary.scos()).isEqualTo(1);
        assertThat(summary.unpacked()).isPositive();
        assertThat(summary.parts()).extracting(PackageSummary.Part::kind).contains(PackageSummary.Kind.SCO);
        assertThat(PackageSummary.fromJson(summary.toJson())).isEqualTo(summary);
        long nurse = scenario.employee(unit);
        assertThatThrownBy(() -> as.person(nurse, () -> courses.mine(course))).isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> as.person(nurse, () -> attempts.launch(course)))
                .isInstanceOf(DomainException.class);
        assertThat(as.person(leader, () -> editing.versions(course))).isEmpty();
        assertThat(offered()).isFalse();
    }

    @Test
    void attempts_under_way_finish_on_theirs_and_new_ones_begin_on_the_new() {
        publish(TrialPackage.with("one"));
        long early = scenario.employee(unit);
        Player old = opens(early);
        says(old, Map.of("cmi.core.lesson_location", "3"));

        assertThat(publish(TrialPackage.with("two"))).isEqualTo(2);

        long late = scenario.employee(unit);
        assertThat(opens(late).version()).isNotEqualTo(old.version());
        Player again = opens(early);
        assertThat(again.version()).isEqualTo(old.version());
        assertThat(again.start().getJsonObject("cmi").getString("cmi.core.lesson_location"))
                .isEqualTo("3");
        assertThat(says(again, PASSED)).isTrue();
        assertThat(completedVersions(early)).containsExactly(1);
        assertThat(as.person(leader, () -> editing.versions(course)))
                .extracting(
                        CourseEditing.Version::number,
                        CourseEditing.Version::underWay,
                        CourseEditing.Version::completed)
                .containsExactly(tuple(2, 1, 0), tuple(1, 0, 1));
        assertThat(offered()).isTrue();
        assertThat(opens(early).version())
                .as("who has finished begins the newest")
                .isNotEqualTo(old.version());
    }

    @Test
    void what_is_wrong_is_told_in_words_with_the_line_and_nothing_is_left() {
        CourseUpload upload = settled(hands(TrialPackage.withManifest("""
                <?xml version="1.0"?>
                <manifest identifier="x">
                  <organizations>
                    <organization>
                  </organizations>
                </manifest>
                """)));

        assertThat(upload.state()).isEqualTo(State.REFUSED);
        assertThat(upload.summary().errors()).isNotEmpty().allSatisfy(error -> {
            assertThat(error.line()).isPositive();
            assertThat(error.sentence(Locale.forLanguageTag("sv"))).isNotBlank();
        });
        assertThat(packages()).isZero();
        assertThatThrownBy(() -> as.person(leader, () -> uploads.publish(upload.id())))
                .hasMessage("elearning.refused.notReady");
        Wire browser = signedIn.as(leader);
        assertThat(browser.get("/elearning/package.xhtml?id=" + upload.id()).body())
                .contains("Paketet kan inte användas", "imsmanifest.xml, rad ");
    }

    @Test
    void a_cut_off_zip_is_refused() {
        byte[] whole = TrialPackage.with("cut");

        assertThat(settled(hands(Arrays.copyOf(whole, whole.length / 2))).state())
                .isEqualTo(State.REFUSED);
        assertThat(settled(hands("no zip at all".getBytes(StandardCharsets.UTF_8)))
                        .state())
                .isEqualTo(State.REFUSED);
        assertThat(packages()).isZero();
        Patience.until(LONG, () -> filesOnTheirWay() == 0);
    }

    @Test
    void what_is_taken_away_leaves_nothing_and_another_takes_the_place_of_what_waits() {
        CourseUpload first = ready(TrialPackage.with("one"));
        CourseUpload second = ready(TrialPackage.with("two"));

        assertThat(upload(first.id()).state()).isEqualTo(State.DISCARDED);
        Patience.until(LONG, () -> packages() == 1);
        as.person(leader, () -> uploads.discard(second.id()));
        Patience.until(LONG, () -> packages() == 0);
        assertThat(upload(second.id()).state()).isEqualTo(State.DISCARDED);
        assertThatThrownBy(() -> as.person(leader, () -> uploads.publish(second.id())))
                .hasMessage("elearning.refused.notReady");
    }

    @Test
    void what_was_interrupted_is_swept() {
        CourseUpload upload = ready(TrialPackage.with("one"));
        database.execute(handle -> handle.createUpdate(
                        "update course_upload set state = 'STORING', heard_at = :then where id = :id")
                .bind(
                        "then",
                        clock.instant().minus(CourseUpload.LONGEST_SILENCE).minusSeconds(1))
                .bind("id", upload.id())
                .execute());
        assertThat(upload(upload.id()).interrupted(clock.instant())).isTrue();

        guard.asSystem("test", () -> {
            jobs.sweep();
            return true;
        });

        assertThat(upload(upload.id()).state()).isEqualTo(State.FAILED);
        assertThat(packages()).isZero();
    }

    @Test
    void a_course_that_people_have_published_is_theirs_at_the_next_start() throws IOException {
        guard.asSystem("test", () -> {
            store.publish(course, new ByteArrayInputStream(TrialPackage.with("bundled")));
            return true;
        });
        publish(TrialPackage.with("ours"));

        guard.asSystem("test", () -> {
            store.publish(course, new ByteArrayInputStream(TrialPackage.with("bundled")));
            store.publish(course, new ByteArrayInputStream(TrialPackage.with("bundled again")));
            return true;
        });

        assertThat(as.person(leader, () -> editing.versions(course)))
                .extracting(CourseEditing.Version::number, CourseEditing.Version::bundled)
                .containsExactly(tuple(2, false), tuple(1, true));
    }

    @Test
    void the_same_file_again_is_told() {
        publish(TrialPackage.with("one"));

        assertThat(ready(TrialPackage.with("one")).sameAs()).isEqualTo(1);
    }

    @Test
    void a_course_has_a_name_of_its_own_and_can_be_renamed() {
        CourseEditing.About about = as.person(leader, () -> editing.about(course));

        assertThatThrownBy(() -> as.person(leader, () -> editing.begin(about)))
                .hasMessage("elearning.refused.titleTaken");
        as.person(
                leader,
                () -> editing.change(
                        course, new CourseEditing.About(about.titleSv() + " två", "Two", "Annat", "Other", 45)));
        assertThat(as.person(leader, () -> editing.about(course)).minutes()).isEqualTo(45);
        for (int minutes : List.of(0, -1, 1001)) {
            assertThatThrownBy(() -> as.person(
                            leader, () -> editing.change(course, new CourseEditing.About("A", "B", "C", "D", minutes))))
                    .hasMessage("elearning.refused.minutes");
        }
    }

    @Test
    void only_who_answers_for_courses_hands_in_sees_publishes_or_removes() {
        CourseUpload upload = ready(TrialPackage.with("one"));
        List<Long> others = List.of(
                scenario.employee(unit),
                scenario.manager(unit),
                scenario.official(Office.COORDINATOR, scenario.place("norra")),
                scenario.official(Office.TRAINING_ADMINISTRATOR, scenario.county()));

        for (long other : others) {
            List<Supplier<?>> asked = List.of(
                    () -> uploads.upload(upload.id()),
                    () -> uploads.open(course),
                    () -> uploads.publish(upload.id()),
                    () -> editing.courses(),
                    () -> editing.versions(course),
                    () -> editing.about(course),
                    () -> editing.begin(new CourseEditing.About("A", "B", "C", "D", 1)),
                    () -> uploads.largestMib());
            asked.forEach(
                    one -> assertThatThrownBy(() -> as.person(other, one::get)).isInstanceOf(AccessDenied.class));
            assertThatThrownBy(() -> as.person(other, () -> uploads.discard(upload.id())))
                    .isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> as.person(other, () -> uploads.expect(course, 1)))
                    .isInstanceOf(AccessDenied.class);
        }
        assertThat(upload(upload.id()).state()).isEqualTo(State.READY);
    }

    @Test
    void a_neighbours_page_and_address_give_nothing() {
        CourseUpload upload = ready(TrialPackage.with("one"));
        Wire manager = signedIn.as(scenario.manager(unit));
        for (String page : List.of(
                "/elearning/courses.xhtml",
                "/elearning/about.xhtml",
                "/elearning/about.xhtml?code=" + course,
                "/elearning/versions.xhtml?code=" + course,
                "/elearning/package.xhtml?id=" + upload.id())) {
            assertThat(manager.get(page).status()).as(page).isEqualTo(403);
        }
    }

    @Test
    void a_browser_hands_in_a_package_and_is_led_to_its_report() {
        Wire browser = signedIn.as(leader);

        Wire.Answer answer = sends(browser, key(browser), form(file("a.zip", TrialPackage.with("one"))));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("location")).contains("/elearning/package.xhtml?id=");
        long id = Long.parseLong(answer.header("location").replaceAll(".*id=", ""));
        assertThat(settled(id).state()).isEqualTo(State.READY);
        String report = browser.get("/elearning/package.xhtml?id=" + id).body();
        assertThat(report).contains("Paketet kan publiceras", "SCORM 1.2", "a.zip", "Publicera som version 1");
    }

    @Test
    void a_script_is_told_where_to_go() {
        Wire browser = signedIn.as(leader);

        Wire.Answer answer =
                sends(browser, key(browser), form(file("a.zip", TrialPackage.with("one"))), "Accept: application/json");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(json(answer.body()).getString("next")).startsWith("/elearning/package.xhtml?id=");
        settled(Long.parseLong(json(answer.body()).getString("next").replaceAll(".*id=", "")));
    }

    @Test
    void a_form_that_cannot_be_used_is_told_why() {
        Wire browser = signedIn.as(leader);
        String key = key(browser);
        byte[] small = file("a.zip", new byte[] {1, 2, 3});

        faulty(sends(browser, key, form()), "no-file");
        faulty(sends(browser, key, form(file("a.zip", new byte[0]))), "no-file");
        faulty(sends(browser, key, form(small, small)), "two-files");
        faulty(
                browser.sendBytes(
                        target(key),
                        small,
                        host(browser),
                        origin(browser),
                        "Content-Type: application/zip",
                        length(small)),
                "broken");
        assertThat(browser.get("/elearning/versions.xhtml?code=" + course + "&fault=two-files")
                        .body())
                .contains("Filen togs inte emot", "Skicka en fil i taget.");
        assertThat(browser.get("/elearning/versions.xhtml?code=" + course + "&fault=hostile")
                        .body())
                .doesNotContain("Filen togs inte emot");
        assertThat(uploadsBegun()).isZero();
        assertThat(filesOnTheirWay()).isZero();
    }

    @Test
    void what_is_too_large_is_told_before_it_is_read() {
        Wire browser = signedIn.as(leader);
        byte[] small = form(file("a.zip", new byte[] {1, 2, 3}));
        long tooLong = limits.largest() + (1 << 20);

        Wire.Answer answer = browser.sendBytes(
                target(key(browser)),
                small,
                host(browser),
                origin(browser),
                "Accept: application/json",
                "Content-Type: multipart/form-data; boundary=" + BOUNDARY,
                "Content-Length: " + tooLong);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("fault=too-large");
        assertThat(uploadsBegun()).isZero();
    }

    @Test
    void a_sending_that_stops_leaves_nothing() {
        Wire browser = signedIn.as(leader);
        byte[] whole = form(file("a.zip", new byte[3 << 20]));
        byte[] begun = Arrays.copyOf(whole, whole.length - 100);

        browser.sendBytes(
                target(key(browser)),
                begun,
                host(browser),
                origin(browser),
                "Content-Type: multipart/form-data; boundary=" + BOUNDARY,
                length(whole));

        Patience.until(LONG, () -> filesOnTheirWay() == 0);
        assertThat(uploadsBegun()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00000000000000000000000000000000"})
    void a_form_that_is_not_this_sessions_is_refused(String key) {
        Wire browser = signedIn.as(leader);
        browser.get("/elearning/versions.xhtml?code=" + course);

        assertThat(sends(browser, key, form(file("a.zip", TrialPackage.with("one"))))
                        .status())
                .isEqualTo(403);
        assertThat(uploadsBegun()).isZero();
    }

    @Test
    void another_origin_a_stranger_and_a_neighbour_are_refused() {
        Wire browser = signedIn.as(leader);
        String key = key(browser);
        byte[] body = form(file("a.zip", TrialPackage.with("one")));
        String type = "Content-Type: multipart/form-data; boundary=" + BOUNDARY;

        assertThat(browser.sendBytes(
                                target(key), body, host(browser), "Origin: http://c1.localhost", type, length(body))
                        .status())
                .isEqualTo(403);
        assertThat(browser.sendBytes(target(key), body, host(browser), type, length(body))
                        .status())
                .isEqualTo(403);
        Wire nobody = signedIn.nobody();
        assertThat(sends(nobody, key, body).header("location")).contains("/access/sign-in.xhtml");
        assertThat(sends(signedIn.as(scenario.manager(unit)), key, body).status())
                .isEqualTo(403);
        assertThat(uploadsBegun()).isZero();
        assertThat(filesOnTheirWay()).isZero();
    }

    private void faulty(Wire.Answer answer, String fault) {
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("location")).endsWith("/elearning/versions.xhtml?code=" + course + "&fault=" + fault);
    }

    private String begun() {
        String title = scenario.unique("Kursen ");
        return as.person(leader, () -> editing.begin(new CourseEditing.About(title, title, "Om den", "About it", 10)));
    }

    private int publish(byte[] zip) {
        CourseUpload upload = ready(zip);
        return as.person(leader, () -> uploads.publish(upload.id()));
    }

    private CourseUpload ready(byte[] zip) {
        CourseUpload upload = settled(hands(zip));
        assertThat(upload.state()).isEqualTo(State.READY);
        return upload;
    }

    private long hands(byte[] zip) {
        return as.person(leader, () -> {
            uploads.expect(course, zip.length);
            return uploads.begin(course, folder.keep("C:\\kurser\\a.zip", new ByteArrayInputStream(zip)));
        });
    }

    private CourseUpload settled(long id) {
        Patience.until(LONG, () -> !upload(id).working(clock.instant()));
        return upload(id);
    }

    private CourseUpload upload(long id) {
        return as.person(leader, () -> uploads.upload(id));
    }

    private Player opens(long nurse) {
        return PlayerTalk.exchange(attempts, content, URI.create(as.person(nurse, () -> attempts.launch(course))));
    }

    private boolean says(Player player, Map<String, String> sets) {
        return json(attempts.commit(player.version(), player.secret(), commit(player.session(), 1, sets))
                        .answer())
                .getBoolean("fulfilled");
    }

    private List<Integer> completedVersions(long person) {
        return database.query(handle -> handle.createQuery(
                        "select number from fact where person_id = :person and kind = 'COURSE_COMPLETED' and code = :code")
                .bind("person", person)
                .bind("code", course)
                .mapTo(Integer.class)
                .list());
    }

    /** Versions of the course in the database, published or not, with chunks. */
    private int packages() {
        return database.query(handle ->
                handle.createQuery("""
                        select count(distinct v.id) from course c join course_version v on v.course_id = c.id
                        left join package_chunk k on k.course_version_id = v.id where c.code = :code""").bind("code", course).mapTo(int.class).one());
    }

    private int uploadsBegun() {
        return database.query(handle -> handle.createQuery(
                        "select count(*) from course_upload u join course c on c.id = u.course_id where c.code = :code")
                .bind("code", course)
                .mapTo(int.class)
                .one());
    }

    private boolean offered() {
        return database.query(handle -> handle.createQuery("select offered from course_ref where code = :code")
                .bind("code", course)
                .mapTo(boolean.class)
                .one());
    }

    private long filesOnTheirWay() {
        try (Stream<Path> files = Files.list(limits.folder())) {
            return files.count();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private String key(Wire browser) {
        Matcher key = KEY.matcher(
                browser.get("/elearning/versions.xhtml?code=" + course).body());
        assertThat(key.find()).isTrue();
        return key.group(1);
    }

    private String target(String key) {
        return "/elearning/upload?course=" + course + "&form=" + key;
    }

    private Wire.Answer sends(Wire browser, String key, byte[] body, String... more) {
        return browser.sendBytes(
                target(key),
                body,
                Stream.concat(
                                Stream.of(
                                        host(browser),
                                        origin(browser),
                                        "Content-Type: multipart/form-data; boundary=" + BOUNDARY,
                                        length(body)),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    private static String host(Wire browser) {
        return "Host: " + browser.host();
    }

    private static String origin(Wire browser) {
        return "Origin: http://" + browser.host();
    }

    private static String length(byte[] body) {
        return "Content-Length: " + body.length;
    }

    private static byte[] form(byte[]... parts) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            form.writeBytes(("--" + BOUNDARY + "\r\n").getBytes(StandardCharsets.US_ASCII));
            form.writeBytes(part);
            form.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        form.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return form.toByteArray();
    }

    private static byte[] file(String name, byte[] content) {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.writeBytes(("Content-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: text/html\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        part.writeBytes(content);
        return part.toByteArray();
    }
}

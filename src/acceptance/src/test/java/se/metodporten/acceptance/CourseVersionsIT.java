package se.metodporten.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import se.metodporten.acceptance.harness.CourseBook;
import se.metodporten.acceptance.harness.CoursePlayer;
import se.metodporten.acceptance.harness.Portal;
import se.metodporten.acceptance.harness.Visitor;

/** A process leader publishes a course and then a new version of it, while somebody is in the middle of the first. */
class CourseVersionsIT {

    private static final String TITLE = "Kurs med två versioner";
    private static final String BUILT = "visam-grunderna";
    private static final String LEADER = "Processledare";
    private static final String LEARNER = "Sjuksköterska";
    private static final CourseBook BOOK = CourseBook.of(BUILT);

    @Test
    void who_is_in_the_middle_of_a_version_finishes_it_and_who_begins_gets_the_new() throws IOException {
        the_leader_begins_a_course_tries_and_publishes_it();
        String old = the_learner_begins();
        the_leader_publishes_a_new_version();
        the_learner_finishes_the_old(old);
        somebody_else_begins_the_new(old);
        the_leader_sees_who_took_which();
    }

    @Test
    void without_script_a_package_is_handed_in_all_the_same() {
        try (Visitor leader = Visitor.withoutScript().signedInAs(LEADER)) {
            leader.opens("/elearning/versions.xhtml?code=it-stod");
            leader.presses("Ladda upp och granska");
            leader.sees("Välj en fil som inte är tom.");
            leader.main()
                    .locator("input[type=file]")
                    .setInputFiles(new FilePayload("kurs.zip", "text/html", "<html>".getBytes(StandardCharsets.UTF_8)));
            leader.presses("Ladda upp och granska");
            leader.isAt("Paket till IT-stödet för samordnad planering");
            leader.sees("Paketet kan inte användas");
        }
    }

    private void the_leader_begins_a_course_tries_and_publishes_it() {
        try (Visitor leader = Visitor.atDesk().signedInAs(LEADER)) {
            leader.goesTo("Kurser");
            leader.follows("Sköt kurserna");
            leader.isAt("Kurser och versioner");
            leader.follows("Ny kurs");
            leader.fills("Kursens namn", TITLE);
            leader.fills("Namn på engelska", "A course in two versions");
            leader.fills("Kort beskrivning", "Provas.");
            leader.fills("Beskrivning på engelska", "Is tried.");
            leader.presses("Fortsätt till paketet");
            leader.isTold("Kursen är påbörjad.");

            leader.presses("Ladda upp och granska");
            leader.sees("Välj en fil som inte är tom.");
            leader.main().locator("input[type=file]").setInputFiles(CourseBook.packageOf(BUILT));
            leader.presses("Ladda upp och granska");
            leader.isAt("Paket till " + TITLE);
            leader.sees("Paketet kan publiceras");
            leader.sees("SCORM 1.2");

            leader.follows("Pröva kursen");
            CoursePlayer trial = new CoursePlayer(leader.page(), BOOK);
            trial.nextScreen();
            trial.seesItSaved();
            trial.goesBack();
            leader.isAt("Paket till " + TITLE);

            leader.presses("Publicera som version 1");
            leader.isTold("Version 1 är publicerad.");
        }
    }

    private String the_learner_begins() {
        try (Visitor learner = Visitor.atDesk().signedInAs(LEARNER)) {
            learner.goesTo("Kurser");
            learner.follows(TITLE);
            learner.follows("Börja kursen");
            CoursePlayer course = new CoursePlayer(learner.page(), BOOK);
            course.nextScreen();
            course.seesItSaved();
            return host(learner);
        }
    }

    private void the_leader_publishes_a_new_version() throws IOException {
        try (Visitor leader = Visitor.atDesk().signedInAs(LEADER)) {
            leader.opens("/elearning/courses.xhtml");
            leader.follows(TITLE);
            leader.main()
                    .locator("input[type=file]")
                    .setInputFiles(new FilePayload("ny.zip", "application/zip", changed(CourseBook.packageOf(BUILT))));
            leader.presses("Ladda upp och granska");
            leader.sees("Det blir version 2. Inget är publicerat än.");
            leader.presses("Publicera som version 2");
            leader.isTold("Version 2 är publicerad.");
            assertThat(leader.main().locator("tbody tr")).hasCount(2);
            leader.findsThePageAccessibleInEveryWidth();
        }
    }

    private void the_learner_finishes_the_old(String old) {
        try (Visitor learner = Visitor.atDesk().signedInAs(LEARNER)) {
            learner.goesTo("Kurser");
            learner.follows(TITLE);
            learner.follows("Fortsätt kursen");
            CoursePlayer course = new CoursePlayer(learner.page(), BOOK);
            assertThat(host(learner)).isEqualTo(old);
            course.goesToTheEnd();
            course.seesItSaved();
            course.goesBack();
            learner.sees("Du genomförde kursen " + Portal.today());
        }
    }

    private void somebody_else_begins_the_new(String old) {
        try (Visitor other = Visitor.atDesk().signedInAs("Instruktör")) {
            other.goesTo("Kurser");
            other.follows(TITLE);
            other.follows("Börja kursen");
            new CoursePlayer(other.page(), BOOK).seesItSaved();
            assertThat(host(other)).isNotEqualTo(old);
        }
    }

    private void the_leader_sees_who_took_which() {
        try (Visitor leader = Visitor.atDesk().signedInAs(LEADER)) {
            leader.opens("/elearning/courses.xhtml");
            leader.follows(TITLE);
            assertThat(leader.main().locator("tbody tr").first().locator("td.number"))
                    .hasText(new String[] {"1", "0"});
            assertThat(leader.main().locator("tbody tr").last().locator("td.number"))
                    .hasText(new String[] {"0", "1"});
            leader.follows("Kräv ny genomgång");
            leader.sees("Ingen roll kräver kursen");
        }
    }

    private static String host(Visitor visitor) {
        return URI.create(visitor.page().url()).getHost();
    }

    /** Another file with the same course. */
    private static byte[] changed(Path zip) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream file = Files.newInputStream(zip);
                ZipInputStream in = new ZipInputStream(file);
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                in.transferTo(out);
                out.closeEntry();
            }
            out.putNextEntry(new ZipEntry("ny.txt"));
            out.closeEntry();
        }
        return bytes.toByteArray();
    }
}

package se.metodporten.elearning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import se.metodporten.access.Guard;
import se.metodporten.common.Database;
import se.metodporten.harness.Scenario;

/** A course of a test's own, so that what others learn does not count in it. */
@ApplicationScoped
class TrialCourse {

    @Inject
    private Scenario scenario;

    @Inject
    private Database database;

    @Inject
    private CourseStore store;

    @Inject
    private Guard guard;

    /** In the catalogue, with no version. */
    String listed() {
        String course = scenario.unique("kurs").toLowerCase(Locale.ROOT);
        database.execute(handle -> {
            handle.execute("insert into course_ref (code, name_sv, name_en) values (?, 'Prov', 'Trial')", course);
            handle.execute("""
                    insert into course (code, title_sv, title_en, summary_sv, summary_en, minutes)
                    values (?, 'Prov', 'Trial', 'Prov', 'Trial', 5)""", course);
        });
        return course;
    }

    /** With the package of ViSam – grunderna as its first version. */
    String published() {
        String course = listed();
        try (InputStream zip = Objects.requireNonNull(
                BundledCourses.class.getResourceAsStream("/se/metodporten/courses/visam-grunderna.zip"))) {
            guard.asSystem("test", () -> {
                store.publish(course, zip);
                return true;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return course;
    }
}

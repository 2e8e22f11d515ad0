package se.metodporten.elearning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import se.metodporten.access.Guard;

/** Publishes the courses that come with the portal when it starts, if their packages are new. */
@ApplicationScoped
class BundledCourses {

    private static final List<String> CODES = List.of("visam-grunderna", "it-stod", "beslutsstod", "metodhandledare");
    private static final String RESOURCE = "/se/metodporten/courses/%s.zip";

    @Inject
    private CourseStore store;

    @Inject
    private Guard guard;

    void publish(@Observes Startup started) {
        guard.asSystem("courses", () -> {
            store.sweepOrphans();
            CODES.forEach(this::publish);
            return true;
        });
    }

    private void publish(String code) {
        try (InputStream zip = BundledCourses.class.getResourceAsStream(String.format(Locale.ROOT, RESOURCE, code))) {
            if (zip == null) {
                throw new IllegalStateException("The course " + code + " is not in this build");
            }
            store.publish(code, zip);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

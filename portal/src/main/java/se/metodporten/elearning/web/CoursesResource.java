package se.metodporten.elearning.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.metodporten.common.web.UserLanguage;
import se.metodporten.common.web.api.All;
import se.metodporten.elearning.Courses;

/** {@code /courses}: the catalogue, with how far the reader has come. */
@Path("courses")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "E-learning", description = "Courses, and who has come how far.")
public class CoursesResource {

    @Inject
    private Courses courses;

    @Inject
    private UserLanguage language;

    @GET
    @Operation(summary = "All published courses, with how far the reader has come")
    public All<ApiCourse> courses() {
        return All.of(courses.mine(), course -> ApiCourse.of(course, language.locale()));
    }

    @GET
    @Path("{code}")
    @Operation(summary = "One published course, with how far the reader has come")
    public ApiCourse course(@Parameter(description = "the course's code") @PathParam("code") String code) {
        return courses.mine().stream()
                .filter(course -> course.code().equals(code))
                .findFirst()
                .map(course -> ApiCourse.of(course, language.locale()))
                .orElseThrow(NotFoundException::new);
    }
}

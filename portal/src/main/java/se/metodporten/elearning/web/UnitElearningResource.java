package se.metodporten.elearning.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.web.api.BadParameter;
import se.metodporten.common.web.api.Listed;
import se.metodporten.common.web.api.PagingParameters;
import se.metodporten.elearning.CourseCard;
import se.metodporten.elearning.Courses;

/** {@code /units/{id}/elearning}. */
@Path("units/{id}/elearning")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "E-learning", description = "Courses, and who has come how far.")
public class UnitElearningResource {

    @Inject
    private Courses courses;

    @GET
    @Operation(
            summary = "Who in a unit has come how far with a course",
            description = "Those who have not finished first. For who follows the unit's e-learning.")
    public Listed<ApiColleague> unitElearning(
            @Parameter(description = "the unit's id") @PathParam("id") long id,
            @Parameter(description = "code of the course", required = true) @QueryParam("course") @Nullable
                    String course,
            @Parameter(description = "only those who have come so far") @QueryParam("progress")
                    CourseCard.@Nullable Progress progress,
            @BeanParam PagingParameters paging) {
        List<String> codes = courses.mine().stream().map(CourseCard::code).toList();
        if (course == null) {
            throw BadParameter.missing("course", codes);
        }
        if (!codes.contains(course)) {
            throw BadParameter.choice("course", codes);
        }
        return Listed.of(courses.colleagues(id, course, progress, paging.paging()), ApiColleague::of);
    }
}

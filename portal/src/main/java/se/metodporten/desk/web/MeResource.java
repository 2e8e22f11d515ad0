package se.metodporten.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Office;
import se.metodporten.common.web.UserLanguage;
import se.metodporten.common.web.api.Listed;
import se.metodporten.common.web.api.Named;
import se.metodporten.common.web.api.PagingParameters;
import se.metodporten.desk.Myself;
import se.metodporten.desk.Start;

/** {@code /me}. */
@Path("me")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Me", description = "The reader's own things.")
public class MeResource {

    @Inject
    private Myself myself;

    @Inject
    private Start start;

    @Inject
    private TodoWords words;

    @Inject
    private UserLanguage language;

    /** What the API says of the reader. */
    @Schema(description = "Who is signed in.")
    public record ApiMe(
            Named person,

            @Schema(description = "of this answer: sv or en")
            String language,

            @Schema(description = "what the reader is today, and where; what that allows holds below those places too")
            List<ApiOffice> offices) {}

    /** What the API says of an office. */
    @Schema(description = "An office in a place.")
    public record ApiOffice(Office office, Named place) {}

    /** What the API says of something to do. */
    @Schema(description = "Something that waits for the reader.")
    public record ApiTask(
            String text,

            @Schema(description = "the last day; null: none") @Nullable
            LocalDate due,

            @Schema(description = "path of the page where it is done")
            String page) {}

    @GET
    @Operation(summary = "Who is signed in, and what they are where")
    public ApiMe me() {
        return new ApiMe(
                new Named(myself.id(), myself.name()),
                language.getTag(),
                myself.offices().stream()
                        .map(held -> new ApiOffice(held.office(), new Named(held.placeId(), held.place())))
                        .toList());
    }

    @GET
    @Path("tasks")
    @Operation(summary = "What waits for the reader, what has a last day first")
    public Listed<ApiTask> myTasks(@BeanParam PagingParameters paging) {
        return Listed.of(
                paging.paging().of(start.todos()), todo -> new ApiTask(words.of(todo), todo.due(), todo.path()));
    }
}

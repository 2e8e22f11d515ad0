package se.metodporten.training.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
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
import se.metodporten.common.web.UserLanguage;
import se.metodporten.common.web.api.All;
import se.metodporten.common.web.api.BadParameter;
import se.metodporten.common.web.api.Listed;
import se.metodporten.common.web.api.PagingParameters;
import se.metodporten.role.TrainingKind;
import se.metodporten.training.TrainingFilter;
import se.metodporten.training.Trainings;

/** {@code /trainings}. */
@Path("trainings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Trainings", description = "Trainings that the reader may join or run.")
public class TrainingsResource {

    @Inject
    private Trainings trainings;

    @Inject
    private UserLanguage language;

    @GET
    @Operation(
            summary = "The county's trainings, and those where the reader works or has an office",
            description = "Coming ones the soonest first, past ones the latest first.")
    public Listed<ApiTrainingRow> trainings(
            @Parameter(description = "those whose last session is over, instead of the coming")
                    @QueryParam("past")
                    @DefaultValue("false")
                    boolean past,
            @Parameter(description = "code of a kind of training") @QueryParam("kind") @Nullable String kind,
            @Parameter(description = "only those that the reader leads or is signed up for")
                    @QueryParam("mine")
                    @DefaultValue("false")
                    boolean mine,
            @BeanParam PagingParameters paging) {
        return Listed.of(
                trainings.list(new TrainingFilter(past, known(kind), mine, paging.paging())),
                row -> ApiTrainingRow.of(row, language.locale()));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One training; who runs it also sees who comes")
    public ApiTraining training(@Parameter(description = "the training's id") @PathParam("id") long id) {
        return ApiTraining.of(trainings.read(id), language.locale());
    }

    @GET
    @Path("kinds")
    @Operation(summary = "The kinds of training")
    public All<ApiTrainingKind> trainingKinds() {
        return All.of(
                trainings.kinds(),
                kind -> new ApiTrainingKind(
                        kind.code(), kind.name().in(language.locale()), kind.sessions(), kind.arranger()));
    }

    private String known(@Nullable String kind) {
        if (kind == null) {
            return "";
        }
        List<String> codes = trainings.kinds().stream().map(TrainingKind::code).toList();
        if (!codes.contains(kind)) {
            throw BadParameter.choice("kind", codes);
        }
        return kind;
    }
}

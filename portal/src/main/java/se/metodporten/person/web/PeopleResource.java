package se.metodporten.person.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.web.api.Listed;
import se.metodporten.common.web.api.PagingParameters;
import se.metodporten.common.web.api.SortBy;
import se.metodporten.person.People;
import se.metodporten.person.PersonSearch;

/** {@code /people}; one of them is {@code desk}'s to tell of, as all features have a part in it. */
@Path("people")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "People", description = "People, with what the reader may know of them.")
public class PeopleResource {

    @Inject
    private People people;

    @GET
    @Operation(
            summary = "The people whom the reader finds",
            description = "Those who work today where the reader sees people, appoints, adds or trains. People with"
                    + " protected identity only where the reader may know them.")
    public Listed<ApiPerson> people(
            @Parameter(description = "words that all stand in the name or the e-mail address")
                    @QueryParam("q")
                    @Nullable
                    String text,
            @Parameter(description = "id of a unit: only those who work there today") @QueryParam("unit") @Nullable
                    Long unit,
            @Parameter(description = "the column to sort by, with a minus for falling")
                    @QueryParam("sort")
                    @DefaultValue("family-name")
                    SortBy<PersonSearch.Sort> sort,
            @BeanParam PagingParameters paging) {
        PersonSearch search =
                new PersonSearch(Objects.requireNonNullElse(text, ""), unit, sort.column(), sort.falling());
        return Listed.of(people.find(search, paging.paging()), ApiPerson::of);
    }
}

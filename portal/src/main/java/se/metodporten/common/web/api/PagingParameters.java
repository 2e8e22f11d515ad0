package se.metodporten.common.web.api;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import se.metodporten.common.Page;
import se.metodporten.common.Paging;

/** The two parameters of every list. */
public class PagingParameters {

    private static final String FURTHEST = "1000000";

    @QueryParam("page")
    @DefaultValue("1")
    @Parameter(
            description = "which page, from 1; one beyond the last is empty",
            schema = @Schema(minimum = "1", maximum = FURTHEST))
    private int page = 1;

    @QueryParam("size")
    @DefaultValue("" + Page.SIZE)
    @Parameter(description = "items on a page", schema = @Schema(minimum = "1", maximum = "" + Paging.LONGEST))
    private int size = Page.SIZE;

    public Paging paging() {
        return new Paging(page, size);
    }
}

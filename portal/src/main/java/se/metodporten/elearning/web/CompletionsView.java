package se.metodporten.elearning.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.common.Page;
import se.metodporten.common.Paging;
import se.metodporten.common.web.Choice;
import se.metodporten.common.web.UrlState;
import se.metodporten.elearning.Completion;
import se.metodporten.elearning.CompletionSearch;
import se.metodporten.elearning.Completions;
import se.metodporten.elearning.CourseCard;
import se.metodporten.elearning.Courses;

/** {@code elearning/completions.xhtml}: who did which version of a course. */
@Named
@RequestScoped
public class CompletionsView {

    @Inject
    private Courses courses;

    @Inject
    private Completions completions;

    @Inject
    private Guard guard;

    private String code = "";
    private String version = "";
    private String unit = "";
    private String sort = "";
    private String page = "";
    private @Nullable CourseCard course;
    private @Nullable Page<Completion> found;

    /** Whether the course's page leads here. */
    public boolean isReadable() {
        return guard.mayAnywhere(Action.VIEW_ELEARNING) || guard.mayAnywhere(Action.RUN_COUNTY_TRAINING);
    }

    public CourseCard getCourse() {
        if (course == null) {
            course = courses.mine(code);
        }
        return course;
    }

    public Page<Completion> getFound() {
        if (found == null) {
            found = completions.find(search(code, version, unit, sort), Paging.page(UrlState.page(page)));
        }
        return found;
    }

    public List<Choice> getVersions() {
        return completions.versions(code).stream()
                .map(one -> new Choice(one.toString(), one.toString()))
                .toList();
    }

    public List<Choice> getUnits() {
        return completions.units().stream()
                .map(one -> new Choice(Long.toString(one.id()), one.name()))
                .toList();
    }

    /** What an address asks for; what is no number there is as if it were not. */
    static CompletionSearch search(
            String code, @Nullable String version, @Nullable String unit, @Nullable String sort) {
        Long number = UrlState.id(version);
        return new CompletionSearch(
                code,
                number == null ? null : (int) Math.min(number, Integer.MAX_VALUE),
                UrlState.id(unit),
                UrlState.column(CompletionSearch.Sort.class, sort, CompletionSearch.Sort.NAME),
                UrlState.falling(sort));
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getVersion() {
        return version;
    }

    public void setVersion(@Nullable String version) {
        this.version = Objects.requireNonNullElse(version, "");
    }

    public String getUnit() {
        return unit;
    }

    public void setUnit(@Nullable String unit) {
        this.unit = Objects.requireNonNullElse(unit, "");
    }

    public String getSort() {
        return sort;
    }

    public void setSort(@Nullable String sort) {
        this.sort = Objects.requireNonNullElse(sort, "");
    }

    public String getPage() {
        return page;
    }

    public void setPage(@Nullable String page) {
        this.page = Objects.requireNonNullElse(page, "");
    }
}

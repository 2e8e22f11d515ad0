package se.metodporten.elearning.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.Page;
import se.metodporten.common.Paging;
import se.metodporten.common.web.Choice;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.UserLanguage;
import se.metodporten.elearning.ColleagueRow;
import se.metodporten.elearning.CourseCard;
import se.metodporten.elearning.Courses;

/** {@code elearning/unit.xhtml}: who in a unit has finished a course; the choice is in the URL. */
@Named
@RequestScoped
public class UnitElearningView {

    @Inject
    private Courses courses;

    @Inject
    private Texts texts;

    @Inject
    private UserLanguage language;

    private @Nullable Long unit;
    private String course = "";
    private String progress = "";
    private int page = 1;
    private @Nullable List<Choice> units;
    private @Nullable List<Choice> all;
    private @Nullable Page<ColleagueRow> rows;

    public List<Choice> getUnits() {
        if (units == null) {
            units = courses.units().stream()
                    .map(one -> new Choice(String.valueOf(one.id()), one.name()))
                    .toList();
        }
        return units;
    }

    public List<Choice> getCourses() {
        if (all == null) {
            all = courses.mine().stream()
                    .map(one -> new Choice(one.code(), one.title().in(language.locale())))
                    .toList();
        }
        return all;
    }

    public List<Choice> getProgresses() {
        List<Choice> choices = new ArrayList<>();
        Arrays.stream(CourseCard.Progress.values())
                .forEach(one -> choices.add(new Choice(one.name(), texts.get("elearning.Progress." + one.name()))));
        return choices;
    }

    public Page<ColleagueRow> getRows() {
        if (rows == null) {
            rows = isEmpty()
                    ? new Page<>(List.of(), 0, 1, Page.SIZE)
                    : courses.colleagues(getUnit(), getCourse(), chosen(), Paging.page(page));
        }
        return rows;
    }

    /** No unit or no course to show. */
    public boolean isEmpty() {
        return getUnits().isEmpty() || getCourses().isEmpty();
    }

    private CourseCard.@Nullable Progress chosen() {
        return Arrays.stream(CourseCard.Progress.values())
                .filter(one -> one.name().equals(progress))
                .findFirst()
                .orElse(null);
    }

    /** The unit in the URL, else the reader's first. */
    public Long getUnit() {
        return unit != null
                ? unit
                : Long.valueOf(getUnits().isEmpty() ? "0" : getUnits().get(0).value());
    }

    public void setUnit(@Nullable Long unit) {
        this.unit = unit;
    }

    public String getCourse() {
        return course.isEmpty() && !getCourses().isEmpty() ? getCourses().get(0).value() : course;
    }

    public void setCourse(String course) {
        this.course = course;
    }

    public String getProgress() {
        return progress;
    }

    public void setProgress(String progress) {
        this.progress = progress;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }
}

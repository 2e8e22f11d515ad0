package se.metodporten.elearning.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.Page;
import se.metodporten.common.Paging;
import se.metodporten.common.web.Choice;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.UserLanguage;
import se.metodporten.elearning.ColleagueRow;
import se.metodporten.elearning.CourseCard;
import se.metodporten.elearning.CourseTally;
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
    private @Nullable List<CourseTally> tallies;
    private @Nullable Page<ColleagueRow> rows;

    public List<Choice> getUnits() {
        if (units == null) {
            units = courses.units().stream()
                    .map(one -> new Choice(String.valueOf(one.id()), one.name()))
                    .toList();
        }
        return units;
    }

    /** How it goes with each course; what most have begun first. */
    public List<CourseTally> getTallies() {
        if (tallies == null) {
            tallies = getUnits().isEmpty() ? List.of() : courses.tallies(getUnit());
        }
        return tallies;
    }

    public List<Choice> getCourses() {
        return getTallies().stream()
                .map(one -> new Choice(one.code(), one.title().in(language.locale())))
                .toList();
    }

    /** The course whose list is shown. */
    private Optional<CourseTally> tally() {
        return getTallies().stream()
                .filter(one -> one.code().equals(getCourse()))
                .findFirst();
    }

    public String getCourseTitle() {
        return tally().map(one -> one.title().in(language.locale())).orElse("");
    }

    public String getUnitName() {
        return getUnits().stream()
                .filter(one -> one.value().equals(String.valueOf(getUnit())))
                .map(Choice::label)
                .findFirst()
                .orElse("");
    }

    /** Nobody in the unit needs help with the course. */
    public boolean isAllDone() {
        return tally().filter(one -> one.done() > 0 && one.notStarted() + one.underWay() == 0)
                .isPresent();
    }

    /** How much of the time that the course takes somebody under way has spent. */
    public String spent(ColleagueRow row) {
        return row.progress() == CourseCard.Progress.UNDER_WAY
                ? texts.of(
                        "elearning.unit.spentOf",
                        row.minutes(),
                        tally().map(CourseTally::minutes).orElse(0))
                : "";
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
        return getUnits().isEmpty() || getTallies().isEmpty();
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

    /** The course in the URL, else the one that most in the unit have begun. */
    public String getCourse() {
        return course.isEmpty() && !getTallies().isEmpty() ? getTallies().get(0).code() : course;
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

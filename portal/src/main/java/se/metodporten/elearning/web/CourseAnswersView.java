package se.metodporten.elearning.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.DomainException;
import se.metodporten.common.Page;
import se.metodporten.common.Paging;
import se.metodporten.common.web.Choice;
import se.metodporten.elearning.CourseAnswers;
import se.metodporten.elearning.CourseCard;
import se.metodporten.elearning.Courses;

/** {@code elearning/answers.xhtml}; without a version in the URL, the newest. */
@Named
@RequestScoped
public class CourseAnswersView {

    @Inject
    private Courses courses;

    @Inject
    private CourseAnswers answers;

    private String code = "";
    private @Nullable Integer version;
    private int page = 1;
    private @Nullable CourseCard course;
    private @Nullable List<CourseAnswers.Version> versions;
    private @Nullable Page<CourseAnswers.Question> questions;
    private @Nullable List<CourseAnswers.Stop> stops;

    public CourseCard getCourse() {
        if (course == null) {
            course = courses.mine(code);
        }
        return course;
    }

    private List<CourseAnswers.Version> versions() {
        if (versions == null) {
            versions = answers.versions(code);
        }
        return versions;
    }

    /** Those that can be looked at. */
    public List<Choice> getChoices() {
        return versions().stream()
                .map(one -> new Choice(Integer.toString(one.number()), Integer.toString(one.number())))
                .toList();
    }

    /** The one looked at. */
    public CourseAnswers.Version getShown() {
        return versions().stream()
                .filter(one -> version == null || one.number() == version)
                .findFirst()
                .orElseThrow(() -> new DomainException("elearning.refused.noSuchCourse"));
    }

    public Page<CourseAnswers.Question> getQuestions() {
        if (questions == null) {
            questions = answers.questions(code, getShown().number(), Paging.page(page));
        }
        return questions;
    }

    public List<CourseAnswers.Stop> getStops() {
        if (stops == null) {
            stops = answers.stops(code, getShown().number());
        }
        return stops;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public @Nullable Integer getVersion() {
        return version;
    }

    public void setVersion(@Nullable Integer version) {
        this.version = version;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }
}

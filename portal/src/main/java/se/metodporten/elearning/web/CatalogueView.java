package se.metodporten.elearning.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.elearning.CourseCard;
import se.metodporten.elearning.Courses;

/** {@code elearning/catalogue.xhtml} and {@code elearning/course.xhtml}. */
@Named
@RequestScoped
public class CatalogueView {

    @Inject
    private Courses courses;

    @Inject
    private Guard guard;

    private String code = "";
    private @Nullable List<CourseCard> all;
    private @Nullable CourseCard course;

    public List<CourseCard> getAll() {
        if (all == null) {
            all = courses.mine();
        }
        return all;
    }

    public CourseCard getCourse() {
        if (course == null) {
            course = courses.mine(code);
        }
        return course;
    }

    public boolean isFollowsUnits() {
        return guard.mayAnywhere(Action.VIEW_ELEARNING);
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}

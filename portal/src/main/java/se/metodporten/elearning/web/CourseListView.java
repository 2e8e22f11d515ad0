package se.metodporten.elearning.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.metodporten.elearning.CourseEditing;

/** {@code elearning/courses.xhtml}: the courses for whoever answers for them. */
@Named
@RequestScoped
public class CourseListView {

    @Inject
    private CourseEditing editing;

    private @Nullable List<CourseEditing.Listed> courses;

    /** Refuses who may not. */
    public List<CourseEditing.Listed> getCourses() {
        if (courses == null) {
            courses = editing.courses();
        }
        return courses;
    }
}

package se.metodporten.elearning.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.common.Page;
import se.metodporten.common.Paging;
import se.metodporten.elearning.CourseCard;
import se.metodporten.elearning.CourseLog;
import se.metodporten.elearning.Courses;

/** {@code elearning/log.xhtml}. */
@Named
@RequestScoped
public class CourseLogView {

    @Inject
    private Courses courses;

    @Inject
    private CourseLog log;

    @Inject
    private Guard guard;

    private String code = "";
    private int page = 1;
    private @Nullable CourseCard course;
    private @Nullable Page<CourseLog.Note> notes;

    /** Whether the course's page leads here. */
    public boolean isReadable() {
        return guard.mayAnywhere(Action.EDIT_COURSES);
    }

    public CourseCard getCourse() {
        if (course == null) {
            course = courses.mine(code);
        }
        return course;
    }

    public Page<CourseLog.Note> getNotes() {
        if (notes == null) {
            notes = log.notes(code, Paging.page(page));
        }
        return notes;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }
}

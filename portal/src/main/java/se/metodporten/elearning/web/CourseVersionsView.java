package se.metodporten.elearning.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.UserLanguage;
import se.metodporten.elearning.CourseEditing;
import se.metodporten.elearning.CourseUpload;
import se.metodporten.elearning.CourseUploads;

/** {@code elearning/versions.xhtml}: the versions of a course, and the form that hands in a package. */
@Named
@RequestScoped
public class CourseVersionsView {

    @Inject
    private CourseEditing editing;

    @Inject
    private CourseUploads uploads;

    @Inject
    private UserLanguage language;

    @Inject
    private Texts texts;

    private String code = "";
    private String fault = "";
    private CourseEditing.@Nullable About about;
    private @Nullable List<CourseEditing.Version> versions;
    private @Nullable List<CourseUpload> open;

    /** Refuses who may not, and a course that there is not. */
    public CourseEditing.About getAbout() {
        if (about == null) {
            about = editing.about(code);
        }
        return about;
    }

    public String getTitle() {
        return language.getTag().equals("sv")
                ? getAbout().titleSv()
                : getAbout().titleEn();
    }

    public List<CourseEditing.Version> getVersions() {
        if (versions == null) {
            versions = editing.versions(code);
        }
        return versions;
    }

    /** What is under way or waits for a decision. */
    public List<CourseUpload> getOpen() {
        if (open == null) {
            open = uploads.open(code);
        }
        return open;
    }

    public int getLargestMib() {
        return uploads.largestMib();
    }

    /** Why the file that was just sent was not taken in; null when it was, or none was sent. */
    public @Nullable String getRefused() {
        UploadFault why = UploadFault.ofUrl(fault);
        return why == null ? null : texts.of("elearning.upload.fault." + why, uploads.largestMib());
    }

    public String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = Objects.requireNonNullElse(code, "");
    }

    public String getFault() {
        return fault;
    }

    public void setFault(@Nullable String fault) {
        this.fault = Objects.requireNonNullElse(fault, "");
    }
}

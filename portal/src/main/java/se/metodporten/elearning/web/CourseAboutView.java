package se.metodporten.elearning.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.Told;
import se.metodporten.elearning.CourseEditing;
import se.metodporten.elearning.CourseUploads;

/** {@code elearning/about.xhtml}: what a course is called and says of itself; without a code a new one. */
@Named
@ViewScoped
public class CourseAboutView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int USUAL_MINUTES = 30;

    @Inject
    private CourseEditing editing;

    @Inject
    private CourseUploads uploads;

    @Inject
    private Texts texts;

    private String code = "";
    private String titleSv = "";
    private String titleEn = "";
    private String summarySv = "";
    private String summaryEn = "";
    private String minutes = String.valueOf(USUAL_MINUTES);

    /** Begins with what is there; refuses who may not. */
    public void load() {
        if (code.isEmpty()) {
            uploads.largestMib();
            return;
        }
        CourseEditing.About about = editing.about(code);
        titleSv = about.titleSv();
        titleEn = about.titleEn();
        summarySv = about.summarySv();
        summaryEn = about.summaryEn();
        minutes = String.valueOf(about.minutes());
    }

    public String save() {
        int number = minutes.strip().matches("[0-9]{1,4}") ? Integer.parseInt(minutes.strip()) : 0;
        CourseEditing.About about = new CourseEditing.About(titleSv, titleEn, summarySv, summaryEn, number);
        String saved = code;
        if (code.isEmpty()) {
            saved = editing.begin(about);
            Told.onNextPage(texts.get("elearning.about.begun"));
        } else {
            editing.change(code, about);
            Told.onNextPage(texts.get("elearning.about.changed"));
        }
        return "/elearning/versions.xhtml?faces-redirect=true&code=" + saved;
    }

    public boolean isNew() {
        return code.isEmpty();
    }

    public String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = typed(code);
    }

    public String getTitleSv() {
        return titleSv;
    }

    public void setTitleSv(@Nullable String titleSv) {
        this.titleSv = typed(titleSv);
    }

    public String getTitleEn() {
        return titleEn;
    }

    public void setTitleEn(@Nullable String titleEn) {
        this.titleEn = typed(titleEn);
    }

    public String getSummarySv() {
        return summarySv;
    }

    public void setSummarySv(@Nullable String summarySv) {
        this.summarySv = typed(summarySv);
    }

    public String getSummaryEn() {
        return summaryEn;
    }

    public void setSummaryEn(@Nullable String summaryEn) {
        this.summaryEn = typed(summaryEn);
    }

    public String getMinutes() {
        return minutes;
    }

    public void setMinutes(@Nullable String minutes) {
        this.minutes = typed(minutes);
    }

    private static String typed(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}

package se.metodporten.elearning.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.Told;
import se.metodporten.common.web.UrlState;
import se.metodporten.common.web.UserLanguage;
import se.metodporten.elearning.CourseUpload;
import se.metodporten.elearning.CourseUploads;
import se.metodporten.elearning.PackageSummary;
import se.metodporten.scorm.packaging.Finding;

/** {@code elearning/package.xhtml}: how far a package has come, what was found in it, and what becomes of it. */
@Named
@ViewScoped
public class CoursePackageView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String SECONDS = "2";
    private static final long NONE = 0L;

    @Inject
    private CourseUploads uploads;

    @Inject
    private Clock clock;

    @Inject
    private UserLanguage language;

    @Inject
    private Texts texts;

    private @Nullable String id;
    private transient @Nullable CourseUpload upload;

    /** While it is worked on the page comes again by itself. */
    public void load() {
        upload = null;
        if (isWorking()) {
            FacesContext.getCurrentInstance().getExternalContext().setResponseHeader("Refresh", SECONDS);
        }
    }

    public String publish() {
        int number = uploads.publish(uploadId());
        Told.onNextPage(texts.of("elearning.package.published", number));
        return versions();
    }

    public String discard() {
        uploads.discard(uploadId());
        Told.onNextPage(texts.get("elearning.package.discarded"));
        return versions();
    }

    private String versions() {
        return "/elearning/versions.xhtml?faces-redirect=true&code="
                + getUpload().courseCode();
    }

    public CourseUpload getUpload() {
        if (upload == null) {
            upload = uploads.upload(uploadId());
        }
        return upload;
    }

    public boolean isWorking() {
        return getUpload().working(clock.instant());
    }

    public boolean isInterrupted() {
        return getUpload().interrupted(clock.instant());
    }

    public @Nullable PackageSummary getSummary() {
        return getUpload().summary();
    }

    /** What was found, in the reader's language. */
    public String sentence(Finding finding) {
        return finding.sentence(language.locale());
    }

    public String where(Finding finding) {
        if (finding.file().isEmpty()) {
            return texts.get("elearning.package.inZip");
        }
        return finding.line() == 0
                ? finding.file()
                : texts.of("elearning.package.line", finding.file(), String.valueOf(finding.line()));
    }

    /** In MB, one at least. */
    public long mebibytes(long bytes) {
        long mib = 1L << 20;
        return (bytes + mib - 1) / mib;
    }

    public List<PackageSummary.Part> getParts() {
        PackageSummary summary = getSummary();
        return summary == null ? List.of() : summary.parts();
    }

    private long uploadId() {
        return Objects.requireNonNullElse(UrlState.id(id), NONE);
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }
}

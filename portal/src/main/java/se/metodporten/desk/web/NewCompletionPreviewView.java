package se.metodporten.desk.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.metodporten.certification.RolePreviews;
import se.metodporten.certification.rules.Standing;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.UserLanguage;
import se.metodporten.desk.NewCompletions;
import se.metodporten.elearning.CourseEditing;

/** {@code elearning/new-completion-preview.xhtml}: whose standing changes in each role; decides it for all of them. */
@Named
@ViewScoped
public class NewCompletionPreviewView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String SECONDS = "2";

    @Inject
    private NewCompletions completions;

    @Inject
    private CourseEditing courses;

    @Inject
    private UserLanguage language;

    @Inject
    private Texts texts;

    private String code = "";
    private String previews = "";
    private transient @Nullable List<NewCompletions.Shown> shown;

    /** While something is being computed the page comes again by itself. */
    public void load() {
        shown = null;
        if (getShown().stream().anyMatch(NewCompletionPreviewView::working)) {
            FacesContext.getCurrentInstance().getExternalContext().setResponseHeader("Refresh", SECONDS);
        }
    }

    private static boolean working(NewCompletions.Shown one) {
        return one.state().phase() == RolePreviews.Phase.RUNNING
                || (one.progress() != null && !one.progress().finished());
    }

    public String decide() {
        completions.decide(tokens());
        return "/elearning/new-completion-preview.xhtml?faces-redirect=true&code=" + code + "&previews=" + previews;
    }

    public List<NewCompletions.Shown> getShown() {
        if (shown == null) {
            shown = completions.shown(tokens());
        }
        return shown;
    }

    /** Whether one of them is not kept any longer. */
    public boolean isGone() {
        return getShown().isEmpty() || getShown().size() < tokens().size();
    }

    public boolean isDecidable() {
        return !isGone()
                && getShown().stream()
                        .allMatch(one -> one.progress() == null && one.state().phase() == RolePreviews.Phase.DONE);
    }

    public boolean isDecided() {
        return getShown().stream().anyMatch(one -> one.progress() != null);
    }

    public String standing(@Nullable Standing standing) {
        return texts.of(standing == null ? "role.preview.nobody" : "certification.standing." + standing);
    }

    public String getTitle() {
        CourseEditing.About about = courses.about(code);
        return language.getTag().equals("sv") ? about.titleSv() : about.titleEn();
    }

    private List<String> tokens() {
        return Arrays.stream(previews.split(",", -1))
                .filter(token -> !token.isBlank())
                .distinct()
                .toList();
    }

    public String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = Objects.requireNonNullElse(code, "");
    }

    public String getPreviews() {
        return previews;
    }

    public void setPreviews(@Nullable String previews) {
        this.previews = Objects.requireNonNullElse(previews, "");
    }
}

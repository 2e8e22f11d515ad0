package se.metodporten.certification.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import se.metodporten.certification.RoleChangeSteps;
import se.metodporten.certification.RolePreviews;
import se.metodporten.certification.rules.Standing;
import se.metodporten.common.Page;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.UrlState;

/** {@code certification/role-preview.xhtml}: what a draft would do to whom; decides it; tells how far the decision has come. */
@Named
@ViewScoped
public class RolePreviewView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String SECONDS = "2";

    @Inject
    private RolePreviews previews;

    @Inject
    private RoleChangeSteps steps;

    @Inject
    private Texts texts;

    private @Nullable String preview;
    private @Nullable String page;
    private transient RolePreviews.@Nullable Preview about;
    private transient RolePreviews.@Nullable State state;
    private transient RoleChangeSteps.@Nullable Progress progress;
    private transient @Nullable Page<RolePreviews.Row> rows;

    /** While something is being computed the page comes again by itself. */
    public void load() {
        about = null;
        state = null;
        progress = null;
        RoleChangeSteps.Progress bringing = getProgress();
        if (getState().phase() == RolePreviews.Phase.RUNNING || (bringing != null && !bringing.finished())) {
            FacesContext.getCurrentInstance().getExternalContext().setResponseHeader("Refresh", SECONDS);
        }
    }

    public String decide() {
        previews.decide(preview);
        return "/certification/role-preview.xhtml?faces-redirect=true&preview=" + preview;
    }

    public String standing(@Nullable Standing standing) {
        return texts.of(standing == null ? "role.preview.nobody" : "certification.standing." + standing);
    }

    /** Null when the preview is not kept any longer. */
    public RolePreviews.@Nullable Preview getAbout() {
        if (about == null) {
            about = previews.preview(preview).orElse(null);
        }
        return about;
    }

    public RolePreviews.State getState() {
        if (state == null) {
            state = previews.state(preview);
        }
        return state;
    }

    /** Null until it is decided. */
    public RoleChangeSteps.@Nullable Progress getProgress() {
        RolePreviews.Preview shown = getAbout();
        if (progress == null && shown != null && shown.decidedAs() != null) {
            progress = steps.progress(shown.decidedAs()).orElse(null);
        }
        return progress;
    }

    public Page<RolePreviews.Row> getRows() {
        if (rows == null) {
            rows = previews.page(preview, UrlState.page(page));
        }
        return rows;
    }

    public @Nullable String getPreview() {
        return preview;
    }

    public void setPreview(@Nullable String preview) {
        this.preview = preview;
    }

    public @Nullable String getPage() {
        return page;
    }

    public void setPage(@Nullable String page) {
        this.page = page;
    }
}

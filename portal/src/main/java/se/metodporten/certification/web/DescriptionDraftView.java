package se.metodporten.certification.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.metodporten.certification.RolePreviews;
import se.metodporten.common.web.UserLanguage;
import se.metodporten.role.DescriptionChanges;
import se.metodporten.role.DescriptionDraft;
import se.metodporten.role.RoleChanges;

/** {@code certification/description-draft.xhtml}: a new version of an assignment description, before it is recorded. */
@Named
@ViewScoped
public class DescriptionDraftView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private DescriptionChanges changes;

    @Inject
    private RoleChanges roles;

    @Inject
    private RolePreviews previews;

    @Inject
    private UserLanguage language;

    private String role = "";
    private @Nullable String preview;
    private long roleId;
    private int basedOn;
    private String text = "";
    private String decidedBy = "";
    private @Nullable LocalDate decidedOn;
    private @Nullable LocalDate appliesFrom;
    private @Nullable LocalDate transitionEnd;

    /** Begins with what was previewed, else with the newest version. */
    public void load() {
        DescriptionDraft draft = previews.preview(preview)
                .filter(before -> before.role().code().equals(role) && before.decidedAs() == null)
                .flatMap(before -> Optional.ofNullable(before.description()))
                .orElseGet(() -> changes.begin(role));
        roleId = draft.roleId();
        basedOn = draft.basedOn();
        text = draft.text();
        decidedBy = draft.decidedBy();
        decidedOn = draft.decidedOn();
        appliesFrom = draft.appliesFrom();
        transitionEnd = draft.transitionEnd();
    }

    public String preview() {
        DescriptionDraft draft =
                new DescriptionDraft(roleId, basedOn, text, decidedBy, decidedOn, appliesFrom, transitionEnd);
        return "/certification/role-preview.xhtml?faces-redirect=true&preview=" + previews.start(draft);
    }

    public String getName() {
        return roles.role(role).name().in(language.locale());
    }

    public int getNumber() {
        return basedOn + 1;
    }

    public String getRole() {
        return role;
    }

    public void setRole(@Nullable String role) {
        this.role = typed(role);
    }

    public @Nullable String getPreview() {
        return preview;
    }

    public void setPreview(@Nullable String preview) {
        this.preview = preview;
    }

    public String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = typed(text);
    }

    public String getDecidedBy() {
        return decidedBy;
    }

    public void setDecidedBy(@Nullable String decidedBy) {
        this.decidedBy = typed(decidedBy);
    }

    public @Nullable LocalDate getDecidedOn() {
        return decidedOn;
    }

    public void setDecidedOn(@Nullable LocalDate decidedOn) {
        this.decidedOn = decidedOn;
    }

    public @Nullable LocalDate getAppliesFrom() {
        return appliesFrom;
    }

    public void setAppliesFrom(@Nullable LocalDate appliesFrom) {
        this.appliesFrom = appliesFrom;
    }

    public @Nullable LocalDate getTransitionEnd() {
        return transitionEnd;
    }

    public void setTransitionEnd(@Nullable LocalDate transitionEnd) {
        this.transitionEnd = transitionEnd;
    }

    private static String typed(@Nullable String text) {
        return text == null ? "" : text;
    }
}

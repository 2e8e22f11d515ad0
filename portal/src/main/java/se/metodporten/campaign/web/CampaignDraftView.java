package se.metodporten.campaign.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.metodporten.campaign.Audience;
import se.metodporten.campaign.Campaign;
import se.metodporten.campaign.CampaignChanges;
import se.metodporten.campaign.CampaignDraft;
import se.metodporten.campaign.Offered;
import se.metodporten.campaign.Preview;
import se.metodporten.campaign.Task;
import se.metodporten.common.DomainException;
import se.metodporten.common.web.Choice;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.Told;
import se.metodporten.common.web.UrlState;
import se.metodporten.common.web.UserLanguage;

/**
 * {@code campaign/draft.xhtml}: a new campaign, or with an id another version of one. It first shows whom it concerns and
 * then saves just that.
 */
@Named
@ViewScoped
public class CampaignDraftView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String BETWEEN = " ";

    @Inject
    private CampaignChanges changes;

    @Inject
    private CampaignWords words;

    @Inject
    private Texts texts;

    @Inject
    private UserLanguage language;

    private String id = "";
    private String owner = "";
    private String title = "";
    private String why = "";
    private String what = "";
    private @Nullable LocalDate countsFrom;
    private @Nullable LocalDate lastDay;
    private boolean allStaff;
    private List<Long> roles = new ArrayList<>();
    private List<Long> unitKinds = new ArrayList<>();
    private List<Long> places = new ArrayList<>();
    private String reason = "";
    private long seen;
    private @Nullable CampaignDraft looked;
    private transient @Nullable Preview preview;
    private transient @Nullable Offered offered;

    /** Refuses who may not. */
    public void load() {
        if (!isNew()) {
            show(changes.toChange(number()));
        } else if (!getOffered().owners().isEmpty()) {
            owner = Long.toString(getOffered().owners().get(0).id());
        }
    }

    private void show(Campaign campaign) {
        CampaignDraft draft = campaign.draft();
        seen = campaign.version();
        title = draft.title();
        why = draft.why();
        what = draft.task() + BETWEEN + draft.code();
        countsFrom = draft.countsFrom();
        lastDay = draft.lastDay();
        owner = Long.toString(draft.audience().ownerId());
        allStaff = draft.audience().allStaff();
        roles = new ArrayList<>(draft.audience().roles());
        unitKinds = new ArrayList<>(draft.audience().unitKinds());
        places = new ArrayList<>(draft.audience().places());
    }

    /** Shows whom it would concern. */
    public void look() {
        looked = null;
        CampaignDraft draft = draft();
        preview = changes.preview(draft);
        looked = draft;
    }

    /** @return where to go; null when what was looked at was something else */
    public @Nullable String save() {
        CampaignDraft draft = draft();
        if (!draft.equals(looked)) {
            look();
            FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(texts.get("campaign.draft.lookAgain")));
            return null;
        }
        long saved = number();
        if (isNew()) {
            saved = changes.make(draft);
        } else {
            changes.change(saved, draft, reason, seen);
        }
        looked = null;
        Told.onNextPage(texts.get(isNew() ? "campaign.draft.made" : "campaign.draft.changed"));
        return "/campaign/campaign.xhtml?faces-redirect=true&id=" + saved;
    }

    private CampaignDraft draft() {
        String[] parts = what.split(BETWEEN, 2);
        if (parts.length < 2 || lastDay == null) {
            throw DomainException.at("what", "campaign.refused.what");
        }
        return new CampaignDraft(
                title,
                why,
                UrlState.constant(Task.class, parts[0].toLowerCase(Locale.ROOT), Task.COURSE),
                parts[1],
                countsFrom,
                lastDay,
                new Audience(Objects.requireNonNullElse(UrlState.id(owner), 0L), allStaff, roles, unitKinds, places));
    }

    public boolean isNew() {
        return UrlState.id(id) == null;
    }

    private long number() {
        return Objects.requireNonNullElse(UrlState.id(id), 0L);
    }

    public Offered getOffered() {
        if (offered == null) {
            offered = isNew() ? changes.offered() : changes.offeredFor(changes.toChange(number()));
        }
        return offered;
    }

    public List<Choice> getOwners() {
        return getOffered().owners().stream()
                .map(one -> new Choice(Long.toString(one.id()), one.name()))
                .toList();
    }

    public List<Choice> getWhats() {
        return getOffered().whats().stream()
                .map(one -> new Choice(one.task() + BETWEEN + one.code(), words.task(one.task(), one.name())))
                .toList();
    }

    public List<Choice> getRoleChoices() {
        return choices(getOffered().roles());
    }

    public List<Choice> getUnitKindChoices() {
        return choices(getOffered().unitKinds());
    }

    private List<Choice> choices(List<Offered.Whom> all) {
        return all.stream()
                .map(one -> new Choice(Long.toString(one.id()), one.name().in(language.locale())))
                .toList();
    }

    public List<Choice> getPlaceChoices() {
        return getOffered().places().stream()
                .map(one -> new Choice(Long.toString(one.id()), one.name()))
                .toList();
    }

    /** Whom it would concern; null before one has looked. */
    public @Nullable Preview getPreview() {
        return looked == null ? null : preview;
    }

    public boolean isLooked() {
        return looked != null;
    }

    public String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = Objects.requireNonNullElse(id, "");
    }

    public String getOwner() {
        return owner;
    }

    public void setOwner(@Nullable String owner) {
        this.owner = Objects.requireNonNullElse(owner, "");
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(@Nullable String title) {
        this.title = Objects.requireNonNullElse(title, "");
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(@Nullable String why) {
        this.why = Objects.requireNonNullElse(why, "");
    }

    public String getWhat() {
        return what;
    }

    public void setWhat(@Nullable String what) {
        this.what = Objects.requireNonNullElse(what, "");
    }

    public @Nullable LocalDate getCountsFrom() {
        return countsFrom;
    }

    public void setCountsFrom(@Nullable LocalDate countsFrom) {
        this.countsFrom = countsFrom;
    }

    public @Nullable LocalDate getLastDay() {
        return lastDay;
    }

    public void setLastDay(@Nullable LocalDate lastDay) {
        this.lastDay = lastDay;
    }

    public boolean isAllStaff() {
        return allStaff;
    }

    public void setAllStaff(boolean allStaff) {
        this.allStaff = allStaff;
    }

    public List<Long> getRoles() {
        return roles;
    }

    public void setRoles(@Nullable List<Long> roles) {
        this.roles = Objects.requireNonNullElseGet(roles, ArrayList::new);
    }

    public List<Long> getUnitKinds() {
        return unitKinds;
    }

    public void setUnitKinds(@Nullable List<Long> unitKinds) {
        this.unitKinds = Objects.requireNonNullElseGet(unitKinds, ArrayList::new);
    }

    public List<Long> getPlaces() {
        return places;
    }

    public void setPlaces(@Nullable List<Long> places) {
        this.places = Objects.requireNonNullElseGet(places, ArrayList::new);
    }

    public String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = Objects.requireNonNullElse(reason, "");
    }
}

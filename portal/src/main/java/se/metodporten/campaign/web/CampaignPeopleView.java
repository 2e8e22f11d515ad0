package se.metodporten.campaign.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.campaign.Campaign;
import se.metodporten.campaign.Campaigns;
import se.metodporten.campaign.ReachedPerson;
import se.metodporten.common.Page;
import se.metodporten.common.Paging;
import se.metodporten.common.web.Choice;
import se.metodporten.common.web.Crumb;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.UrlState;
import se.metodporten.organisation.PlaceName;
import se.metodporten.organisation.Places;

/** {@code campaign/people.xhtml}: the people behind a figure of a campaign. */
@Named
@RequestScoped
public class CampaignPeopleView {

    private static final String DONE = "true";

    @Inject
    private Campaigns campaigns;

    @Inject
    private AskedPart asked;

    @Inject
    private Places places;

    @Inject
    private Guard guard;

    @Inject
    private Texts texts;

    private String done = "";
    private String page = "";
    private @Nullable Campaign campaign;
    private @Nullable Page<ReachedPerson> found;

    /** Refuses who may not see them. */
    public void load() {
        getFound();
    }

    public Page<ReachedPerson> getFound() {
        if (found == null) {
            found = campaigns.people(asked.campaign(), asked.part(), isDoneShown(), Paging.page(UrlState.page(page)));
        }
        return found;
    }

    public Campaign getCampaign() {
        if (campaign == null) {
            campaign = campaigns.campaign(asked.campaign());
        }
        return campaign;
    }

    public boolean isDoneShown() {
        return DONE.equals(done);
    }

    /** What is shown, in words. */
    public String getShown() {
        return texts.of(
                isDoneShown() ? "campaign.people.shownDone" : "campaign.people.shownLeft",
                getFound().total());
    }

    /** The place asked about; none when it is all. */
    public List<Crumb> getTrail() {
        Long place = asked.part().unitId();
        if (place == null) {
            place = asked.part().organisationId();
        }
        if (place == null) {
            place = asked.part().districtId();
        }
        return place == null
                ? List.of()
                : places.trail(place).stream()
                        .map((PlaceName step) -> new Crumb(step.name(), null))
                        .toList();
    }

    public List<Choice> getDones() {
        return List.of(new Choice(DONE, texts.get("campaign.done")));
    }

    /** Whether people have a page that the reader may open. */
    public boolean isOpens() {
        return guard.mayAnywhere(Action.VIEW_PEOPLE);
    }

    public String getDone() {
        return done;
    }

    public void setDone(@Nullable String done) {
        this.done = Objects.requireNonNullElse(done, "");
    }

    public String getPage() {
        return page;
    }

    public void setPage(@Nullable String page) {
        this.page = Objects.requireNonNullElse(page, "");
    }
}

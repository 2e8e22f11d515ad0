package se.metodporten.campaign.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.metodporten.campaign.CampaignChanges;
import se.metodporten.campaign.CampaignRow;
import se.metodporten.campaign.Campaigns;
import se.metodporten.common.Page;
import se.metodporten.common.Paging;
import se.metodporten.common.web.Choice;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.UrlState;

/** {@code campaign/campaigns.xhtml}. */
@Named
@RequestScoped
public class CampaignListView {

    private static final String ENDED = "ended";

    @Inject
    private Campaigns campaigns;

    @Inject
    private CampaignChanges changes;

    @Inject
    private Texts texts;

    private String state = "";
    private String page = "";
    private @Nullable Page<CampaignRow> found;

    public Page<CampaignRow> getFound() {
        if (found == null) {
            found = campaigns.list(!isEnded(), Paging.page(UrlState.page(page)));
        }
        return found;
    }

    public boolean isEnded() {
        return ENDED.equals(state);
    }

    public boolean isSeesNames() {
        return campaigns.seesNames();
    }

    public boolean isMayMake() {
        return changes.mayMake();
    }

    public List<Choice> getStates() {
        return List.of(new Choice(ENDED, texts.get("campaign.list.ended")));
    }

    public String getState() {
        return state;
    }

    public void setState(@Nullable String state) {
        this.state = Objects.requireNonNullElse(state, "");
    }

    public String getPage() {
        return page;
    }

    public void setPage(@Nullable String page) {
        this.page = Objects.requireNonNullElse(page, "");
    }
}

package se.metodporten.campaign.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.metodporten.campaign.Campaign;
import se.metodporten.campaign.CampaignChanges;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.Told;
import se.metodporten.common.web.UrlState;

/** {@code campaign/close.xhtml}. */
@Named
@RequestScoped
public class CampaignCloseView {

    @Inject
    private CampaignChanges changes;

    @Inject
    private Texts texts;

    private String id = "";
    private String reason = "";
    private @Nullable Long seen;
    private @Nullable Campaign campaign;

    /** Refuses who may not close it. */
    public void load() {
        getCampaign();
    }

    public Campaign getCampaign() {
        if (campaign == null) {
            campaign = changes.toChange(number());
        }
        return campaign;
    }

    public String close() {
        changes.close(number(), reason, getSeen());
        Told.onNextPage(texts.get("campaign.close.done"));
        return "/campaign/campaign.xhtml?faces-redirect=true&id=" + number();
    }

    private long number() {
        return Objects.requireNonNullElse(UrlState.id(id), 0L);
    }

    /** Of the campaign as the form was opened on it. */
    public long getSeen() {
        return seen == null ? getCampaign().version() : seen;
    }

    public void setSeen(long seen) {
        this.seen = seen;
    }

    public String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = Objects.requireNonNullElse(id, "");
    }

    public String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = Objects.requireNonNullElse(reason, "");
    }
}

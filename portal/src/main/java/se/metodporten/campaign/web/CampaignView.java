package se.metodporten.campaign.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.campaign.Campaign;
import se.metodporten.campaign.CampaignLevel;
import se.metodporten.campaign.Campaigns;
import se.metodporten.campaign.Figure;
import se.metodporten.campaign.Part;
import se.metodporten.campaign.PlaceFigure;
import se.metodporten.common.Page;
import se.metodporten.common.Paging;
import se.metodporten.common.picture.StackedBar;
import se.metodporten.common.picture.Tone;
import se.metodporten.common.web.Choice;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.UrlState;
import se.metodporten.coverage.rules.SmallNumbers;

/** {@code campaign/campaign.xhtml}: what a campaign says, and how far it has come place by place. */
@Named
@RequestScoped
public class CampaignView {

    @Inject
    private Campaigns campaigns;

    @Inject
    private AskedPart asked;

    @Inject
    private Guard guard;

    @Inject
    private Texts texts;

    private String level = "";
    private String page = "";
    private @Nullable Campaign campaign;
    private boolean askedFigure;
    private @Nullable Figure figure;
    private @Nullable Page<PlaceFigure> places;
    private boolean askedOwn;
    private @Nullable Boolean own;
    private boolean askedSmall;
    private @Nullable SmallNumbers small;

    /** A group of places with the lists behind its numbers. */
    public record Line(
            String name,
            String inside,
            Figure figure,
            StackedBar bar,
            @Nullable String below,
            String done,
            String left) {}

    /** A figure without names. */
    public record Told(String label, String number) {}

    /** Refuses who may not see it. */
    public void load() {
        getCampaign();
    }

    public Campaign getCampaign() {
        if (campaign == null) {
            campaign = campaigns.campaign(asked.campaign());
        }
        return campaign;
    }

    public boolean isMayChange() {
        return campaigns.mayChange(getCampaign());
    }

    /** Whether the reader has done what is asked; null when nothing is asked of the reader. */
    public @Nullable Boolean getOwn() {
        if (!askedOwn) {
            own = campaigns.own(asked.campaign());
            askedOwn = true;
        }
        return own;
    }

    /** Whether the reader follows people in some of the campaign's places, by name. */
    public boolean isSeesNames() {
        return getFigure() != null;
    }

    /** Of those asked about; null for who follows nobody here by name. */
    public @Nullable Figure getFigure() {
        if (!askedFigure) {
            figure = campaigns.figureIfNamed(asked.campaign(), asked.part());
            askedFigure = true;
        }
        return figure;
    }

    /** All those asked about. */
    public StackedBar getBar() {
        return bar(
                texts.get("campaign.progress"),
                Objects.requireNonNull(getFigure()),
                asked.people(true),
                asked.people(false));
    }

    public String getAllDone() {
        return asked.people(true);
    }

    public String getAllLeft() {
        return asked.people(false);
    }

    private Page<PlaceFigure> places() {
        if (places == null) {
            places = campaigns.places(asked.campaign(), shownLevel(), asked.part(), Paging.page(UrlState.page(page)));
        }
        return places;
    }

    public Page<Line> getLines() {
        CampaignLevel shown = shownLevel();
        return places().map(one -> line(shown, one));
    }

    private Line line(CampaignLevel shown, PlaceFigure one) {
        String name = Objects.requireNonNullElseGet(one.name(), () -> texts.get("campaign.countyWide"));
        String done = asked.people(shown, one.id(), true);
        String left = asked.people(shown, one.id(), false);
        return new Line(
                name,
                Objects.requireNonNullElse(one.inside(), ""),
                one.figure(),
                bar(name, one.figure(), done, left),
                asked.below(shown, one.id()),
                done,
                left);
    }

    private StackedBar bar(String title, Figure of, String done, String left) {
        return new StackedBar(
                title,
                texts.of("campaign.bar.description", of.done(), of.total()),
                List.of(
                        new StackedBar.Part(texts.get("campaign.done"), of.done(), Tone.GOOD, done),
                        new StackedBar.Part(
                                texts.get("campaign.left"),
                                of.left(),
                                getCampaign().running() ? Tone.OPEN : Tone.BAD,
                                left)),
                texts.get("campaign.bar.part"),
                texts.get("campaign.bar.count"));
    }

    /** By district for who follows the county, by organisation for who follows a district, else by unit. */
    private CampaignLevel shownLevel() {
        CampaignLevel usual = guard.mayAnywhere(Action.EDIT_ROLES)
                ? CampaignLevel.DISTRICT
                : guard.mayAnywhere(Action.FOLLOW_UP) ? CampaignLevel.ORGANISATION : CampaignLevel.UNIT;
        return UrlState.constant(CampaignLevel.class, level, usual);
    }

    public String getShownLevel() {
        return UrlState.inUrl(shownLevel());
    }

    public String getLevelName() {
        return texts.get("campaign.level." + shownLevel());
    }

    public List<Choice> getLevels() {
        return Arrays.stream(CampaignLevel.values())
                .map(one -> new Choice(UrlState.inUrl(one), texts.get("campaign.level." + one)))
                .toList();
    }

    /** Whether only some of the places are shown. */
    public boolean isPartly() {
        return !asked.part().equals(Part.ALL);
    }

    /** For who sees no names; empty for others. */
    public List<Told> getWithoutNames() {
        if (!askedSmall) {
            small = campaigns.withoutNames(asked.campaign());
            askedSmall = true;
        }
        SmallNumbers numbers = small;
        if (numbers == null) {
            return List.of();
        }
        return List.of(
                told("campaign.done", numbers.parts().get(0)),
                told("campaign.left", numbers.parts().get(1)),
                told("campaign.total", numbers.sum()));
    }

    private Told told(String label, @Nullable Integer number) {
        return new Told(
                texts.get(label), number == null ? texts.get("campaign.fewer") : texts.of("campaign.number", number));
    }

    public LocalDate getFirstOfMonth() {
        return getCampaign().today().withDayOfMonth(1);
    }

    public String getLevel() {
        return level;
    }

    public void setLevel(@Nullable String level) {
        this.level = Objects.requireNonNullElse(level, "");
    }

    public String getPage() {
        return page;
    }

    public void setPage(@Nullable String page) {
        this.page = Objects.requireNonNullElse(page, "");
    }
}

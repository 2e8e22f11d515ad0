package se.metodporten.campaign.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import se.metodporten.campaign.Campaign;
import se.metodporten.campaign.Task;
import se.metodporten.common.Bilingual;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.UserLanguage;

/** What a campaign asks and of whom, in words. */
@Named
@RequestScoped
public class CampaignWords {

    @Inject
    private Texts texts;

    @Inject
    private UserLanguage language;

    /** What to do, as in {@code Kursen IT-stödet}. */
    public String task(Task task, Bilingual name) {
        return texts.of("campaign.task." + task, name.in(language.locale()));
    }

    /** Where it is done, within the portal. */
    public String path(Task task, String code) {
        return task == Task.COURSE ? "/elearning/course.xhtml?code=" + code : "/training/trainings.xhtml?kind=" + code;
    }

    /** Whom it concerns. */
    public String whom(Campaign campaign) {
        List<String> who = new ArrayList<>();
        if (campaign.draft().audience().allStaff()) {
            who.add(texts.get("campaign.allStaff"));
        }
        campaign.roles().forEach(role -> who.add(role.in(language.locale())));
        return String.join(", ", who);
    }

    /** Where, and in which kinds of units. */
    public String where(Campaign campaign) {
        List<String> where = new ArrayList<>();
        if (campaign.places().isEmpty()) {
            where.add(campaign.owner());
        } else {
            where.addAll(campaign.places());
        }
        if (campaign.unitKinds().isEmpty()) {
            return String.join(", ", where);
        }
        List<String> kinds = campaign.unitKinds().stream()
                .map(kind -> kind.in(language.locale()))
                .toList();
        return texts.of("campaign.whereKinds", String.join(", ", where), String.join(", ", kinds));
    }

    /** How it is with the campaign itself. */
    public String state(boolean running, boolean closed) {
        return texts.get(
                running ? "campaign.state.RUNNING" : closed ? "campaign.state.CLOSED" : "campaign.state.ENDED");
    }
}

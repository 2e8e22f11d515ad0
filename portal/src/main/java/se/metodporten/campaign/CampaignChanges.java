package se.metodporten.campaign;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Scope;
import se.metodporten.access.Service;
import se.metodporten.audit.Audit;
import se.metodporten.common.CountyTime;
import se.metodporten.common.DomainException;
import se.metodporten.common.PlainText;
import se.metodporten.person.Names;

/** Making, changing and closing campaigns: for whoever follows up in the county or district whose they are. */
@Service
public class CampaignChanges {

    static final int LONGEST_REASON = 500;

    @Inject
    private CampaignRows rows;

    @Inject
    private CampaignSql sql;

    @Inject
    private Guard guard;

    @Inject
    private Names names;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** Whether the reader may make a campaign somewhere. */
    public boolean mayMake() {
        return !guard.scope(Action.FOLLOW_UP).isEmpty();
    }

    /** What a campaign of the reader's can name. */
    public Offered offered() {
        guard.requireAnywhere(Action.FOLLOW_UP);
        return rows.offered(guard.scope(Action.FOLLOW_UP).roots(), today());
    }

    /** As {@link #offered}, of the campaign's own county or district. */
    public Offered offeredFor(Campaign campaign) {
        guard.require(Action.FOLLOW_UP, campaign.draft().audience().ownerId());
        return rows.offered(List.of(campaign.draft().audience().ownerId()), today());
    }

    /**
     * Whom it would concern today; refused as making it would be.
     *
     * @throws DomainException at the first field that is wrong, also when it concerns nobody
     */
    public Preview preview(CampaignDraft draft) {
        guard.require(Action.FOLLOW_UP, draft.audience().ownerId());
        check(draft);
        Scope scope = new Scope(Set.of(draft.audience().ownerId()));
        Figure figure = sql.figure(draft, scope, names.forReader(), today());
        if (figure.total() == 0) {
            throw DomainException.at("roles", "campaign.refused.nobody");
        }
        return new Preview(figure, sql.organisations(draft, scope, names.forReader(), today()));
    }

    /** @return its id */
    public long make(CampaignDraft draft) {
        guard.require(Action.FOLLOW_UP, draft.audience().ownerId());
        preview(draft);
        long id = rows.begin(draft.audience().ownerId(), today());
        rows.say(id, draft, false, null, clock.instant(), guard.reader().actor());
        audit.done(
                guard.reader().actor(),
                "MAKE_CAMPAIGN",
                "campaign:" + id,
                draft.audience().ownerId(),
                draft.task() + " " + draft.code() + " " + draft.lastDay());
        return id;
    }

    /**
     * Lets it say something else from now on; whose it is stays.
     *
     * @param seenVersion of {@link Campaign} when the form was opened
     */
    public void change(long id, CampaignDraft draft, String reason, long seenVersion) {
        Campaign before = changeable(id, seenVersion);
        String why = PlainText.require("reason", reason, LONGEST_REASON);
        if (draft.audience().ownerId() != before.draft().audience().ownerId()) {
            throw new DomainException("campaign.refused.unknown");
        }
        preview(draft);
        rows.say(id, draft, false, why, clock.instant(), guard.reader().actor());
        done("CHANGE_CAMPAIGN", before, why);
    }

    /** Nothing more is asked, and nobody is reminded; what was done stays. */
    public void close(long id, String reason, long seenVersion) {
        Campaign before = changeable(id, seenVersion);
        String why = PlainText.require("reason", reason, LONGEST_REASON);
        rows.say(id, before.draft(), true, why, clock.instant(), guard.reader().actor());
        done("CLOSE_CAMPAIGN", before, why);
    }

    /** For who may change it, with what it says now. */
    public Campaign toChange(long id) {
        guard.requireAnywhere(Action.FOLLOW_UP);
        Campaign campaign =
                rows.campaign(id, today()).orElseThrow(() -> guard.refusal("CHANGE_CAMPAIGN", "campaign:" + id));
        guard.require(Action.FOLLOW_UP, campaign.draft().audience().ownerId());
        return campaign;
    }

    private Campaign changeable(long id, long seenVersion) {
        guard.requireAnywhere(Action.FOLLOW_UP);
        rows.lock(id);
        Campaign campaign = toChange(id);
        if (campaign.closed()) {
            throw new DomainException("campaign.refused.closed");
        }
        if (campaign.version() != seenVersion) {
            throw new DomainException("common.refused.changedMeanwhile");
        }
        return campaign;
    }

    private void check(CampaignDraft draft) {
        draft.check(today());
        Offered offered = rows.offered(List.of(draft.audience().ownerId()), today());
        if (offered.owners().isEmpty()) {
            throw new DomainException("campaign.refused.unknown");
        }
        if (offered.whats().stream()
                .noneMatch(what -> what.task() == draft.task() && what.code().equals(draft.code()))) {
            throw DomainException.at("what", "campaign.refused.what");
        }
        Audience audience = draft.audience();
        requireKnown(
                audience.roles(), offered.roles().stream().map(Offered.Whom::id).toList());
        requireKnown(
                audience.unitKinds(),
                offered.unitKinds().stream().map(Offered.Whom::id).toList());
        requireKnown(
                audience.places(),
                offered.places().stream().map(Offered.Where::id).toList());
    }

    private static void requireKnown(List<Long> named, List<Long> known) {
        if (!new HashSet<>(known).containsAll(named)) {
            throw new DomainException("campaign.refused.unknown");
        }
    }

    private void done(String action, Campaign campaign, String reason) {
        audit.done(
                guard.reader().actor(),
                action,
                "campaign:" + campaign.id(),
                campaign.draft().audience().ownerId(),
                reason);
    }

    private LocalDate today() {
        return CountyTime.today(clock);
    }
}

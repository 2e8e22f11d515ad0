package se.metodporten.campaign;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Scope;
import se.metodporten.access.Service;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Page;
import se.metodporten.common.Paging;
import se.metodporten.coverage.rules.SmallNumbers;
import se.metodporten.person.NameScope;
import se.metodporten.person.Names;

/**
 * Campaigns and how far they have come. Who follows the e-learning of a place sees its people by name: managers,
 * coordinators, and the method supervisors who are there to help. Whoever sees but coverage gets one figure of all own
 * places, by the rule about small numbers. Everybody sees what is asked of themselves.
 */
@Service
public class Campaigns {

    /** What was not done by the last day is asked for so long after it, unless the campaign is closed. */
    static final int LATE_DAYS = 90;

    @Inject
    private CampaignRows rows;

    @Inject
    private CampaignSql sql;

    @Inject
    private Guard guard;

    @Inject
    private Names names;

    @Inject
    private Clock clock;

    /** Those that have a place that the reader sees: running ones by last day, or ended ones the latest first. */
    public Page<CampaignRow> list(boolean running, Paging paging) {
        Scope seen = seen();
        if (seen.isEmpty()) {
            throw guard.refusal("LIST_CAMPAIGNS", null);
        }
        Set<Long> which = sql.withPlacesIn(seen, today());
        Page<CampaignRow> page = rows.page(which, running, today(), paging);
        Scope named = guard.scope(Action.VIEW_ELEARNING);
        if (named.isEmpty() || page.rows().isEmpty()) {
            return page;
        }
        List<Long> shown = page.rows().stream().map(CampaignRow::id).toList();
        Map<Long, Figure> figures = sql.figures(shown, named, names.forReader(), today());
        return page.map(row -> row.with(figures.getOrDefault(row.id(), Figure.NOBODY)));
    }

    /** Whether the reader follows campaigns by name somewhere. */
    public boolean seesNames() {
        return !guard.scope(Action.VIEW_ELEARNING).isEmpty();
    }

    /** Whether the reader sees how far campaigns have come, with names or without. */
    public boolean seesFigures() {
        return !seen().isEmpty();
    }

    /** @throws se.metodporten.access.AccessDenied unless it has a place that the reader sees, or reaches the reader */
    public Campaign campaign(long id) {
        Campaign campaign = rows.campaign(id, today()).orElseThrow(() -> noSuch(id));
        if (!isSeen(id)
                && !guard.may(Action.FOLLOW_UP, campaign.draft().audience().ownerId())
                && own(id) == null) {
            throw noSuch(id);
        }
        return campaign;
    }

    /** Whether the reader has done what the campaign asks; null when it does not reach the reader. */
    public @Nullable Boolean own(long id) {
        long reader = guard.requireSignedIn();
        List<Boolean> own = sql.own(id, reader, today());
        return own.isEmpty() ? null : own.get(0);
    }

    /** Whether the reader may change it. */
    public boolean mayChange(Campaign campaign) {
        return !campaign.closed()
                && guard.may(Action.FOLLOW_UP, campaign.draft().audience().ownerId());
    }

    /** How many of those whom the reader may know by name are reached, and have done it. */
    public Figure figure(long id, Part part) {
        return sql.figure(id, part, named(id), names.forReader(), today(), today());
    }

    /** As {@link #figure}; null for a reader who follows nobody by name in any of the campaign's places. */
    public @Nullable Figure figureIfNamed(long id, Part part) {
        Scope named = guard.scope(Action.VIEW_ELEARNING);
        return named.isEmpty() || !sql.hasPlaceIn(id, named, today())
                ? null
                : sql.figure(id, part, named, names.forReader(), today(), today());
    }

    /** The same by places, in order of name, the county-wide ones last. */
    public Page<PlaceFigure> places(long id, CampaignLevel level, Part part, Paging paging) {
        return sql.places(id, level, part, named(id), names.forReader(), today(), paging);
    }

    /** The people behind a figure: as many as it says. */
    public Page<ReachedPerson> people(long id, Part part, boolean done, Paging paging) {
        return sql.people(id, part, done, named(id), names.forReader(), today(), paging);
    }

    /**
     * For a reader of figures who sees no names: those who have done it and those who have not, in all own places
     * together, as it was on the first day of the month; null for who sees names.
     */
    public @Nullable SmallNumbers withoutNames(long id) {
        if (seesNames() || !sql.hasPlaceIn(id, seen(), today())) {
            return null;
        }
        NameScope everybody = new NameScope(true, 0, new Scope(Set.of()), today());
        Figure figure = sql.figure(
                id, Part.ALL, guard.scope(Action.VIEW_COVERAGE), everybody, today().withDayOfMonth(1), today());
        return SmallNumbers.of(List.of(figure.done(), figure.left()));
    }

    /** What campaigns ask of the reader that is not done, by last day. */
    public List<Asked> asked() {
        return sql.asked(guard.requireSignedIn(), today(), today().minusDays(LATE_DAYS));
    }

    /** How many in the units that the reader manages have not done what campaigns ask; only campaigns with somebody left. */
    public List<LeftInUnits> leftInMyUnits() {
        guard.requireSignedIn();
        Scope managed = guard.scope(Action.APPOINT);
        return managed.isEmpty()
                ? List.of()
                : sql.left(managed, names.forReader(), today(), today().minusDays(LATE_DAYS));
    }

    private Scope named(long id) {
        Scope named = guard.scope(Action.VIEW_ELEARNING);
        if (named.isEmpty() || !sql.hasPlaceIn(id, named, today())) {
            throw noSuch(id);
        }
        return named;
    }

    private boolean isSeen(long id) {
        Scope seen = seen();
        return !seen.isEmpty() && sql.hasPlaceIn(id, seen, today());
    }

    private Scope seen() {
        return guard.scope(Action.VIEW_ELEARNING).or(guard.scope(Action.VIEW_COVERAGE));
    }

    private RuntimeException noSuch(long id) {
        return guard.refusal("CAMPAIGN", "campaign:" + id);
    }

    private LocalDate today() {
        return CountyTime.today(clock);
    }
}

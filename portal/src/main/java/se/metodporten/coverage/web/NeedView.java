package se.metodporten.coverage.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.common.CountyTime;
import se.metodporten.common.web.Crumb;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.Told;
import se.metodporten.common.web.UrlState;
import se.metodporten.coverage.NeedDecision;
import se.metodporten.coverage.Needs;
import se.metodporten.coverage.PlaceNeed;
import se.metodporten.organisation.PlaceName;
import se.metodporten.organisation.Places;

/** {@code coverage/need.xhtml}: an exception to what a place needs. */
@Named
@RequestScoped
public class NeedView {

    private static final long NOWHERE = 0L;

    @Inject
    private Needs needs;

    @Inject
    private Places places;

    @Inject
    private Guard guard;

    @Inject
    private AskedCoverage asked;

    @Inject
    private Texts texts;

    private String id = "";
    private @Nullable Long seen;
    private @Nullable Integer number;
    private String reason = "";
    private @Nullable LocalDate from;
    private @Nullable LocalDate through;
    private @Nullable PlaceNeed need;
    private @Nullable List<PlaceName> trail;

    /** Refuses who may not decide. */
    public void load() {
        guard.require(Action.FOLLOW_UP, getPlaceId());
        number = getNeed().on(asked.today());
        from = asked.today();
    }

    public String decide() {
        needs.decide(
                new NeedDecision(
                        getPlaceId(),
                        asked.getRole(),
                        number,
                        reason,
                        Objects.requireNonNull(from),
                        Objects.requireNonNullElse(through, CountyTime.END_OF_DAYS)),
                getSeen());
        Told.onNextPage(texts.get("coverage.need.done"));
        return "/coverage/place.xhtml?faces-redirect=true&id=" + getPlaceId() + "&role=" + asked.getRole();
    }

    public PlaceNeed getNeed() {
        if (need == null) {
            need = needs.of(getPlaceId(), asked.getRole(), asked.today());
        }
        return need;
    }

    public List<Crumb> getTrail() {
        return trail().stream().map(step -> new Crumb(step.name(), null)).toList();
    }

    public String getName() {
        return trail().isEmpty() ? "" : trail().get(trail().size() - 1).name();
    }

    private List<PlaceName> trail() {
        if (trail == null) {
            trail = places.trail(getPlaceId());
        }
        return trail;
    }

    public long getPlaceId() {
        return Objects.requireNonNullElse(UrlState.id(id), NOWHERE);
    }

    public String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = Objects.requireNonNullElse(id, "");
    }

    /** Of the need as the form was opened on it. */
    public long getSeen() {
        return seen == null ? getNeed().version() : seen;
    }

    public void setSeen(long seen) {
        this.seen = seen;
    }

    public @Nullable Integer getNumber() {
        return number;
    }

    public void setNumber(@Nullable Integer number) {
        this.number = number;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = Objects.requireNonNullElse(reason, "");
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }

    public @Nullable LocalDate getThrough() {
        return through;
    }

    public void setThrough(@Nullable LocalDate through) {
        this.through = through;
    }
}

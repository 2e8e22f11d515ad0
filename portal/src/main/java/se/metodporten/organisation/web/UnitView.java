package se.metodporten.organisation.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.CountyTime;
import se.metodporten.common.web.Crumb;
import se.metodporten.common.web.UrlState;
import se.metodporten.organisation.PlaceKind;
import se.metodporten.organisation.Places;
import se.metodporten.organisation.Unit;
import se.metodporten.organisation.UnitPeriod;

/** {@code organisation/unit.xhtml}: one unit, as it is today and was before. */
@Named
@RequestScoped
public class UnitView {

    private static final long NOWHERE = 0L;

    @Inject
    private Places places;

    @Inject
    private Clock clock;

    private String id = "";

    private @Nullable Unit unit;
    private @Nullable List<UnitPeriod> history;

    public void load() {
        unit = places.unit(getUnitId(), CountyTime.today(clock));
        history = places.history(getUnitId());
    }

    public long getUnitId() {
        return Objects.requireNonNullElse(UrlState.id(id), NOWHERE);
    }

    public @Nullable Unit getUnit() {
        return unit;
    }

    public @Nullable List<UnitPeriod> getHistory() {
        return history;
    }

    public boolean isClosed() {
        return unit != null && unit.validThrough().isBefore(CountyTime.today(clock));
    }

    public List<Crumb> getTrail() {
        return places.trail(getUnitId()).stream()
                .map(step -> new Crumb(step.name(), href(step.kind(), step.id())))
                .toList();
    }

    private static @Nullable String href(PlaceKind kind, long place) {
        return switch (kind) {
            case COUNTY -> "/organisation/units.xhtml";
            case DISTRICT -> "/organisation/units.xhtml?district=" + place;
            case ORGANISATION -> "/organisation/units.xhtml?organisation=" + place;
            case UNIT -> null;
        };
    }

    public String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id == null ? "" : id;
    }
}

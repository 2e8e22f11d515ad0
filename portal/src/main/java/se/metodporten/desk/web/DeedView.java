package se.metodporten.desk.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.metodporten.appointment.AppointmentCard.ServedUnit;
import se.metodporten.appointment.AppointmentOffer;
import se.metodporten.appointment.Deed;
import se.metodporten.appointment.Deeds;
import se.metodporten.appointment.Plan;
import se.metodporten.desk.Effect;
import se.metodporten.desk.Effects;

/**
 * The pages of what a manager does with an appointment ({@code appointment/pause.xhtml} and its neighbours): first one
 * looks at what would come of it, then it is saved.
 */
@Named
@ViewScoped
public class DeedView extends LookFirst<Deed> {

    private static final long serialVersionUID = 1L;

    /** Which page it is. */
    public enum Kind {
        PAUSE,
        LEAVE,
        RETURN,
        END,
        TRANSFER,
        SERVE
    }

    @Inject
    private AppointmentOffer offer;

    @Inject
    private Effects effects;

    @Inject
    private Deeds deeds;

    private final String token = UUID.randomUUID().toString();

    private Kind kind = Kind.PAUSE;
    private @Nullable LocalDate from;
    private @Nullable LocalDate through;
    private @Nullable Long place;
    private Long[] units = {};
    private String reason = "";

    private transient @Nullable List<AppointmentOffer.Target> targets;
    private transient @Nullable List<ServedUnit> otherUnits;

    /** Refuses who may not. */
    public void begin(String page) {
        kind = Kind.valueOf(page);
        from = kind == Kind.END && getCard().ending() ? getCard().validThrough() : null;
        units = kind == Kind.SERVE ? others() : new Long[0];
    }

    private Long[] others() {
        return getCard().units().stream()
                .map(ServedUnit::id)
                .filter(unit -> unit != getCard().placeId())
                .toArray(Long[]::new);
    }

    @Override
    Deed deed() {
        if (kind == Kind.SERVE) {
            return new Deed.Serve(new TreeSet<>(Arrays.asList(units)));
        }
        LocalDate day = Objects.requireNonNull(from);
        return switch (kind) {
            case SERVE -> throw new IllegalStateException("has no day");
            case PAUSE -> new Deed.Pause(day, through, reason.strip());
            case LEAVE -> new Deed.Leave(day, through);
            case RETURN -> new Deed.Return(day);
            case END -> new Deed.End(day);
            case TRANSFER -> new Deed.Transfer(Objects.requireNonNull(place), day, token);
        };
    }

    @Override
    Effect effectOf(Deed deed) {
        return effects.of(getId(), deed);
    }

    @Override
    long carryOut(Deed deed, Plan.Seen seen) {
        return deeds.carryOut(getId(), deed, seen);
    }

    @Override
    String done() {
        return "appointment." + kind.name().toLowerCase(Locale.ROOT) + ".done";
    }

    public List<AppointmentOffer.Target> getTargets() {
        if (targets == null) {
            targets = offer.targets(getId());
        }
        return targets;
    }

    /** What can be served beside the held unit. */
    public List<ServedUnit> getOtherUnits() {
        if (otherUnits == null) {
            otherUnits = offer.otherUnits(getCard().placeId());
        }
        return otherUnits;
    }

    public Long[] getUnits() {
        return units;
    }

    public void setUnits(Long[] units) {
        this.units = units;
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

    public @Nullable Long getPlace() {
        return place;
    }

    public void setPlace(@Nullable Long place) {
        this.place = place;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason == null ? "" : reason;
    }
}

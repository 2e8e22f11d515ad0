package se.metodporten.desk.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
        TRANSFER
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
    private String reason = "";

    private transient @Nullable List<AppointmentOffer.Target> targets;

    /** Refuses who may not. */
    public void begin(String page) {
        kind = Kind.valueOf(page);
        from = kind == Kind.END && getCard().ending() ? getCard().validThrough() : null;
    }

    @Override
    Deed deed() {
        LocalDate day = Objects.requireNonNull(from);
        return switch (kind) {
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

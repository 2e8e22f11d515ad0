package se.metodporten.desk.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.metodporten.appointment.AppointmentCard;
import se.metodporten.appointment.AppointmentCards;
import se.metodporten.appointment.AppointmentOffer;
import se.metodporten.appointment.Deed;
import se.metodporten.appointment.Deeds;
import se.metodporten.appointment.Plan;
import se.metodporten.common.web.Texts;
import se.metodporten.desk.Effect;
import se.metodporten.desk.Effects;

/**
 * The pages of what a manager does with an appointment ({@code appointment/pause.xhtml} and its neighbours): first one
 * looks at what would come of it, then it is saved.
 */
@Named
@ViewScoped
public class DeedView implements Serializable {

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
    private AppointmentCards cards;

    @Inject
    private AppointmentOffer offer;

    @Inject
    private Effects effects;

    @Inject
    private Deeds deeds;

    @Inject
    private Texts texts;

    private final String token = UUID.randomUUID().toString();

    private long id;
    private Kind kind = Kind.PAUSE;
    private @Nullable LocalDate from;
    private @Nullable LocalDate through;
    private @Nullable Long place;
    private String reason = "";

    private @Nullable Deed looked;
    private Plan.@Nullable Seen seen;

    private transient @Nullable Effect effect;
    private transient @Nullable AppointmentCard card;
    private transient @Nullable List<AppointmentOffer.Target> targets;

    /** Refuses who may not. */
    public void begin(String page) {
        kind = Kind.valueOf(page);
        from = kind == Kind.END && getCard().ending() ? getCard().validThrough() : null;
    }

    /** Shows what would come of it. */
    public void look() {
        looked = null;
        Deed deed = deed();
        Effect found = effects.of(id, deed);
        seen = found.plan().seen();
        effect = found;
        looked = deed;
    }

    /** @return where to go; null when what was looked at was something else */
    public @Nullable String save() {
        Deed deed = deed();
        if (!deed.equals(looked)) {
            look();
            FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(texts.get("desk.effect.lookAgain")));
            return null;
        }
        looked = null;
        long goesOn = deeds.carryOut(id, deed, Objects.requireNonNull(seen));
        FacesContext context = FacesContext.getCurrentInstance();
        context.addMessage(null, new FacesMessage(texts.get(key("done"))));
        context.getExternalContext().getFlash().setKeepMessages(true);
        return "/appointment/appointment.xhtml?faces-redirect=true&id=" + goesOn;
    }

    private Deed deed() {
        LocalDate day = Objects.requireNonNull(from);
        return switch (kind) {
            case PAUSE -> new Deed.Pause(day, through, reason.strip());
            case LEAVE -> new Deed.Leave(day, through);
            case RETURN -> new Deed.Return(day);
            case END -> new Deed.End(day);
            case TRANSFER -> new Deed.Transfer(Objects.requireNonNull(place), day, token);
        };
    }

    private String key(String what) {
        return "appointment." + kind.name().toLowerCase(Locale.ROOT) + "." + what;
    }

    /** What would come of it; null before one has looked. */
    public @Nullable Effect getEffect() {
        return looked == null ? null : effect;
    }

    /** Whether there is an effect to look at, and so something to save. */
    public boolean isLooked() {
        return looked != null;
    }

    public AppointmentCard getCard() {
        if (card == null) {
            card = cards.toChange(id);
        }
        return card;
    }

    public List<AppointmentOffer.Target> getTargets() {
        if (targets == null) {
            targets = offer.targets(id);
        }
        return targets;
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
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

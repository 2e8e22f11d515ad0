package se.metodporten.desk.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.metodporten.appointment.AppointmentCard;
import se.metodporten.appointment.AppointmentCards;
import se.metodporten.appointment.Plan;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.Told;
import se.metodporten.desk.Effect;

/**
 * A form about an appointment that first shows what would come of it and then saves just that.
 *
 * @param <D> what is done
 */
abstract class LookFirst<D extends Serializable> implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private AppointmentCards cards;

    @Inject
    private Texts texts;

    private long id;
    private @Nullable D looked;
    private Plan.@Nullable Seen seen;

    private transient @Nullable Effect effect;
    private transient @Nullable AppointmentCard card;

    /** What the form says now. */
    abstract D deed();

    abstract Effect effectOf(D deed);

    /** @return the appointment to go on with */
    abstract long carryOut(D deed, Plan.Seen seen);

    /** Key of what is said when it is done. */
    abstract String done();

    /** Shows what would come of it. */
    public void look() {
        looked = null;
        D deed = deed();
        Effect found = effectOf(deed);
        seen = found.plan().seen();
        effect = found;
        looked = deed;
    }

    /** @return where to go; null when what was looked at was something else */
    public @Nullable String save() {
        D deed = deed();
        if (!deed.equals(looked)) {
            look();
            FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(texts.get("desk.effect.lookAgain")));
            return null;
        }
        looked = null;
        long goesOn = carryOut(deed, Objects.requireNonNull(seen));
        Told.onNextPage(texts.get(done()));
        return "/appointment/appointment.xhtml?faces-redirect=true&id=" + goesOn;
    }

    /** What would come of it; null before one has looked. */
    public @Nullable Effect getEffect() {
        return looked == null ? null : effect;
    }

    /** Whether there is an effect to look at, and so something to save. */
    public boolean isLooked() {
        return looked != null;
    }

    /** Refuses who may not change it. */
    public AppointmentCard getCard() {
        if (card == null) {
            card = cards.toChange(id);
        }
        return card;
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }
}

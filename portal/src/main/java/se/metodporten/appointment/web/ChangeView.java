package se.metodporten.appointment.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.metodporten.appointment.AppointmentCard;
import se.metodporten.appointment.AppointmentCard.ServedUnit;
import se.metodporten.appointment.AppointmentCards;
import se.metodporten.appointment.AppointmentOffer;
import se.metodporten.appointment.Appointments;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.Told;

/** {@code appointment/units.xhtml}: refused when someone else changed the appointment after the page was opened. */
@Named
@ViewScoped
public class ChangeView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private AppointmentCards cards;

    @Inject
    private AppointmentOffer offer;

    @Inject
    private Appointments appointments;

    @Inject
    private Texts texts;

    private long id;
    private @Nullable Long version;
    private Long[] units = {};

    private transient @Nullable AppointmentCard card;
    private transient @Nullable List<ServedUnit> otherUnits;

    /** Fills the form with what is there. */
    public void load() {
        units = getCard().units().stream()
                .map(ServedUnit::id)
                .filter(unit -> unit != getCard().placeId())
                .toArray(Long[]::new);
    }

    public String serve() {
        appointments.serve(id, seen(), Set.of(units));
        return done("appointment.units.done");
    }

    /** The version that was on the page. Should it be refused, the page comes back with the one that is there now. */
    private long seen() {
        long onPage = getVersion();
        version = null;
        card = null;
        return onPage;
    }

    private String done(String key) {
        Told.onNextPage(texts.get(key));
        return "/appointment/appointment.xhtml?faces-redirect=true&id=" + id;
    }

    public AppointmentCard getCard() {
        if (card == null) {
            card = cards.toChange(id);
        }
        return card;
    }

    public List<ServedUnit> getOtherUnits() {
        if (otherUnits == null) {
            otherUnits = offer.otherUnits(getCard().placeId());
        }
        return otherUnits;
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    /** Of the appointment as the page shows it; travels with the form. */
    public long getVersion() {
        return version == null ? getCard().version() : version;
    }

    public void setVersion(long version) {
        this.version = version;
    }

    public Long[] getUnits() {
        return units;
    }

    public void setUnits(Long[] units) {
        this.units = units;
    }
}

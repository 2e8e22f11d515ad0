package se.metodporten.appointment.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.metodporten.appointment.AppointmentCard;
import se.metodporten.appointment.AppointmentCards;
import se.metodporten.appointment.Appointments;
import se.metodporten.common.web.Crumb;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.Told;
import se.metodporten.organisation.Places;

/** {@code appointment/appointment.xhtml}: one appointment, and what its manager does with it. */
@Named
@ViewScoped
public class AppointmentView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private AppointmentCards cards;

    @Inject
    private Appointments appointments;

    @Inject
    private Places places;

    @Inject
    private Texts texts;

    private long id;
    private boolean next;
    private @Nullable LocalDate since;

    private transient @Nullable AppointmentCard card;
    private transient @Nullable Boolean mayChange;

    public AppointmentCard getCard() {
        if (card == null) {
            card = cards.card(id);
        }
        return card;
    }

    /** Whether to offer what only the manager does. */
    public boolean isMayChange() {
        if (mayChange == null) {
            mayChange = cards.mayChange(getCard());
        }
        return mayChange;
    }

    public List<Crumb> getTrail() {
        return places.trail(getCard().placeId()).stream()
                .map(step -> new Crumb(step.name(), null))
                .toList();
    }

    public String attest(String requirement) {
        appointments.attest(id, requirement);
        return done("appointment.attest.done");
    }

    public String recordLicence(String licence) {
        appointments.recordLicence(id, licence, Objects.requireNonNull(since));
        return done("appointment.licence.done");
    }

    private String done(String key) {
        Told.onNextPage(texts.get(key));
        return "/appointment/appointment.xhtml?faces-redirect=true&id=" + id;
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public boolean isNext() {
        return next;
    }

    public void setNext(boolean next) {
        this.next = next;
    }

    public @Nullable LocalDate getSince() {
        return since;
    }

    public void setSince(@Nullable LocalDate since) {
        this.since = since;
    }
}

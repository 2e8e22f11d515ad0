package se.metodporten.appointment.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.metodporten.appointment.AppointmentCard;
import se.metodporten.appointment.AppointmentCards;

/** {@code appointment/mine.xhtml}: the reader's own appointments. */
@Named
@RequestScoped
public class MineView {

    @Inject
    private AppointmentCards cards;

    private @Nullable List<AppointmentCard> mine;

    public List<AppointmentCard> getAppointments() {
        if (mine == null) {
            mine = cards.mine();
        }
        return mine;
    }
}

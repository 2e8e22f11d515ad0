package se.metodporten.training.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.DomainException;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.Told;
import se.metodporten.role.TrainingKind;
import se.metodporten.training.Plan;
import se.metodporten.training.SessionTime;
import se.metodporten.training.TrainingPlace;
import se.metodporten.training.Trainings;

/** {@code training/schedule.xhtml}: first the kind, then when, where and for how many. */
@Named
@ViewScoped
public class TrainingScheduling implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int USUAL_SEATS = 12;

    @Inject
    private transient Trainings trainings;

    @Inject
    private transient Texts texts;

    private String kind = "";
    private long unit;
    private String title = "";
    private String venue = "";
    private String link = "";
    private int seats = USUAL_SEATS;
    private final List<When> sessions = new ArrayList<>();
    private transient @Nullable List<TrainingKind> kinds;
    private transient @Nullable List<TrainingPlace> units;

    /** The row of one session in the form. */
    public static final class When implements Serializable {

        private static final long serialVersionUID = 1L;

        private @Nullable LocalDate day;
        private @Nullable LocalTime starts;
        private @Nullable LocalTime ends;

        public @Nullable LocalDate getDay() {
            return day;
        }

        public void setDay(@Nullable LocalDate day) {
            this.day = day;
        }

        public @Nullable LocalTime getStarts() {
            return starts;
        }

        public void setStarts(@Nullable LocalTime starts) {
            this.starts = starts;
        }

        public @Nullable LocalTime getEnds() {
            return ends;
        }

        public void setEnds(@Nullable LocalTime ends) {
            this.ends = ends;
        }
    }

    public List<TrainingKind> getKinds() {
        if (kinds == null) {
            kinds = trainings.kindsToSchedule();
        }
        return kinds;
    }

    public List<TrainingPlace> getUnits() {
        if (units == null) {
            TrainingKind chosen = getChosen();
            units = chosen == null ? List.of() : trainings.unitsToSchedule(chosen);
        }
        return units;
    }

    /** The chosen kind; null before one is chosen, or when it is none of the reader's. */
    public @Nullable TrainingKind getChosen() {
        return getKinds().stream()
                .filter(one -> one.code().equals(kind))
                .findFirst()
                .orElse(null);
    }

    public boolean isInUnit() {
        TrainingKind chosen = getChosen();
        return chosen != null && chosen.arranger() == TrainingKind.Arranger.UNIT;
    }

    public List<When> getSessions() {
        TrainingKind chosen = getChosen();
        while (chosen != null && sessions.size() < chosen.sessions()) {
            sessions.add(new When());
        }
        return sessions;
    }

    /** @return where to go next: the training, to sign people up */
    public String schedule() {
        List<SessionTime> times = new ArrayList<>();
        for (When session : sessions) {
            if (session.day == null || session.starts == null || session.ends == null) {
                throw new DomainException("training.refused.when");
            }
            times.add(new SessionTime(session.day, session.starts, session.ends));
        }
        long id = trainings.schedule(new Plan(kind, unit, title, venue, link, seats, times));
        Told.onNextPage(texts.of("training.scheduled"));
        return "/training/training.xhtml?faces-redirect=true&id=" + id;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public long getUnit() {
        return unit;
    }

    public void setUnit(long unit) {
        this.unit = unit;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getVenue() {
        return venue;
    }

    public void setVenue(String venue) {
        this.venue = venue;
    }

    public String getLink() {
        return link;
    }

    public void setLink(String link) {
        this.link = link;
    }

    public int getSeats() {
        return seats;
    }

    public void setSeats(int seats) {
        this.seats = seats;
    }
}

package se.metodporten.training.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.CountyTime;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.Told;
import se.metodporten.training.Candidate;
import se.metodporten.training.SignUps;
import se.metodporten.training.TrainingView;
import se.metodporten.training.Trainings;

/** {@code training/training.xhtml}: one training, and who comes. */
@Named
@ViewScoped
public class TrainingReading implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Trainings trainings;

    @Inject
    private SignUps signUps;

    @Inject
    private Texts texts;

    @Inject
    private Clock clock;

    private long id;
    private String search = "";
    private List<Long> people = new ArrayList<>();
    private transient @Nullable TrainingView training;
    private transient @Nullable List<Candidate> candidates;

    public TrainingView getTraining() {
        if (training == null) {
            training = trainings.read(id);
        }
        return training;
    }

    public List<Candidate> getCandidates() {
        if (candidates == null) {
            candidates = getTraining().mayRun() ? signUps.candidates(id, search) : List.of();
        }
        return candidates;
    }

    /** Whether sign-ups can still be changed. */
    public boolean isOpen() {
        return !getTraining().lastDay().isBefore(CountyTime.today(clock));
    }

    /** Whether attendance at a session on that day can be marked. */
    public boolean mayMark(LocalDate day) {
        return !getTraining().head().cancelled() && !day.isAfter(CountyTime.today(clock));
    }

    public String labelOf(Candidate one) {
        return texts.of(
                one.needsIt() ? "training.add.personNeedsIt" : "training.add.person",
                one.name(),
                one.title(),
                one.unitName());
    }

    public String signUp() {
        return told(signUps.signUp(id, people));
    }

    public String signMeUp() {
        return told(signUps.signMeUp(id));
    }

    public String cancelMine() {
        signUps.cancelMine(id);
        return again("training.cancelled");
    }

    public String takeOff(long personId) {
        signUps.cancel(id, personId);
        return again("training.takenOff");
    }

    public String callOff() {
        trainings.callOff(id);
        return again("training.calledOff");
    }

    private String told(SignUps.Outcome outcome) {
        return outcome.waiting() == 0
                ? again("training.signedUp", outcome.seated())
                : again("training.signedUpSomeWait", outcome.seated(), outcome.waiting());
    }

    private String again(String said, Object... arguments) {
        Told.onNextPage(texts.of(said, arguments));
        return "/training/training.xhtml?faces-redirect=true&id=" + id;
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public String getSearch() {
        return search;
    }

    public void setSearch(String search) {
        this.search = search;
    }

    public List<Long> getPeople() {
        return people;
    }

    public void setPeople(List<Long> people) {
        this.people = people;
    }
}

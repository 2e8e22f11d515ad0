package se.metodporten.training.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.Told;
import se.metodporten.training.Attendance;
import se.metodporten.training.TrainingView;
import se.metodporten.training.Trainings;

/** {@code training/attendance.xhtml}: who was at one session, made for a phone. */
@Named
@ViewScoped
public class AttendanceMarking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Trainings trainings;

    @Inject
    private Attendance attendance;

    @Inject
    private Texts texts;

    private long id;
    private long session;
    private @Nullable List<Long> present;
    private transient @Nullable TrainingView training;
    private transient @Nullable List<Attendance.Line> lines;

    /** Refuses whoever may not mark, and a session that there is not. */
    public void load() {
        getLines();
    }

    public TrainingView getTraining() {
        if (training == null) {
            training = trainings.read(id);
        }
        return training;
    }

    /** The session that the page is about. */
    public TrainingView.@Nullable SessionView getSession() {
        return getTraining().sessions().stream()
                .filter(one -> one.id() == session)
                .findFirst()
                .orElse(null);
    }

    public List<Attendance.Line> getLines() {
        if (lines == null) {
            lines = attendance.of(id, session);
        }
        return lines;
    }

    /** Those ticked; before any mark is made everyone is, since most people come. */
    public List<Long> getPresent() {
        if (present == null) {
            boolean unmarked = getLines().stream().noneMatch(Attendance.Line::marked);
            present = new ArrayList<>(getLines().stream()
                    .filter(line -> unmarked || line.present())
                    .map(Attendance.Line::personId)
                    .toList());
        }
        return present;
    }

    public void setPresent(List<Long> present) {
        this.present = present;
    }

    public String save() {
        Map<Long, Boolean> marks = new TreeMap<>();
        getLines().forEach(line -> marks.put(line.personId(), getPresent().contains(line.personId())));
        attendance.mark(id, session, marks);
        long came = marks.values().stream().filter(Boolean::booleanValue).count();
        Told.onNextPage(texts.of("training.attendance.saved", came, marks.size()));
        return "/training/training.xhtml?faces-redirect=true&id=" + id;
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public long getSessionId() {
        return session;
    }

    public void setSessionId(long sessionId) {
        this.session = sessionId;
    }
}

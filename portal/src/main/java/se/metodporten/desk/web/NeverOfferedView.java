package se.metodporten.desk.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.metodporten.certification.DueRefreshers.DueRefresher;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.Told;
import se.metodporten.desk.NeverOffered;

/** {@code certification/never-offered.xhtml}: first how many, then all of them. */
@Named
@ViewScoped
public class NeverOfferedView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private NeverOffered neverOffered;

    @Inject
    private Texts texts;

    private @Nullable LocalDate newDueDay;
    private String reason = "";
    private @Nullable Integer counted;
    private @Nullable LocalDate countedFor;

    private transient @Nullable List<DueRefresher> rows;

    public List<DueRefresher> getRows() {
        if (rows == null) {
            rows = neverOffered.list();
        }
        return rows;
    }

    public void count() {
        LocalDate day = Objects.requireNonNull(newDueDay);
        counted = neverOffered.wouldExtend(day).size();
        countedFor = day;
    }

    /** @return the list again; null when the day is another than the one that was counted for */
    public @Nullable String extend() {
        LocalDate day = Objects.requireNonNull(newDueDay);
        if (counted == null || !day.equals(countedFor)) {
            count();
            return null;
        }
        int shown = counted;
        counted = null;
        int extended = neverOffered.extend(day, reason, shown);
        Told.onNextPage(texts.of("desk.neverOffered.done", extended, day));
        return "/certification/never-offered.xhtml?faces-redirect=true";
    }

    /** How many would be extended; null before one has counted. */
    public @Nullable Integer getCounted() {
        return counted;
    }

    public @Nullable LocalDate getNewDueDay() {
        return newDueDay;
    }

    public void setNewDueDay(@Nullable LocalDate newDueDay) {
        this.newDueDay = newDueDay;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason == null ? "" : reason;
    }
}

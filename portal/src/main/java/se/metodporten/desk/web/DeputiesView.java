package se.metodporten.desk.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.web.Crumb;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.Told;
import se.metodporten.common.web.UrlState;
import se.metodporten.desk.Deputies;
import se.metodporten.organisation.Places;

/** {@code organisation/deputies.xhtml}: the deputies of a unit's manager. */
@Named
@ViewScoped
public class DeputiesView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final long NOWHERE = 0L;

    @Inject
    private Deputies deputies;

    @Inject
    private Places places;

    @Inject
    private Texts texts;

    private String unit = "";
    private @Nullable Long person;
    private @Nullable LocalDate from;
    private @Nullable LocalDate through;

    private transient @Nullable List<Deputies.Deputy> rows;
    private transient @Nullable List<Deputies.Colleague> colleagues;

    /** Refuses who does not manage it. */
    public void load() {
        getRows();
    }

    public String name() {
        deputies.name(
                Objects.requireNonNull(person),
                unitId(),
                Objects.requireNonNull(from),
                Objects.requireNonNull(through));
        return done("desk.deputies.named");
    }

    public String end(long grantId) {
        deputies.end(grantId);
        return done("desk.deputies.ended");
    }

    private String done(String key) {
        Told.onNextPage(texts.get(key));
        return "/organisation/deputies.xhtml?faces-redirect=true&unit=" + unitId();
    }

    public List<Deputies.Deputy> getRows() {
        if (rows == null) {
            rows = deputies.of(unitId());
        }
        return rows;
    }

    public List<Deputies.Colleague> getColleagues() {
        if (colleagues == null) {
            colleagues = deputies.colleagues(unitId());
        }
        return colleagues;
    }

    public List<Crumb> getTrail() {
        return places.trail(unitId()).stream()
                .map(step -> new Crumb(step.name(), null))
                .toList();
    }

    private long unitId() {
        return Objects.requireNonNullElse(UrlState.id(unit), NOWHERE);
    }

    public String getUnit() {
        return unit;
    }

    public void setUnit(@Nullable String unit) {
        this.unit = unit == null ? "" : unit;
    }

    public @Nullable Long getPerson() {
        return person;
    }

    public void setPerson(@Nullable Long person) {
        this.person = person;
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
}

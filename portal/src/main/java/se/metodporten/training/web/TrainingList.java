package se.metodporten.training.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.Page;
import se.metodporten.common.Paging;
import se.metodporten.common.web.Choice;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.UserLanguage;
import se.metodporten.training.TrainingFilter;
import se.metodporten.training.TrainingRow;
import se.metodporten.training.Trainings;

/** {@code training/trainings.xhtml}; the filter is in the URL. */
@Named
@RequestScoped
public class TrainingList {

    @Inject
    private Trainings trainings;

    @Inject
    private Texts texts;

    @Inject
    private UserLanguage language;

    private String when = "";
    private String kind = "";
    private boolean mine;
    private int page = 1;
    private @Nullable Page<TrainingRow> rows;

    public Page<TrainingRow> getRows() {
        if (rows == null) {
            rows = trainings.list(new TrainingFilter(isPast(), kind, mine, Paging.page(page)));
        }
        return rows;
    }

    public List<Choice> getKinds() {
        return trainings.kinds().stream()
                .map(one -> new Choice(one.code(), one.name().in(language.locale())))
                .toList();
    }

    public List<Choice> getWhens() {
        return List.of(
                new Choice("", texts.get("training.list.coming")), new Choice("past", texts.get("training.list.past")));
    }

    public List<Choice> getWhose() {
        return List.of(
                new Choice("false", texts.get("training.list.everyones")),
                new Choice("true", texts.get("training.list.onlyMine")));
    }

    public String getShown() {
        return texts.of(
                isPast() ? "training.list.shown.past" : "training.list.shown.coming",
                getRows().total());
    }

    public boolean isMaySchedule() {
        return !trainings.kindsToSchedule().isEmpty();
    }

    public boolean isPast() {
        return "past".equals(when);
    }

    public String getWhen() {
        return when;
    }

    public void setWhen(String when) {
        this.when = when;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public boolean isMine() {
        return mine;
    }

    public void setMine(boolean mine) {
        this.mine = mine;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }
}

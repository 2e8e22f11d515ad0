package se.metodporten.desk.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.Told;
import se.metodporten.common.web.UrlState;
import se.metodporten.communication.CorrectionRequest;
import se.metodporten.communication.Corrections;

/** {@code person/correction.xhtml}, where one asks, and {@code person/answer.xhtml}, where it is answered. */
@Named
@ViewScoped
public class CorrectionView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final long NONE = 0L;

    @Inject
    private Corrections corrections;

    @Inject
    private Texts texts;

    private String id = "";
    private String text = "";

    private transient @Nullable CorrectionRequest request;
    private transient @Nullable List<CorrectionRequest> mine;

    /** Refuses who is not to answer it. */
    public void load() {
        getRequest();
    }

    public String ask() {
        corrections.ask(text);
        return done("communication.correction.asked", "/person/correction.xhtml");
    }

    public String answer() {
        corrections.answer(number(), text);
        return done("communication.correction.answered", "/desk/start.xhtml");
    }

    private String done(String key, String page) {
        Told.onNextPage(texts.get(key));
        return page + "?faces-redirect=true";
    }

    public CorrectionRequest getRequest() {
        if (request == null) {
            request = corrections.waitingForMe(number());
        }
        return request;
    }

    private long number() {
        return Objects.requireNonNullElse(UrlState.id(id), NONE);
    }

    /** What the reader has asked before. */
    public List<CorrectionRequest> getMine() {
        if (mine == null) {
            mine = corrections.mine();
        }
        return mine;
    }

    public String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id == null ? "" : id;
    }

    public String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text == null ? "" : text;
    }
}

package se.metodporten.administration.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.AuditSealing;
import se.metodporten.administration.AuditFilter;
import se.metodporten.administration.AuditRow;
import se.metodporten.administration.AuditTrail;
import se.metodporten.audit.Seals;
import se.metodporten.common.Page;
import se.metodporten.common.web.Choice;
import se.metodporten.common.web.Texts;

/** {@code administration/audit.xhtml}: who did or tried what. */
@Named
@RequestScoped
public class AuditView {

    private static final List<String> OUTCOMES = List.of("DONE", "REFUSED");

    @Inject
    private AuditTrail trail;

    @Inject
    private AuditSealing sealing;

    @Inject
    private Texts texts;

    private String text = "";
    private String outcome = "";
    private @Nullable LocalDate from;
    private @Nullable LocalDate through;
    private int page = 1;
    private @Nullable Page<AuditRow> rows;

    public void load() {
        String chosen = OUTCOMES.contains(outcome) ? outcome : null;
        rows = trail.find(new AuditFilter(text, chosen, from, through), Math.max(1, page));
    }

    /** Computes every seal again. */
    public String check() {
        Optional<Seals.Seal> broken = sealing.firstBroken();
        FacesMessage message = broken.map(seal -> new FacesMessage(
                        FacesMessage.SEVERITY_ERROR,
                        texts.of("administration.audit.broken", id(seal.firstEvent()), id(seal.lastEvent())),
                        null))
                .orElseGet(() ->
                        new FacesMessage(FacesMessage.SEVERITY_INFO, texts.of("administration.audit.whole"), null));
        FacesContext context = FacesContext.getCurrentInstance();
        context.addMessage(null, message);
        context.getExternalContext().getFlash().setKeepMessages(true);
        return "/administration/audit.xhtml?faces-redirect=true";
    }

    /** The newest seal in words. */
    public String getSealed() {
        return sealing.last()
                .map(seal -> texts.of("administration.audit.sealed", id(seal.lastEvent()), seal.seal()))
                .orElseGet(() -> texts.of("administration.audit.notSealed"));
    }

    /** As a name, not as a number with separators. */
    private static String id(long id) {
        return Long.toString(id);
    }

    public @Nullable Page<AuditRow> getRows() {
        return rows;
    }

    public String getShown() {
        return texts.of("administration.audit.shown", rows == null ? 0 : rows.total());
    }

    public List<Choice> getOutcomes() {
        return OUTCOMES.stream()
                .map(each -> new Choice(each, texts.of("administration.outcome." + each)))
                .toList();
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getOutcome() {
        return outcome;
    }

    public void setOutcome(String outcome) {
        this.outcome = outcome;
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

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }
}

package se.metodporten.desk.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.metodporten.appointment.Plan;
import se.metodporten.certification.EvidenceDeed;
import se.metodporten.certification.EvidenceDeeds;
import se.metodporten.certification.web.FactWords;
import se.metodporten.desk.Effect;
import se.metodporten.desk.Effects;
import se.metodporten.fact.FactKind;
import se.metodporten.fact.FactRecord;
import se.metodporten.role.Requirement;

/** The pages of what a manager decides about what a role asks ({@code appointment/extend.xhtml} and its neighbours). */
@Named
@ViewScoped
public class EvidenceView extends LookFirst<EvidenceDeed> {

    private static final long serialVersionUID = 1L;

    /** Which page it is, and what kinds of requirement it is about. */
    public enum Kind {
        EXTEND(Requirement.Kind.REFRESHER, Requirement.Kind.RECURRING),
        EXEMPT(Requirement.Kind.values()),
        RECOGNISE(
                Requirement.Kind.TRAINING,
                Requirement.Kind.COURSE,
                Requirement.Kind.REFRESHER,
                Requirement.Kind.RECURRING),
        LICENCE(Requirement.Kind.LICENCE),
        CORRECT;

        private final List<Requirement.Kind> about;

        Kind(Requirement.Kind... about) {
            this.about = List.of(about);
        }
    }

    @Inject
    private EvidenceDeeds deeds;

    @Inject
    private Effects effects;

    @Inject
    private FactWords words;

    private Kind kind = Kind.EXTEND;
    private @Nullable String requirement;
    private @Nullable LocalDate day;
    private @Nullable LocalDate through;
    private String reason = "";
    private String decidedBy = "";
    private boolean taken;
    private @Nullable Long fact;
    private @Nullable Long document;
    private @Nullable String documentName;

    private transient @Nullable Part file;
    private transient @Nullable FactRecord recorded;
    private transient @Nullable List<Requirement> requirements;

    /** Refuses who may not; chooses where there is nothing to choose, and shows the days of what is to be corrected. */
    public void begin(String page) {
        kind = Kind.valueOf(page);
        getCard();
        if (kind == Kind.CORRECT) {
            day = getRecorded().validFrom();
            through = getRecorded().validThrough();
        } else if (getRequirements().size() == 1) {
            requirement = getRequirements().get(0).code();
        }
    }

    /** Stores the file that came with the form, if one did, so that it need not be chosen again. */
    @Override
    public void look() {
        Part sent = file;
        if (sent != null && sent.getSize() > 0) {
            String name = Objects.requireNonNullElse(sent.getSubmittedFileName(), "");
            try (InputStream content = sent.getInputStream()) {
                document = deeds.keep(name, content);
                documentName = name;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        file = null;
        super.look();
    }

    /** With another file it is another deed, to be looked at first. */
    @Override
    public @Nullable String save() {
        if (file != null && file.getSize() > 0) {
            look();
            return null;
        }
        return super.save();
    }

    @Override
    EvidenceDeed deed() {
        LocalDate chosen = Objects.requireNonNullElse(day, LocalDate.MIN);
        String about = Objects.requireNonNullElse(requirement, "");
        String why = reason.strip();
        return switch (kind) {
            case EXTEND -> new EvidenceDeed.Extend(about, chosen, why);
            case EXEMPT ->
                new EvidenceDeed.Exempt(about, chosen, Objects.requireNonNull(through), decidedBy.strip(), why);
            case RECOGNISE -> new EvidenceDeed.Recognise(about, chosen, why, document);
            case LICENCE ->
                taken
                        ? new EvidenceDeed.WithdrawLicence(about, chosen, why)
                        : new EvidenceDeed.GiveLicence(about, chosen);
            case CORRECT ->
                taken
                        ? new EvidenceDeed.TakeBack(Objects.requireNonNull(fact), why)
                        : new EvidenceDeed.Correct(Objects.requireNonNull(fact), chosen, through, why);
        };
    }

    @Override
    Effect effectOf(EvidenceDeed deed) {
        return effects.of(getId(), deed);
    }

    @Override
    long carryOut(EvidenceDeed deed, Plan.Seen seen) {
        deeds.carryOut(getId(), deed, seen);
        return getId();
    }

    @Override
    String done() {
        return "certification." + kind.name().toLowerCase(Locale.ROOT) + ".done";
    }

    public List<Requirement> getRequirements() {
        if (requirements == null) {
            requirements = deeds.requirements(getId(), kind.about);
        }
        return requirements;
    }

    /** What is to be corrected. */
    public FactRecord getRecorded() {
        if (recorded == null) {
            recorded = deeds.correctable(getId(), Objects.requireNonNullElse(fact, 0L));
        }
        return recorded;
    }

    /** What is to be corrected, in words. */
    public String getSaid() {
        return words.of(getRecorded(), deeds.names(getId()));
    }

    /** Whether what is to be corrected has a last day too. */
    public boolean isSpan() {
        FactKind what = getRecorded().kind();
        return what == FactKind.PAUSE || what == FactKind.EXTENSION || what == FactKind.EXEMPTION;
    }

    public @Nullable String getRequirement() {
        return requirement;
    }

    public void setRequirement(@Nullable String requirement) {
        this.requirement = requirement;
    }

    public @Nullable LocalDate getDay() {
        return day;
    }

    public void setDay(@Nullable LocalDate day) {
        this.day = day;
    }

    public @Nullable LocalDate getThrough() {
        return through;
    }

    public void setThrough(@Nullable LocalDate through) {
        this.through = through;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason == null ? "" : reason;
    }

    public String getDecidedBy() {
        return decidedBy;
    }

    public void setDecidedBy(@Nullable String decidedBy) {
        this.decidedBy = decidedBy == null ? "" : decidedBy;
    }

    /** Of a licence: that it was withdrawn; of something recorded: that it never was. */
    public boolean isTaken() {
        return taken;
    }

    public void setTaken(boolean taken) {
        this.taken = taken;
    }

    public @Nullable Long getFact() {
        return fact;
    }

    public void setFact(@Nullable Long fact) {
        this.fact = fact;
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }

    /** Of the file that has been stored. */
    public @Nullable String getDocumentName() {
        return documentName;
    }
}

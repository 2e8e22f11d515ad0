package se.metodporten.directory.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;
import se.metodporten.common.Page;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.Told;
import se.metodporten.common.web.UrlState;
import se.metodporten.common.web.UserLanguage;
import se.metodporten.directory.ImportRun;
import se.metodporten.directory.Imports;
import se.metodporten.directory.Outcome;
import se.metodporten.directory.Problem;
import se.metodporten.directory.Proposal;
import se.metodporten.directory.ReportRow;

/** {@code directory/run.xhtml}: a file's progress, its report, the decisions and what came of it. */
@Named
@ViewScoped
public class RunView implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final long NONE = 0L;

    /** Which list is shown below the figures. */
    public enum List {
        FAULTY,
        PROPOSALS,
        ADDED,
        CHANGED,
        CLOSED
    }

    @Inject
    private Imports imports;

    @Inject
    private Clock clock;

    @Inject
    private Texts texts;

    @Inject
    private UserLanguage language;

    private String id = "";
    private String show = "";
    private String page = "";
    private boolean withoutFaulty;

    private transient @Nullable ImportRun run;
    private transient @Nullable Integer undecided;
    private transient @Nullable Page<ReportRow> rows;
    private transient @Nullable Page<Problem> problems;
    private transient @Nullable Page<Proposal> proposals;

    /** Forgets what an earlier request read: the run goes on while the page is open. */
    public void load() {
        run = imports.run(runId());
        undecided = null;
        rows = null;
        problems = null;
        proposals = null;
    }

    public ImportRun getRun() {
        if (run == null) {
            run = imports.run(runId());
        }
        return run;
    }

    public boolean isWorking() {
        return getRun().working(clock.instant());
    }

    public boolean isInterrupted() {
        return getRun().interrupted(clock.instant());
    }

    /** Whether the reader may say that two who are known are one. */
    public boolean isMayMerge() {
        return imports.mayMerge();
    }

    public int getUndecided() {
        if (undecided == null) {
            undecided = imports.undecided(runId());
        }
        return undecided;
    }

    /** The list asked for, or the one that needs attention most. */
    public List getList() {
        ImportRun now = getRun();
        List first = now.faulty() > 0
                ? List.FAULTY
                : now.added() > 0 ? List.ADDED : now.changed() > 0 ? List.CHANGED : List.CLOSED;
        return UrlState.constant(List.class, show, first);
    }

    public Page<ReportRow> getRows() {
        if (rows == null) {
            rows = imports.rows(runId(), Outcome.valueOf(getList().name()), UrlState.page(page));
        }
        return rows;
    }

    public Page<Problem> getProblems() {
        if (problems == null) {
            problems = imports.problems(runId(), UrlState.page(page));
        }
        return problems;
    }

    public Page<Proposal> getProposals() {
        if (proposals == null) {
            proposals = imports.proposals(runId(), UrlState.page(page));
        }
        return proposals;
    }

    public String decide(int line, boolean same) {
        imports.decide(runId(), line, same);
        return here(List.PROPOSALS, page);
    }

    public String decideAll(boolean same) {
        imports.decideAll(runId(), same);
        return here(List.PROPOSALS, "");
    }

    public String apply() {
        imports.apply(runId(), withoutFaulty);
        return here(null, "");
    }

    public String discard() {
        imports.discard(runId());
        Told.onNextPage(texts.get("directory.discard.done"));
        return "/directory/import.xhtml?faces-redirect=true";
    }

    /** The faulty rows as a file, for whoever mends the export. */
    public void download() throws IOException {
        Faces.sendFile(
                texts.get("directory.problem.fileName") + "-" + runId() + ".csv",
                true,
                output -> imports.writeProblems(runId(), language.locale(), output));
    }

    private String here(@Nullable List list, String onPage) {
        return "/directory/run.xhtml?faces-redirect=true&id=" + runId()
                + (list == null ? "" : "&show=" + UrlState.inUrl(list))
                + (onPage.isEmpty() ? "" : "&page=" + UrlState.page(onPage));
    }

    private long runId() {
        return Objects.requireNonNullElse(UrlState.id(id), NONE);
    }

    public String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id == null ? "" : id;
    }

    public String getShow() {
        return show;
    }

    public void setShow(@Nullable String show) {
        this.show = show == null ? "" : show;
    }

    public String getPage() {
        return page;
    }

    public void setPage(@Nullable String page) {
        this.page = page == null ? "" : page;
    }

    public boolean isWithoutFaulty() {
        return withoutFaulty;
    }

    public void setWithoutFaulty(boolean withoutFaulty) {
        this.withoutFaulty = withoutFaulty;
    }
}

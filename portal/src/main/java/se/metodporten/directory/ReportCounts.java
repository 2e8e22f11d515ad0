package se.metodporten.directory;

/** How many rows of each kind a report has. */
record ReportCounts(int added, int changed, int closed, int unchanged, int faulty) {

    static ReportCounts of(ImportRun run) {
        return new ReportCounts(run.added(), run.changed(), run.closed(), run.unchanged(), run.faulty());
    }
}

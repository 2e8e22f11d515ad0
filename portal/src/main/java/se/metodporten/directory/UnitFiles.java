package se.metodporten.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import se.metodporten.common.Page;
import se.metodporten.organisation.BulkPlacements;

/** Files of units. */
@ApplicationScoped
class UnitFiles implements FileContents {

    @Inject
    private BulkPlacements placements;

    @Override
    public ImportKind kind() {
        return ImportKind.UNITS;
    }

    @Override
    public void keep(Handle handle, long run, List<RowReader> rows) {
        Staging.addUnits(handle, run, rows.stream().map(UnitLine::read).toList());
    }

    @Override
    public boolean compare(Comparison compare) {
        compare.forget("""
                update import_unit set place_id = null, unit_kind_id = null, organisation_id = null, district_id = null,
                       change_from = null, outcome = null where run_id = :run""");
        compare.refuseTwice();
        UnitComparison.run(compare);
        return false;
    }

    @Override
    public boolean followsDecisions() {
        return false;
    }

    @Override
    public int steps(ImportRun run) {
        return run.added();
    }

    @Override
    public void apply(Applying how, ImportRun run) {
        how.units(placements);
        how.managers();
    }

    @Override
    public Page<ReportRow> rows(Handle handle, ImportRun run, Outcome outcome, int page) {
        return Reports.rows(handle, run, outcome, page);
    }

    @Override
    public Page<Proposal> proposals(Handle handle, long run, LocalDate today, int page) {
        return new Page<>(List.of(), 0, page, Page.SIZE);
    }

    @Override
    public void remove(Handle handle, long run) {
        Staging.remove(handle, "import_unit", run);
    }
}

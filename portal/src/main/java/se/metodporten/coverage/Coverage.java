package se.metodporten.coverage;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Service;
import se.metodporten.common.Database;
import se.metodporten.common.Page;

/** Figures of coverage and the lists behind them, for whoever may see some place's. */
@Service
public class Coverage {

    @Inject
    private Guard guard;

    @Inject
    private Database database;

    /** Figures by group, in order of name, the county-wide units last; groups without need are left out. */
    public List<CoverageFigure> figures(CoverageQuestion question, Level level) {
        guard.requireAnywhere(Action.VIEW_COVERAGE);
        return CoverageSql.figures(database, question, level, guard.scope(Action.VIEW_COVERAGE));
    }

    /** The sum of all that the reader may see; each unit counts once. */
    public CoverageFigure total(CoverageQuestion question) {
        return CoverageFigure.sum(figures(question, Level.DISTRICT));
    }

    /** The sum on each of these days, in their order, if nobody acts; one statement however many days. */
    public List<CoverageOnDay> ahead(CoverageQuestion question, List<LocalDate> days) {
        guard.requireAnywhere(Action.VIEW_COVERAGE);
        return CoverageSql.ahead(database, question, days, guard.scope(Action.VIEW_COVERAGE));
    }

    /** The units behind a figure: as many as the figure says. */
    public Page<CoveredUnit> units(CoverageQuestion question, UnitFilter filter) {
        guard.requireAnywhere(Action.VIEW_COVERAGE);
        return CoverageSql.units(database, question, filter, guard.scope(Action.VIEW_COVERAGE));
    }
}

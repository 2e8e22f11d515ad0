package se.metodporten.coverage.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.certification.rules.Standing;
import se.metodporten.common.picture.StackedBar;
import se.metodporten.common.picture.StepLine;
import se.metodporten.common.picture.TileMap;
import se.metodporten.common.picture.Tone;
import se.metodporten.common.web.Texts;
import se.metodporten.coverage.AppointmentFigure;
import se.metodporten.coverage.Coverage;
import se.metodporten.coverage.CoverageFigure;
import se.metodporten.coverage.CoverageOnDay;
import se.metodporten.coverage.CoverageTile;
import se.metodporten.coverage.Level;

/** The pictures of a question about coverage (look.md "Pictures"), in the reader's language. */
@RequestScoped
public class CoveragePictures {

    private static final int TREND_MONTHS = 3;
    private static final int MONTHS_AHEAD = 12;
    private static final double HUNDRED = 100.0;
    private static final String UNITS = "units";

    @Inject
    private Coverage coverage;

    @Inject
    private AskedCoverage asked;

    @Inject
    private Guard guard;

    @Inject
    private Texts texts;

    private @Nullable List<CoverageTile> tiles;

    @Nullable
    TileMap map() {
        if (tiles == null) {
            tiles = coverage.tiles(asked.question(), asked.day().minusMonths(TREND_MONTHS));
        }
        if (tiles.size() < 2) {
            return null;
        }
        return new TileMap(
                texts.of("coverage.map.title", asked.getRoleInSentence(), asked.day()),
                texts.of("coverage.map.description", asked.day().minusMonths(TREND_MONTHS)),
                tiles.stream().map(this::tile).toList(),
                texts.get("coverage.map.beside"),
                new TileMap.Words(
                        texts.get("coverage.map.place"),
                        texts.get("coverage.level.DISTRICT"),
                        texts.get("coverage.state.COVERED"),
                        texts.get("coverage.inNeed"),
                        texts.get("coverage.state.PARTLY"),
                        texts.get("coverage.map.trend")));
    }

    private TileMap.Tile tile(CoverageTile tile) {
        String district = tile.districtName() == null ? texts.get("coverage.countyWide") : tile.districtName();
        String href = asked.link(
                UNITS,
                "organisation",
                tile.organisationId(),
                "district",
                tile.districtId() == null ? "wide" : tile.districtId());
        int trend = tile.covered() - tile.coveredBefore();
        if (tile.tileRow() == null || tile.tileColumn() == null) {
            String name = tile.organisationKind().equals("REGION") ? district : tile.organisationName();
            return TileMap.Tile.beside(
                    tile.organisationId(), name, district, tile.covered(), tile.inNeed(), tile.partly(), trend, href);
        }
        return new TileMap.Tile(
                tile.organisationId(),
                Objects.requireNonNullElse(tile.tileName(), tile.organisationName()),
                district,
                tile.tileRow(),
                tile.tileColumn(),
                tile.covered(),
                tile.inNeed(),
                tile.partly(),
                trend,
                href);
    }

    /** Month by month; a month without a change is not told. */
    StepLine ahead() {
        LocalDate from = asked.day();
        List<LocalDate> days = IntStream.rangeClosed(0, MONTHS_AHEAD)
                .mapToObj(from::plusMonths)
                .toList();
        List<CoverageOnDay> ahead = coverage.ahead(asked.question(), days);
        return new StepLine(
                texts.of("coverage.ahead.title", asked.getRoleInSentence()),
                texts.get("coverage.ahead.description"),
                from,
                from.plusMonths(MONTHS_AHEAD),
                from,
                from.equals(asked.today()) ? texts.get("coverage.ahead.today") : from.toString(),
                IntStream.rangeClosed(1, 12)
                        .mapToObj(month -> texts.get("common.month." + month))
                        .toList(),
                new StepLine.Line(
                        texts.get("coverage.ahead.line"),
                        steps(ahead.stream().map(on -> step(on, on.covered(), false)))),
                new StepLine.Line(
                        texts.get("coverage.ahead.planned"),
                        steps(ahead.stream()
                                .filter(on -> on.coveredIfPlanned() != null)
                                .map(on -> step(on, Objects.requireNonNull(on.coveredIfPlanned()), true)))),
                texts.get("coverage.ahead.day"));
    }

    /** Those at which something changes. */
    private static List<StepLine.Step> steps(Stream<StepLine.Step> all) {
        List<StepLine.Step> steps = new ArrayList<>();
        all.forEach(step -> {
            if (steps.isEmpty() || !steps.get(steps.size() - 1).words().equals(step.words())) {
                steps.add(step);
            }
        });
        return steps;
    }

    private StepLine.Step step(CoverageOnDay on, int covered, boolean ifPlanned) {
        return new StepLine.Step(
                on.day(),
                on.inNeed() == 0 ? 0 : covered * HUNDRED / on.inNeed(),
                texts.of("coverage.ahead.of", covered, on.inNeed()),
                asked.linkOn(on.day(), ifPlanned, UNITS, "state", CoveredUnitsView.LACKING));
    }

    /** Standings and vacant units of each district; none for who sees no people. */
    List<StackedBar> bars(List<CoverageFigure> districts) {
        if (!guard.mayAnywhere(Action.VIEW_PEOPLE)) {
            return List.of();
        }
        return coverage.appointmentFigures(asked.question(), Level.DISTRICT).stream()
                .map(figure -> bar(figure, districts))
                .toList();
    }

    private StackedBar bar(AppointmentFigure figure, List<CoverageFigure> districts) {
        Object district = figure.groupId() == null ? "wide" : figure.groupId();
        List<StackedBar.Part> parts = new ArrayList<>();
        parts.add(part(figure, Standing.CERTIFIED, Tone.GOOD, district));
        parts.add(part(figure, Standing.REFRESHER_DUE, Tone.DUE, district));
        parts.add(part(figure, Standing.NOMINATED, Tone.OPEN, district));
        parts.add(part(figure, Standing.LAPSED, Tone.BAD, district));
        parts.add(part(figure, Standing.PAUSED, Tone.PAUSED, district));
        int vacant = districts.stream()
                .filter(units -> Objects.equals(units.groupId(), figure.groupId()) && !units.beside())
                .mapToInt(CoverageFigure::vacant)
                .sum();
        parts.add(new StackedBar.Part(
                texts.get("coverage.bar.vacant"),
                vacant,
                Tone.VACANT,
                asked.link(UNITS, "district", district, "state", "vacant")));
        String name = figure.name() == null ? texts.get("coverage.countyWide") : figure.name();
        return new StackedBar(
                name,
                texts.of("coverage.bar.description", figure.total(), vacant),
                parts,
                texts.get("coverage.bar.part"),
                texts.get("coverage.bar.count"));
    }

    private StackedBar.Part part(AppointmentFigure figure, Standing standing, Tone tone, Object district) {
        return new StackedBar.Part(
                texts.get("certification.standing." + standing),
                figure.count(standing),
                tone,
                asked.link("appointments", "district", district, "standing", AskedCoverage.lower(standing)));
    }
}

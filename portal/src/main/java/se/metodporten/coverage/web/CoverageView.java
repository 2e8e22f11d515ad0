package se.metodporten.coverage.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.metodporten.certification.rules.Standing;
import se.metodporten.common.picture.StackedBar;
import se.metodporten.common.picture.StepLine;
import se.metodporten.common.picture.TileMap;
import se.metodporten.common.web.Choice;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.UserLanguage;
import se.metodporten.coverage.AppointmentFigure;
import se.metodporten.coverage.Coverage;
import se.metodporten.coverage.CoverageFigure;
import se.metodporten.coverage.CoverageState;
import se.metodporten.coverage.Level;
import se.metodporten.coverage.rules.SmallNumbers;
import se.metodporten.organisation.Places;
import se.metodporten.organisation.UnitKind;
import se.metodporten.role.Role;

/** {@code coverage/coverage.xhtml}: the answer in words, the pictures, the figures; each opens the list behind it. */
@Named
@RequestScoped
public class CoverageView {

    private static final String UNITS = "units";
    private static final String APPOINTMENTS = "appointments";

    @Inject
    private Coverage coverage;

    @Inject
    private Places places;

    @Inject
    private AskedCoverage asked;

    @Inject
    private CoveragePictures pictures;

    @Inject
    private CoverageActs acts;

    @Inject
    private Texts texts;

    @Inject
    private UserLanguage language;

    private String level = "";
    private @Nullable List<CoverageFigure> districts;
    private @Nullable List<Line> lines;
    private @Nullable List<Told> standingsWithoutNames;

    /** One figure and the lists behind it. */
    public record Line(String label, CoverageFigure figure, String all, Map<String, String> lists) {}

    /** A figure and the list behind it. @param indicator whose definition tells what is counted */
    public record Count(int number, String label, String href, String indicator) {}

    /** A number, or why there is none. */
    public record Told(String label, String number) {}

    public CoverageFigure getTotal() {
        return CoverageFigure.sum(districts());
    }

    /** The page's answer: how many lack somebody, and how many more will. */
    public String getAnswer() {
        int lost = acts.getLost().total();
        return lost == 0 ? lacking() : lacking() + " " + texts.of("coverage.answer.lost", lost, acts.getSoon());
    }

    private String lacking() {
        CoverageFigure total = getTotal();
        String key = total.inNeed() == 0
                ? "coverage.answer.noNeed"
                : total.lacking() == 0 ? "coverage.answer.all" : "coverage.answer.lacking";
        return texts.of(
                asked.day().equals(asked.today()) ? key : key + ".on",
                total.lacking(),
                total.inNeed(),
                asked.getRoleInSentence(),
                asked.day(),
                asked.places(total.inNeed()));
    }

    public List<Count> getStates() {
        CoverageFigure total = getTotal();
        return Stream.of(CoverageState.VACANT, CoverageState.NOT_COVERED, CoverageState.PARTLY, CoverageState.COVERED)
                .map(state -> new Count(
                        total.count(state),
                        texts.get("coverage.state." + state),
                        asked.link(UNITS, "state", AskedCoverage.lower(state)),
                        AskedCoverage.lower(state)))
                .toList();
    }

    public List<Line> getLines() {
        if (lines == null) {
            Function<CoverageFigure, String> label = labels();
            List<CoverageFigure> figures = chosen() == Level.DISTRICT
                    ? districts()
                    : Stream.concat(
                                    coverage.figures(asked.question(), chosen()).stream(),
                                    districts().stream().filter(CoverageFigure::beside))
                            .toList();
            lines = figures.stream()
                    .map(figure -> line(figure, label.apply(figure)))
                    .toList();
        }
        return lines;
    }

    public List<Choice> getLevels() {
        boolean units = asked.getHeldAt() == Role.HeldAt.UNIT;
        return Arrays.stream(Level.values())
                .filter(one -> units || one != Level.UNIT)
                .map(one -> new Choice(AskedCoverage.lower(one), texts.get("coverage.level." + one)))
                .toList();
    }

    /** What the first column of the figures holds. */
    public String getLevelName() {
        return texts.get("coverage.level." + chosen());
    }

    /** Null for who has the places of one organisation only: there is nothing to compare on a map. */
    public @Nullable TileMap getMap() {
        return pictures.map();
    }

    public StepLine getAhead() {
        return pictures.ahead();
    }

    /** One for each district; none for who sees no people. */
    public List<StackedBar> getBars() {
        return pictures.bars(districts());
    }

    /** What is to be renewed; none for who sees no people. */
    public List<Count> getDue() {
        AppointmentFigure all = coverage.appointmentTotal(asked.question());
        return all == null || all.total() == 0
                ? List.of()
                : List.of(
                        new Count(
                                all.dueSoon(),
                                texts.get("coverage.due.soon"),
                                asked.link(APPOINTMENTS, "due", "soon"),
                                "renewal"),
                        new Count(
                                all.dueYear(),
                                texts.get("coverage.due.year"),
                                asked.link(APPOINTMENTS, "due", "year"),
                                "renewal"),
                        new Count(
                                all.lapsed(),
                                texts.get("coverage.due.lapsed"),
                                asked.link(APPOINTMENTS, "standing", "lapsed"),
                                "lapsed"));
    }

    /** How many in each standing, for who sees no people: small numbers and what would tell them are left out. */
    public List<Told> getStandingsWithoutNames() {
        if (standingsWithoutNames == null) {
            standingsWithoutNames = standings();
        }
        return standingsWithoutNames;
    }

    private List<Told> standings() {
        SmallNumbers numbers = coverage.standingsWithoutNames(asked.getRole(), asked.day());
        if (numbers == null) {
            return List.of();
        }
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < numbers.parts().size(); i++) {
            told.add(new Told(
                    texts.get("certification.standing." + Standing.values()[i]),
                    number(numbers.parts().get(i), "coverage.small.part")));
        }
        told.add(new Told(texts.get("coverage.small.sum"), number(numbers.sum(), "coverage.small.hidden")));
        return told;
    }

    public LocalDate getFirstOfMonth() {
        return asked.day().withDayOfMonth(1);
    }

    private String number(@Nullable Integer count, String otherwise) {
        return count == null ? texts.get(otherwise) : count.toString();
    }

    private List<CoverageFigure> districts() {
        if (districts == null) {
            districts = coverage.figures(asked.question(), Level.DISTRICT);
        }
        return districts;
    }

    private Line line(CoverageFigure figure, String label) {
        Object[] group = group(figure);
        Map<String, String> lists = Arrays.stream(CoverageState.values())
                .collect(Collectors.toMap(
                        CoverageState::name,
                        state -> asked.link(UNITS, with(group, "state", AskedCoverage.lower(state)))));
        return new Line(label, figure, asked.link(UNITS, group), lists);
    }

    private Object[] group(CoverageFigure figure) {
        String id = Objects.toString(figure.groupId(), "");
        if (figure.beside()) {
            return new Object[] {"district", CoverageChoices.WIDE, "beside", "true"};
        }
        return switch (chosen()) {
            case DISTRICT -> new Object[] {"district", id.isEmpty() ? CoverageChoices.WIDE : id};
            case ORGANISATION -> new Object[] {"organisation", id};
            case KIND -> new Object[] {"kind", figure.ownKind() == null ? id : AskedCoverage.lower(figure.ownKind())};
            case UNIT -> new Object[] {"unit", id};
        };
    }

    private static Object[] with(Object[] some, Object... more) {
        Object[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    private Function<CoverageFigure, String> labels() {
        if (chosen() == Level.KIND) {
            Map<Long, String> kinds = places.kinds().stream()
                    .collect(Collectors.toMap(UnitKind::id, kind -> kind.name(language.getTag())));
            return figure -> figure.beside()
                    ? texts.get("coverage.countyWide")
                    : figure.ownKind() == null
                            ? kinds.getOrDefault(figure.groupId(), "")
                            : texts.get("organisation.organisationKind." + figure.ownKind());
        }
        return figure -> figure.name() == null ? texts.get("coverage.countyWide") : figure.name();
    }

    private Level chosen() {
        return Arrays.stream(Level.values())
                .filter(one -> AskedCoverage.lower(one).equals(level))
                .findFirst()
                .orElseGet(this::telling);
    }

    /** Who has one district only sees its organisations, rather than one line. */
    private Level telling() {
        return districts().stream().filter(one -> !one.beside()).count() > 1 ? Level.DISTRICT : Level.ORGANISATION;
    }

    public String getLevel() {
        return AskedCoverage.lower(chosen());
    }

    public void setLevel(@Nullable String level) {
        this.level = Objects.requireNonNullElse(level, "");
    }
}

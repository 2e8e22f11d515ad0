package se.metodporten.coverage.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Page;
import se.metodporten.common.Paging;
import se.metodporten.common.web.Choice;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.UserLanguage;
import se.metodporten.coverage.AppointmentRequests;
import se.metodporten.coverage.Coverage;
import se.metodporten.coverage.CoverageState;
import se.metodporten.coverage.CoveredUnit;
import se.metodporten.coverage.RequestState;
import se.metodporten.coverage.UnitFilter;
import se.metodporten.coverage.Within;
import se.metodporten.organisation.OrganisationKind;

/** {@code coverage/units.xhtml}: the units behind a figure. */
@Named
@RequestScoped
public class CoveredUnitsView {

    static final String LACKING = "lacking";

    @Inject
    private Coverage coverage;

    @Inject
    private AppointmentRequests requests;

    @Inject
    private AskedCoverage asked;

    @Inject
    private CoverageChoices choices;

    @Inject
    private Texts texts;

    @Inject
    private UserLanguage language;

    private String state = "";
    private String district = "";
    private String organisation = "";
    private String kind = "";
    private String unit = "";
    private String lostBy = "";
    private boolean beside;
    private String sort = "";
    private int page = 1;
    private @Nullable Page<CoveredUnit> found;
    private @Nullable Set<Long> askable;
    private @Nullable Map<Long, RequestState> states;

    public Page<CoveredUnit> getFound() {
        if (found == null) {
            found = coverage.units(asked.question(), filter());
        }
        return found;
    }

    /** Whether some row can be ticked, to ask its manager. */
    public boolean isAsks() {
        return !askable().isEmpty();
    }

    public boolean asksAbout(CoveredUnit row) {
        return askable().contains(row.unitId());
    }

    /** The address that asks about all rows of this page that can be asked about. */
    public String getAskAll() {
        return asked.link(
                "ask",
                "places",
                askable().stream().sorted().map(String::valueOf).collect(Collectors.joining(",")));
    }

    /** Where a request about the row stands; null for none. */
    public @Nullable RequestState request(CoveredUnit row) {
        return states().get(row.unitId());
    }

    public boolean isAnyRequest() {
        return !states().isEmpty();
    }

    /** About the past and the future nobody is asked, nor where nobody is lacking. */
    private Set<Long> askable() {
        if (askable == null) {
            askable = requests.mayAskAbout(lackingToday());
        }
        return askable;
    }

    private Map<Long, RequestState> states() {
        if (states == null) {
            states = requests.states(asked.getRole(), lackingToday());
        }
        return states;
    }

    private List<Long> lackingToday() {
        return asked.day().equals(asked.today())
                ? getFound().rows().stream()
                        .filter(CoveredUnit::lacking)
                        .map(CoveredUnit::unitId)
                        .toList()
                : List.of();
    }

    private UnitFilter filter() {
        boolean falling = sort.startsWith("-");
        String column = falling ? sort.substring(1) : sort;
        return new UnitFilter(
                CoverageChoices.constant(CoverageState.class, state).orElse(null),
                state.equals(LACKING),
                AskedCoverage.readable(lostBy),
                new Within(
                        CoverageChoices.id(district),
                        CoverageChoices.WIDE.equals(district),
                        CoverageChoices.id(organisation),
                        CoverageChoices.id(kind),
                        CoverageChoices.id(unit)),
                beside,
                CoverageChoices.constant(OrganisationKind.class, kind).orElse(null),
                CoverageChoices.constant(UnitFilter.Sort.class, column).orElse(UnitFilter.Sort.NAME),
                falling,
                Paging.page(page));
    }

    /** What is shown, in words. */
    public String getShown() {
        LocalDate lost = AskedCoverage.readable(lostBy);
        if (lost != null) {
            return texts.of(
                    "coverage.units.shown.lost",
                    getFound().total(),
                    asked.getRoleInSentence(),
                    choices.where(district, organisation),
                    lost,
                    asked.places(getFound().total()));
        }
        String key = state.isEmpty() ? "coverage.units.shown.all" : "coverage.units.shown." + state;
        boolean known = state.isEmpty()
                || state.equals(LACKING)
                || CoverageChoices.constant(CoverageState.class, state).isPresent();
        return texts.of(
                known ? key : "coverage.units.shown.all",
                getFound().total(),
                asked.getRoleInSentence(),
                choices.where(district, organisation),
                asked.day(),
                asked.places(getFound().total()));
    }

    public List<Choice> getStates() {
        return Stream.concat(
                        Stream.of(new Choice(LACKING, texts.get("coverage.lacking"))),
                        Arrays.stream(CoverageState.values())
                                .map(one -> new Choice(AskedCoverage.lower(one), texts.get("coverage.state." + one))))
                .toList();
    }

    /** What planned trainings make of a place that is about to be lost. */
    public String ifPlanned(CoveredUnit row) {
        LocalDate lost = Objects.requireNonNull(row.lostOnIfPlanned());
        return lost.equals(CountyTime.END_OF_DAYS)
                ? texts.get("coverage.ifPlanned")
                : texts.of("coverage.ifPlanned.through", lost.minusDays(1));
    }

    public String kindOf(CoveredUnit row) {
        if (row.ownKind() != null) {
            return texts.get("organisation.organisationKind." + row.ownKind());
        }
        return Objects.requireNonNullElse(language.getTag().equals("en") ? row.kindEn() : row.kindSv(), "");
    }

    public String getState() {
        return state;
    }

    public void setState(@Nullable String state) {
        this.state = Objects.requireNonNullElse(state, "");
    }

    public String getDistrict() {
        return district;
    }

    public void setDistrict(@Nullable String district) {
        this.district = Objects.requireNonNullElse(district, "");
    }

    public String getOrganisation() {
        return organisation;
    }

    public void setOrganisation(@Nullable String organisation) {
        this.organisation = Objects.requireNonNullElse(organisation, "");
    }

    public String getKind() {
        return kind;
    }

    public void setKind(@Nullable String kind) {
        this.kind = Objects.requireNonNullElse(kind, "");
    }

    public String getUnit() {
        return unit;
    }

    public void setUnit(@Nullable String unit) {
        this.unit = Objects.requireNonNullElse(unit, "");
    }

    public String getLostBy() {
        return lostBy;
    }

    public void setLostBy(@Nullable String lostBy) {
        this.lostBy = Objects.requireNonNullElse(lostBy, "");
    }

    public boolean isBeside() {
        return beside;
    }

    public void setBeside(boolean beside) {
        this.beside = beside;
    }

    public String getSort() {
        return sort;
    }

    public void setSort(@Nullable String sort) {
        this.sort = Objects.requireNonNullElse(sort, "");
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }
}

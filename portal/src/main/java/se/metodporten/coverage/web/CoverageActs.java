package se.metodporten.coverage.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.Page;
import se.metodporten.common.web.Texts;
import se.metodporten.coverage.AppointmentRequests;
import se.metodporten.coverage.Coverage;
import se.metodporten.coverage.CoveredUnit;
import se.metodporten.coverage.DueWithin;
import se.metodporten.coverage.RequestState;
import se.metodporten.coverage.UnitFilter;

/** What there is to do about coverage, on {@code coverage/coverage.xhtml}: who lacks somebody, and who soon will. */
@Named
@RequestScoped
public class CoverageActs {

    /** So many are named; the rest are behind the figure. */
    private static final int NAMED = 6;

    @Inject
    private Coverage coverage;

    @Inject
    private AppointmentRequests requests;

    @Inject
    private AskedCoverage asked;

    @Inject
    private Texts texts;

    private @Nullable Page<CoveredUnit> lacking;
    private @Nullable Page<CoveredUnit> lost;
    private @Nullable Map<Long, RequestState> states;

    /** Those that lack somebody, the most urgent first. */
    public Page<CoveredUnit> getLacking() {
        if (lacking == null) {
            lacking = coverage.units(
                    asked.question(), UnitFilter.ALL.lackingMostUrgentFirst().first(NAMED));
        }
        return lacking;
    }

    /** Those that are covered and no longer will be before the next follow-up. */
    public Page<CoveredUnit> getLost() {
        if (lost == null) {
            lost = coverage.units(
                    asked.question(), UnitFilter.ALL.lostBy(getSoon()).first(NAMED));
        }
        return lost;
    }

    public LocalDate getSoon() {
        return DueWithin.SOON.lastDay(asked.day());
    }

    public String getAllLacking() {
        return asked.link("units", "state", CoveredUnitsView.LACKING, "sort", "state");
    }

    public String getAllLost() {
        return asked.link("units", "lostBy", getSoon());
    }

    public String link(CoveredUnit place) {
        return asked.link("place", "id", place.unitId());
    }

    /** Where a request about a place that lacks somebody stands; null for none. */
    public @Nullable RequestState request(CoveredUnit place) {
        if (states == null) {
            states = asked.day().equals(asked.today())
                    ? requests.states(
                            asked.getRole(),
                            getLacking().rows().stream()
                                    .map(CoveredUnit::unitId)
                                    .toList())
                    : Map.of();
        }
        return states.get(place.unitId());
    }

    /** The address that asks the managers of those named; empty where the reader asks nobody. */
    public String getAsk() {
        if (!asked.day().equals(asked.today())) {
            return "";
        }
        List<Long> named = getLacking().rows().stream().map(CoveredUnit::unitId).toList();
        String places = requests.mayAskAbout(named).stream()
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(","));
        return places.isEmpty() ? "" : asked.link("ask", "places", places);
    }

    /** What planned trainings make of a place that is about to be lost. */
    public String ifPlanned(CoveredUnit place) {
        LocalDate day = place.lostOnIfPlanned();
        return day == null ? texts.get("coverage.ifPlanned.nothing") : texts.get("coverage.ifPlanned");
    }
}

package se.metodporten.coverage.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.common.picture.QuarterBars;
import se.metodporten.common.web.Texts;
import se.metodporten.coverage.AppointmentOnDay;
import se.metodporten.coverage.RefresherQuarter;
import se.metodporten.coverage.Refreshers;

/** On {@code coverage/coverage.xhtml}: seats against refreshers falling due, and who was never offered one. */
@Named
@RequestScoped
public class RefreshersView {

    private static final int MONTHS = 3;

    private static final Comparator<RefresherQuarter> COUNTYS_LAST = Comparator.comparing(
                    (RefresherQuarter one) -> one.districtId() == null)
            .thenComparing(one -> Objects.requireNonNullElse(one.districtName(), ""));

    @Inject
    private Refreshers refreshers;

    @Inject
    private AskedCoverage asked;

    @Inject
    private Guard guard;

    @Inject
    private Texts texts;

    private @Nullable List<RefresherQuarter> quarters;
    private @Nullable List<AppointmentOnDay> neverOffered;

    /** A district's quarters, each with the list of those who are due. */
    public record Line(String label, List<Cell> cells) {}

    public record Cell(int due, int seated, int seats, String href) {}

    /** Whether there is anything to tell: of today, to who sees people, about a role that is renewed. */
    public boolean isShown() {
        return !quarters().isEmpty();
    }

    /** Null where nothing is renewed. */
    public @Nullable QuarterBars getPicture() {
        if (quarters().isEmpty()) {
            return null;
        }
        Map<LocalDate, QuarterBars.Quarter> sums = new LinkedHashMap<>();
        for (RefresherQuarter one : quarters()) {
            sums.merge(
                    one.from(),
                    new QuarterBars.Quarter(label(one), one.due(), one.seated(), one.seats(), link(one, "")),
                    (some, more) -> new QuarterBars.Quarter(
                            some.label(),
                            some.due() + more.due(),
                            some.seated() + more.seated(),
                            some.seats() + more.seats(),
                            some.href()));
        }
        return new QuarterBars(
                texts.get("coverage.quarters"),
                texts.get("coverage.quarters.description"),
                List.copyOf(sums.values()),
                new QuarterBars.Words(
                        texts.get("coverage.quarters.quarter"),
                        texts.get("coverage.quarters.due"),
                        texts.get("coverage.quarters.seated"),
                        texts.get("coverage.quarters.without"),
                        texts.get("coverage.quarters.seats")));
    }

    /** Headings of the quarters in the table by district. */
    public List<String> getQuarters() {
        return quarters().stream().map(this::label).distinct().toList();
    }

    public List<Line> getLines() {
        List<LocalDate> days =
                quarters().stream().map(RefresherQuarter::from).distinct().toList();
        Map<String, List<RefresherQuarter>> byDistrict = new LinkedHashMap<>();
        quarters().stream()
                .sorted(COUNTYS_LAST)
                .forEach(one -> byDistrict
                        .computeIfAbsent(
                                Objects.requireNonNullElse(one.districtName(), texts.get("coverage.countyWide")),
                                name -> new ArrayList<>())
                        .add(one));
        return byDistrict.entrySet().stream()
                .map(line -> new Line(
                        line.getKey(),
                        days.stream().map(day -> cell(line.getValue(), day)).toList()))
                .toList();
    }

    private Cell cell(List<RefresherQuarter> line, LocalDate from) {
        return line.stream()
                .filter(one -> one.from().equals(from))
                .findFirst()
                .map(one -> new Cell(one.due(), one.seated(), one.seats(), link(one, district(one))))
                .orElse(new Cell(0, 0, 0, ""));
    }

    private static Object district(RefresherQuarter one) {
        return one.districtId() == null ? CoverageChoices.WIDE : one.districtId();
    }

    /** The list as of the quarter's first day, of those to be renewed by its last. */
    private String link(RefresherQuarter one, Object district) {
        return asked.linkOn(one.from(), false, "appointments", "due", one.through(), "district", district);
    }

    private String label(RefresherQuarter one) {
        return texts.of(
                "coverage.quarters.label",
                Integer.toString(one.through().getYear()),
                one.through().getMonthValue() / MONTHS);
    }

    public List<AppointmentOnDay> getNeverOffered() {
        if (neverOffered == null) {
            neverOffered = isShown() ? refreshers.neverOffered(asked.getRole()) : List.of();
        }
        return neverOffered;
    }

    private List<RefresherQuarter> quarters() {
        if (quarters == null) {
            boolean told = guard.mayAnywhere(Action.VIEW_PEOPLE) && asked.day().equals(asked.today());
            quarters = told ? refreshers.quarters(asked.getRole()) : List.of();
        }
        return quarters;
    }
}

package se.metodporten.coverage.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.metodporten.certification.rules.Standing;
import se.metodporten.common.Page;
import se.metodporten.common.Paging;
import se.metodporten.common.web.Choice;
import se.metodporten.common.web.Texts;
import se.metodporten.coverage.AppointmentFilter;
import se.metodporten.coverage.AppointmentOnDay;
import se.metodporten.coverage.Coverage;
import se.metodporten.coverage.DueWithin;
import se.metodporten.coverage.Within;

/** {@code coverage/appointments.xhtml}: the appointments behind a figure. */
@Named
@RequestScoped
public class CoveringAppointmentsView {

    @Inject
    private Coverage coverage;

    @Inject
    private AskedCoverage asked;

    @Inject
    private CoverageChoices choices;

    @Inject
    private Texts texts;

    private String standing = "";
    private String due = "";
    private String district = "";
    private String organisation = "";
    private String sort = "";
    private int page = 1;
    private @Nullable Page<AppointmentOnDay> found;

    public Page<AppointmentOnDay> getFound() {
        if (found == null) {
            boolean falling = sort.startsWith("-");
            String column = falling ? sort.substring(1) : sort;
            found = coverage.appointments(
                    asked.question(),
                    new AppointmentFilter(
                            CoverageChoices.constant(Standing.class, standing).orElse(null),
                            dueThrough(),
                            new Within(
                                    CoverageChoices.id(district),
                                    CoverageChoices.WIDE.equals(district),
                                    CoverageChoices.id(organisation),
                                    null,
                                    null),
                            CoverageChoices.constant(AppointmentFilter.Sort.class, column)
                                    .orElse(AppointmentFilter.Sort.NAME),
                            falling,
                            Paging.page(page)));
        }
        return found;
    }

    private @Nullable LocalDate dueThrough() {
        return CoverageChoices.constant(DueWithin.class, due)
                .map(within -> within.lastDay(asked.day()))
                .orElseGet(() -> AskedCoverage.readable(due));
    }

    /** What is shown, in words. */
    public String getShown() {
        return texts.of(
                dueThrough() == null ? "coverage.appointments.shown" : "coverage.appointments.shown.due",
                getFound().total(),
                asked.getRoleInSentence(),
                choices.where(district, organisation),
                asked.day(),
                Objects.requireNonNullElse(dueThrough(), asked.day()));
    }

    public List<Choice> getStandings() {
        return Arrays.stream(Standing.values())
                .filter(one -> one != Standing.ENDED)
                .map(one -> new Choice(AskedCoverage.lower(one), texts.get("certification.standing." + one)))
                .toList();
    }

    public List<Choice> getDues() {
        return Arrays.stream(DueWithin.values())
                .map(one -> new Choice(AskedCoverage.lower(one), texts.get("coverage.dueWithin." + one)))
                .toList();
    }

    public String getStanding() {
        return standing;
    }

    public void setStanding(@Nullable String standing) {
        this.standing = Objects.requireNonNullElse(standing, "");
    }

    public String getDue() {
        return due;
    }

    public void setDue(@Nullable String due) {
        this.due = Objects.requireNonNullElse(due, "");
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

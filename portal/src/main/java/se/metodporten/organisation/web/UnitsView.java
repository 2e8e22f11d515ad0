package se.metodporten.organisation.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.Page;
import se.metodporten.common.Paging;
import se.metodporten.common.web.Choice;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.UrlState;
import se.metodporten.common.web.UserLanguage;
import se.metodporten.organisation.Places;
import se.metodporten.organisation.Unit;
import se.metodporten.organisation.UnitSearch;

/** {@code organisation/units.xhtml}: the reader's units. */
@Named
@RequestScoped
public class UnitsView {

    private static final String COUNTY_WIDE = "county";
    private static final String CLOSED = "closed";

    @Inject
    private Places places;

    @Inject
    private Texts texts;

    @Inject
    private UserLanguage language;

    private String q = "";
    private String kind = "";
    private String organisation = "";
    private String district = "";
    private String state = "";
    private String sort = "";
    private String page = "";

    private @Nullable Page<Unit> units;

    public Page<Unit> getUnits() {
        if (units == null) {
            boolean countyWide = COUNTY_WIDE.equals(district);
            units = places.units(
                    new UnitSearch(
                            q,
                            UrlState.id(kind),
                            UrlState.id(organisation),
                            UrlState.id(district),
                            countyWide,
                            CLOSED.equals(state),
                            UrlState.column(UnitSearch.Sort.class, sort, UnitSearch.Sort.NAME),
                            UrlState.falling(sort)),
                    Paging.page(UrlState.page(page)));
        }
        return units;
    }

    public List<Choice> getKinds() {
        String tag = language.getTag();
        return places.kinds().stream()
                .map(known -> new Choice(Long.toString(known.id()), known.name(tag)))
                .toList();
    }

    public List<Choice> getOrganisations() {
        return places.organisations().stream()
                .map(known -> new Choice(Long.toString(known.id()), known.name()))
                .toList();
    }

    public List<Choice> getDistricts() {
        List<Choice> choices = new ArrayList<>(places.districts().stream()
                .map(known -> new Choice(Long.toString(known.id()), known.name()))
                .toList());
        choices.add(new Choice(COUNTY_WIDE, texts.get("organisation.countyWide")));
        return choices;
    }

    public List<Choice> getStates() {
        return List.of(new Choice(CLOSED, texts.get("organisation.units.closed")));
    }

    public String getQ() {
        return q;
    }

    public void setQ(@Nullable String q) {
        this.q = q == null ? "" : q;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(@Nullable String kind) {
        this.kind = kind == null ? "" : kind;
    }

    public String getOrganisation() {
        return organisation;
    }

    public void setOrganisation(@Nullable String organisation) {
        this.organisation = organisation == null ? "" : organisation;
    }

    public String getDistrict() {
        return district;
    }

    public void setDistrict(@Nullable String district) {
        this.district = district == null ? "" : district;
    }

    public String getState() {
        return state;
    }

    public void setState(@Nullable String state) {
        this.state = state == null ? "" : state;
    }

    public String getSort() {
        return sort;
    }

    public void setSort(@Nullable String sort) {
        this.sort = sort == null ? "" : sort;
    }

    public String getPage() {
        return page;
    }

    public void setPage(@Nullable String page) {
        this.page = page == null ? "" : page;
    }
}

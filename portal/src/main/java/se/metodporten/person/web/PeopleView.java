package se.metodporten.person.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.common.Page;
import se.metodporten.common.Paging;
import se.metodporten.common.web.Choice;
import se.metodporten.common.web.UrlState;
import se.metodporten.organisation.Places;
import se.metodporten.person.People;
import se.metodporten.person.PersonRow;
import se.metodporten.person.PersonSearch;

/** {@code person/people.xhtml}: finding people by name or e-mail. */
@Named
@RequestScoped
public class PeopleView {

    @Inject
    private People people;

    @Inject
    private Places places;

    @Inject
    private Guard guard;

    private String q = "";
    private String unit = "";
    private String sort = "";
    private String page = "";

    private @Nullable Page<PersonRow> found;

    public Page<PersonRow> getFound() {
        if (found == null) {
            found = people.find(
                    new PersonSearch(
                            q,
                            UrlState.id(unit),
                            UrlState.column(PersonSearch.Sort.class, sort, PersonSearch.Sort.FAMILY_NAME),
                            UrlState.falling(sort)),
                    Paging.page(UrlState.page(page)));
        }
        return found;
    }

    public boolean isMayAdd() {
        return guard.mayAnywhere(Action.ADD_PERSON);
    }

    /** The units to choose among. */
    public List<Choice> getUnits() {
        Action action = guard.mayAnywhere(Action.VIEW_PEOPLE) ? Action.VIEW_PEOPLE : Action.ADD_PERSON;
        return places.unitsFor(action).stream()
                .map(known -> new Choice(Long.toString(known.id()), known.name()))
                .toList();
    }

    public String getQ() {
        return q;
    }

    public void setQ(@Nullable String q) {
        this.q = q == null ? "" : q;
    }

    public String getUnit() {
        return unit;
    }

    public void setUnit(@Nullable String unit) {
        this.unit = unit == null ? "" : unit;
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

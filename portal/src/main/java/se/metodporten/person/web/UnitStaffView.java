package se.metodporten.person.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.common.Page;
import se.metodporten.common.Paging;
import se.metodporten.common.web.UrlState;
import se.metodporten.person.People;
import se.metodporten.person.PersonRow;
import se.metodporten.person.PersonSearch;

/** The people of a unit, on {@code organisation/unit.xhtml}: its managers, and by name who works there. */
@Named
@RequestScoped
public class UnitStaffView {

    private static final long NOWHERE = 0L;

    @Inject
    private People people;

    @Inject
    private Guard guard;

    private String id = "";
    private String sort = "";
    private String page = "";

    private @Nullable Boolean shown;
    private @Nullable List<PersonRow> managers;
    private @Nullable Page<PersonRow> staff;

    public boolean isShown() {
        if (shown == null) {
            shown = people.maySeeStaff(unitId());
        }
        return shown;
    }

    public boolean isMayAdd() {
        return guard.may(Action.ADD_PERSON, unitId());
    }

    /** Whether to offer what its manager does. */
    public boolean isManaging() {
        return guard.may(Action.APPOINT, unitId());
    }

    public List<PersonRow> getManagers() {
        if (managers == null) {
            managers = people.managers(unitId());
        }
        return managers;
    }

    public Page<PersonRow> getStaff() {
        if (staff == null) {
            staff = people.find(
                    new PersonSearch(
                            "",
                            unitId(),
                            UrlState.column(PersonSearch.Sort.class, sort, PersonSearch.Sort.FAMILY_NAME),
                            UrlState.falling(sort)),
                    Paging.page(UrlState.page(page)));
        }
        return staff;
    }

    /** What the person does in this unit, of several the first. */
    public String title(PersonRow person) {
        return person.work().stream()
                .filter(work -> work.unitId() == unitId())
                .map(PersonRow.Work::title)
                .findFirst()
                .orElse("");
    }

    private long unitId() {
        return Objects.requireNonNullElse(UrlState.id(id), NOWHERE);
    }

    public String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id == null ? "" : id;
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

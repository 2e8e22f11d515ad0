package se.metodporten.person.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.Page;
import se.metodporten.common.Paging;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.Told;
import se.metodporten.common.web.UrlState;
import se.metodporten.person.People;
import se.metodporten.person.PersonCard;
import se.metodporten.person.PersonRow;
import se.metodporten.person.PersonSearch;

/** {@code person/merge.xhtml}: an administrator says that two rows are one person; first whom, then for sure. */
@Named
@ViewScoped
public class MergeView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final long NOBODY = 0L;

    @Inject
    private People people;

    @Inject
    private Texts texts;

    private String from = "";
    private String into = "";
    private String q = "";

    private transient @Nullable PersonCard leaving;
    private transient @Nullable PersonCard staying;
    private transient @Nullable Page<PersonRow> found;

    /** The other one is likely to be called the same. */
    public void load() {
        leaving = people.person(id(from));
        if (!into.isEmpty()) {
            staying = people.person(id(into));
        } else if (q.isEmpty()) {
            q = Objects.requireNonNullElse(leaving.name(), "");
        }
    }

    public String merge() {
        people.merge(id(from), id(into));
        Told.onNextPage(texts.get("person.merge.done"));
        return "/person/person.xhtml?faces-redirect=true&id=" + id(into);
    }

    public @Nullable PersonCard getLeaving() {
        if (leaving == null) {
            leaving = people.person(id(from));
        }
        return leaving;
    }

    public @Nullable PersonCard getStaying() {
        if (staying == null && !into.isEmpty()) {
            staying = people.person(id(into));
        }
        return staying;
    }

    public Page<PersonRow> getFound() {
        if (found == null) {
            found = people.find(new PersonSearch(q, null, PersonSearch.Sort.FAMILY_NAME, false), Paging.FIRST);
        }
        return found;
    }

    private static long id(String text) {
        return Objects.requireNonNullElse(UrlState.id(text), NOBODY);
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = from == null ? "" : from;
    }

    public String getInto() {
        return into;
    }

    public void setInto(@Nullable String into) {
        this.into = into == null ? "" : into;
    }

    public String getQ() {
        return q;
    }

    public void setQ(@Nullable String q) {
        this.q = q == null ? "" : q;
    }
}

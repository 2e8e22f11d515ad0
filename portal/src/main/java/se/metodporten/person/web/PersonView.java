package se.metodporten.person.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.UrlState;
import se.metodporten.person.People;
import se.metodporten.person.PersonCard;

/** {@code person/person.xhtml}: name, contact and work of one person. */
@Named
@RequestScoped
public class PersonView {

    private static final long NOBODY = 0L;

    @Inject
    private People people;

    @Inject
    private Guard guard;

    @Inject
    private Texts texts;

    private String id = "";

    private @Nullable PersonCard card;

    public void load() {
        card = people.person(Objects.requireNonNullElse(UrlState.id(id), NOBODY));
    }

    public @Nullable PersonCard getCard() {
        return card;
    }

    /** The name, or that it is a person. */
    public String getName() {
        return card == null || card.name() == null ? texts.get("person.someone") : card.name();
    }

    public boolean isMayMerge() {
        return guard.mayAnywhere(Action.ADMINISTER);
    }

    public String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id == null ? "" : id;
    }
}

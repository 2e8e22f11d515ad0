package se.metodporten.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.agreement.AgreementLine;
import se.metodporten.certification.web.FactWords;
import se.metodporten.certification.web.StandingView;
import se.metodporten.common.CountyTime;
import se.metodporten.common.web.Days;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.UrlState;
import se.metodporten.common.web.UserLanguage;
import se.metodporten.desk.PersonPage;
import se.metodporten.desk.PersonPages;
import se.metodporten.fact.FactRecord;
import se.metodporten.person.PersonCard;
import se.metodporten.training.PersonsTraining;

/** {@code person/person.xhtml}: one person; without an id in the URL, the reader. */
@Named
@RequestScoped
public class PersonView {

    private static final long NOBODY = 0L;

    @Inject
    private PersonPages pages;

    @Inject
    private StandingView standing;

    @Inject
    private FactWords words;

    @Inject
    private Guard guard;

    @Inject
    private Texts texts;

    @Inject
    private Days days;

    @Inject
    private UserLanguage language;

    private String id = "";

    private @Nullable PersonPage page;

    public void load() {
        page = id.isEmpty() ? pages.mine() : pages.of(Objects.requireNonNullElse(UrlState.id(id), NOBODY));
    }

    public PersonPage getPage() {
        return Objects.requireNonNull(page);
    }

    public PersonCard getCard() {
        return getPage().card();
    }

    /** The name, or that it is a person. */
    public String getName() {
        return Objects.requireNonNullElse(getCard().name(), texts.get("person.someone"));
    }

    /** What is left to do for an appointment. */
    public List<StandingView.Step> left(PersonPage.Held held) {
        return standing.steps(held.standing()).stream()
                .filter(step -> !step.done())
                .toList();
    }

    public String say(FactRecord fact) {
        return words.of(fact, getPage().names());
    }

    public String recorded(PersonPage.Noted noted) {
        String at = days.moment(noted.fact().recordedAt());
        if (noted.byThePortal()) {
            return texts.of("desk.person.recordedByPortal", at);
        }
        return noted.recordedBy() == null ? at : texts.of("desk.person.recordedBy", at, noted.recordedBy());
    }

    /** How a sign-up or an attendance went. */
    public String state(PersonsTraining training) {
        if (training.calledOff()) {
            return texts.get("desk.person.calledOff");
        }
        if (training.attended() > 0) {
            return texts.of("desk.person.attended", training.attended(), training.sessions());
        }
        return texts.get(training.marked() ? "desk.person.notAttended" : "training.SignUpState." + training.state());
    }

    /** Where an agreement stands. */
    public String state(AgreementLine agreement) {
        if (agreement.endedOn() != null) {
            return texts.of("desk.person.agreementEnded", agreement.endedOn());
        }
        if (agreement.inForceFrom() != null) {
            return agreement.validThrough().equals(CountyTime.END_OF_DAYS)
                    ? texts.of("desk.person.inForce", agreement.inForceFrom())
                    : texts.of("desk.person.inForceThrough", agreement.inForceFrom(), agreement.validThrough());
        }
        if (agreement.signedByAppointee()) {
            return texts.get("desk.person.signedByAppointee");
        }
        return texts.get(agreement.signedByManager() ? "desk.person.signedByManager" : "desk.person.unsigned");
    }

    /** What an appointment is called. */
    public String about(long appointmentId) {
        return getPage().appointments().stream()
                .map(PersonPage.Held::card)
                .filter(card -> card.id() == appointmentId)
                .map(card -> texts.of("desk.person.appointment", card.role().in(language.locale()), card.place()))
                .findFirst()
                .orElse("");
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

package se.metodporten.administration.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Accounts;
import se.metodporten.access.Office;
import se.metodporten.access.Offices;
import se.metodporten.administration.AccountList;
import se.metodporten.administration.AccountRow;
import se.metodporten.administration.HeldOffice;
import se.metodporten.administration.PlaceChoice;
import se.metodporten.common.web.Choice;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.Told;

/** {@code administration/account.xhtml}: one person's way in and offices. */
@Named("administeredAccount")
@ViewScoped
public class AccountView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private AccountList list;

    @Inject
    private Accounts accounts;

    @Inject
    private Offices offices;

    @Inject
    private Texts texts;

    private long person;
    private Office office = Office.MANAGER;
    private long place;
    private @Nullable LocalDate from;
    private @Nullable LocalDate through;
    private @Nullable AccountRow row;
    private List<HeldOffice> held = List.of();

    public void load() {
        row = list.account(person);
        held = list.offices(person);
    }

    public String invite() {
        boolean mailed = accounts.invite(person);
        return done(mailed ? "administration.account.invited" : "administration.account.hasPassword");
    }

    public String close() {
        accounts.close(accountId());
        return done("administration.account.closed");
    }

    public String reopen() {
        accounts.reopen(accountId());
        return done("administration.account.reopened");
    }

    public String grant() {
        LocalDate first = from;
        if (first != null) {
            offices.grant(person, office, place, first, through);
        }
        return done("administration.account.granted");
    }

    public String revoke(long grantId) {
        offices.revoke(grantId);
        return done("administration.account.revoked");
    }

    private long accountId() {
        Long id = list.account(person).accountId();
        return id == null ? 0 : id;
    }

    private String done(String key) {
        Told.onNextPage(texts.of(key));
        return "/administration/account.xhtml?faces-redirect=true&person=" + person;
    }

    public @Nullable AccountRow getRow() {
        return row;
    }

    public List<HeldOffice> getHeld() {
        return held;
    }

    public List<Choice> getOffices() {
        return Arrays.stream(Office.values())
                .filter(Office::isGiven)
                .map(each -> new Choice(each.name(), texts.of("access.office." + each.name())))
                .toList();
    }

    public List<PlaceChoice> getPlaces() {
        return list.places();
    }

    public long getPerson() {
        return person;
    }

    public void setPerson(long person) {
        this.person = person;
    }

    public Office getOffice() {
        return office;
    }

    public void setOffice(Office office) {
        this.office = office;
    }

    public long getPlace() {
        return place;
    }

    public void setPlace(long place) {
        this.place = place;
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }

    public @Nullable LocalDate getThrough() {
        return through;
    }

    public void setThrough(@Nullable LocalDate through) {
        this.through = through;
    }
}

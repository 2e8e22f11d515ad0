package se.metodporten.role.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.CountyTime;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.Told;
import se.metodporten.common.web.UrlState;
import se.metodporten.common.web.UserLanguage;
import se.metodporten.role.OrganisationTerms;
import se.metodporten.role.RoleChanges;
import se.metodporten.role.TermsOfOrganisations;

/** {@code role/terms.xhtml}: what organisations add to a role; with an organisation, the form for it. */
@Named
@ViewScoped
public class TermsView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int NO_NUMBER = -1;

    @Inject
    private TermsOfOrganisations terms;

    @Inject
    private RoleChanges roles;

    @Inject
    private Texts texts;

    @Inject
    private UserLanguage language;

    @Inject
    private Clock clock;

    private String role = "";
    private @Nullable String organisation;
    private String name = "";
    private transient @Nullable List<OrganisationTerms> all;
    private boolean chosen;
    private long organisationId;
    private String organisationName = "";
    private @Nullable Integer seenShare;
    private String seenAdditions = "";
    private @Nullable LocalDate seenFrom;
    private String share = "";
    private String additions = "";
    private @Nullable LocalDate from;

    /** Refuses who may not decide. */
    public void load() {
        name = roles.role(role).name().in(language.locale());
        from = CountyTime.today(clock);
        Long asked = UrlState.id(organisation);
        getAll().stream()
                .filter(one -> asked != null && one.organisationId() == asked)
                .findFirst()
                .ifPresent(this::show);
    }

    private void show(OrganisationTerms one) {
        chosen = true;
        organisationId = one.organisationId();
        organisationName = one.organisation();
        seenShare = one.sharePercent();
        seenAdditions = one.additions();
        seenFrom = one.validFrom();
        share = seenShare == null ? "" : seenShare.toString();
        additions = seenAdditions;
    }

    public String decide() {
        terms.decide(
                role,
                new OrganisationTerms(organisationId, organisationName, typedShare(), additions, from),
                new OrganisationTerms(organisationId, organisationName, seenShare, seenAdditions, seenFrom));
        Told.onNextPage(texts.of("role.organisation.done", organisationName));
        return "/role/terms.xhtml?faces-redirect=true&role=" + role;
    }

    private @Nullable Integer typedShare() {
        if (share.isBlank()) {
            return null;
        }
        Long typed = UrlState.id(share.strip());
        return typed == null ? NO_NUMBER : (int) Math.min(typed, Integer.MAX_VALUE);
    }

    public List<OrganisationTerms> getAll() {
        if (all == null) {
            all = terms.of(role);
        }
        return all;
    }

    public boolean isChosen() {
        return chosen;
    }

    public String getName() {
        return name;
    }

    public String getOrganisationName() {
        return organisationName;
    }

    public String getRole() {
        return role;
    }

    public void setRole(@Nullable String role) {
        this.role = role == null ? "" : role;
    }

    public @Nullable String getOrganisation() {
        return organisation;
    }

    public void setOrganisation(@Nullable String organisation) {
        this.organisation = organisation;
    }

    public String getShare() {
        return share;
    }

    public void setShare(@Nullable String share) {
        this.share = share == null ? "" : share;
    }

    public String getAdditions() {
        return additions;
    }

    public void setAdditions(@Nullable String additions) {
        this.additions = additions == null ? "" : additions;
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }
}

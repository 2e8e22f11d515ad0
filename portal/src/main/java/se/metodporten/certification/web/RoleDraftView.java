package se.metodporten.certification.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.metodporten.certification.RolePreviews;
import se.metodporten.common.Bilingual;
import se.metodporten.common.DomainException;
import se.metodporten.common.Words;
import se.metodporten.common.web.Choice;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.UserLanguage;
import se.metodporten.organisation.Places;
import se.metodporten.role.Requirement;
import se.metodporten.role.Role;
import se.metodporten.role.RoleChanges;
import se.metodporten.role.RoleChanges.Offer;
import se.metodporten.role.RoleDraft;

/** {@code certification/role-draft.xhtml}: what a role is to require, before it is previewed and decided. */
@Named
@ViewScoped
public class RoleDraftView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private RoleChanges changes;

    @Inject
    private RolePreviews previews;

    @Inject
    private Places places;

    @Inject
    private Texts texts;

    @Inject
    private UserLanguage language;

    private String role = "";
    private @Nullable String preview;
    private long roleId;
    private long basedOn;
    private @Nullable LocalDate validFrom;
    private @Nullable LocalDate transition;
    private String window = "";
    private String adding = "0";
    private final ArrayList<AskedField> asked = new ArrayList<>();
    private transient @Nullable Role shown;
    private transient @Nullable List<Offer> offers;
    private transient @Nullable List<Choice> unitKinds;

    /** Begins with what was previewed, else with what is decided. */
    public void load() {
        shown = changes.role(role);
        RoleDraft draft = previews.preview(preview)
                .filter(before -> before.role().code().equals(role) && before.decidedAs() == null)
                .flatMap(before -> Optional.ofNullable(before.draft()))
                .orElseGet(() -> changes.begin(role));
        roleId = draft.roleId();
        basedOn = draft.basedOn();
        validFrom = draft.validFrom();
        transition = draft.transition();
        window = Integer.toString(draft.windowMonths());
        draft.requirements().forEach(one -> asked.add(AskedField.of(one)));
    }

    /** One more requirement, with the words that fit most roles. */
    public void add() {
        int number = AskedField.number(adding);
        if (number < 0 || number >= offers().size()) {
            return;
        }
        Offer offer = offers().get(number);
        boolean attestation = offer.kind() == Requirement.Kind.ATTESTATION;
        Set<String> taken = asked.stream().map(AskedField::getCode).collect(Collectors.toSet());
        if (!attestation && taken.contains(offer.code())) {
            throw DomainException.at("adding", "role.refused.twice");
        }
        asked.add(new AskedField(
                offer.kind(),
                attestation ? RoleDraft.attestationCode(taken) : offer.code(),
                proposed(offer, Words.SWEDISH),
                proposed(offer, Words.ENGLISH)));
    }

    private static String proposed(Offer offer, Locale locale) {
        Bilingual name = offer.name();
        return Words.in(locale, "role.proposed." + offer.kind(), name == null ? "" : name.in(locale));
    }

    public void remove(int position) {
        asked.remove(position);
    }

    /** Changes places with the one before. */
    public void raise(int position) {
        asked.add(position - 1, asked.remove(position));
    }

    public String preview() {
        RoleDraft draft = new RoleDraft(
                roleId,
                basedOn,
                validFrom,
                transition,
                AskedField.number(window),
                asked.stream().map(AskedField::asked).toList());
        return "/certification/role-preview.xhtml?faces-redirect=true&preview=" + previews.start(draft);
    }

    /** Kind and name of what is required: for a course its name. */
    public String heading(AskedField field) {
        return offers().stream()
                .filter(offer -> offer.kind() == field.getKind() && offer.code().equals(field.getCode()))
                .findFirst()
                .map(this::label)
                .orElseGet(() -> texts.of("role.kind." + field.getKind()));
    }

    public String label(Offer offer) {
        String kind = texts.of("role.kind." + offer.kind());
        Bilingual name = offer.name();
        return name == null ? kind : kind + ": " + name.in(language.locale());
    }

    /** What can be added; the value is a position in the offers. */
    public List<Choice> getOfferItems() {
        List<Offer> all = offers();
        return IntStream.range(0, all.size())
                .mapToObj(at -> new Choice(Integer.toString(at), label(all.get(at))))
                .toList();
    }

    private List<Offer> offers() {
        if (offers == null) {
            offers = changes.offers();
        }
        return offers;
    }

    /** Trainings that the draft asks: a refresher's period starts with one of them. */
    public List<AskedField> getTrainings() {
        return asked.stream()
                .filter(field -> field.getKind() == Requirement.Kind.TRAINING)
                .toList();
    }

    public List<Requirement.NextDueFrom> getNextDueFroms() {
        return List.of(Requirement.NextDueFrom.values());
    }

    /** Kinds of unit at which a requirement may be asked alone; none where the role is not held at a unit. */
    public List<Choice> getUnitKinds() {
        if (unitKinds == null) {
            unitKinds = shown().heldAt() != Role.HeldAt.UNIT
                    ? List.of()
                    : places.kinds().stream()
                            .map(kind -> new Choice(
                                    kind.code(), kind.name(language.locale().getLanguage())))
                            .toList();
        }
        return unitKinds;
    }

    public List<Requirement.AfterGrace> getAfterGraces() {
        return List.of(Requirement.AfterGrace.values());
    }

    public String getName() {
        return shown().name().in(language.locale());
    }

    private Role shown() {
        Role known = shown;
        if (known == null) {
            known = changes.role(role);
            shown = known;
        }
        return known;
    }

    public List<AskedField> getAsked() {
        return asked;
    }

    public String getRole() {
        return role;
    }

    public void setRole(@Nullable String role) {
        this.role = role == null ? "" : role;
    }

    public @Nullable String getPreview() {
        return preview;
    }

    public void setPreview(@Nullable String preview) {
        this.preview = preview;
    }

    public @Nullable LocalDate getValidFrom() {
        return validFrom;
    }

    public void setValidFrom(@Nullable LocalDate validFrom) {
        this.validFrom = validFrom;
    }

    public @Nullable LocalDate getTransition() {
        return transition;
    }

    public void setTransition(@Nullable LocalDate transition) {
        this.transition = transition;
    }

    public String getWindow() {
        return window;
    }

    public void setWindow(@Nullable String window) {
        this.window = window == null ? "" : window;
    }

    public String getAdding() {
        return adding;
    }

    public void setAdding(String adding) {
        this.adding = adding;
    }
}

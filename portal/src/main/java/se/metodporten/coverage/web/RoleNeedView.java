package se.metodporten.coverage.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.CountyTime;
import se.metodporten.common.web.Choice;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.Told;
import se.metodporten.common.web.UserLanguage;
import se.metodporten.coverage.KindNeed;
import se.metodporten.coverage.RoleNeeds;
import se.metodporten.organisation.OrganisationKind;
import se.metodporten.organisation.Places;
import se.metodporten.organisation.UnitKind;
import se.metodporten.role.Role;
import se.metodporten.role.RoleChanges;

/** {@code coverage/role-need.xhtml}: how many people in a role places need, by their kind. */
@Named
@ViewScoped
public class RoleNeedView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private RoleNeeds needs;

    @Inject
    private RoleChanges roles;

    @Inject
    private Places places;

    @Inject
    private Texts texts;

    @Inject
    private UserLanguage language;

    @Inject
    private Clock clock;

    private String role = "";
    private String name = "";
    private long seen;
    private @Nullable LocalDate from;
    private List<LocalDate> coming = List.of();
    private final ArrayList<KindNeedField> fields = new ArrayList<>();

    /** Refuses who may not decide. */
    public void load() {
        Role shown = roles.role(role);
        name = shown.name().in(language.locale());
        from = CountyTime.today(clock);
        RoleNeeds.Decided decided = needs.of(role, CountyTime.today(clock));
        seen = decided.version();
        coming = decided.coming();
        if (shown.heldAt() == Role.HeldAt.UNIT) {
            for (UnitKind kind : places.kinds()) {
                List<KindNeed> ofKind = decided.needs().stream()
                        .filter(need -> kind.code().equals(need.unitKind()))
                        .toList();
                for (KindNeed need : ofKind.isEmpty() ? List.of(new KindNeed(kind.code(), null, 0)) : ofKind) {
                    fields.add(
                            new KindNeedField(need, kind.name(language.locale().getLanguage()), decided.places(need)));
                }
            }
        } else {
            for (OrganisationKind kind : OrganisationKind.values()) {
                KindNeed need = decided.needs().stream()
                        .filter(one -> one.organisationKind() == kind)
                        .findFirst()
                        .orElse(new KindNeed(null, kind, 0));
                fields.add(new KindNeedField(
                        need, texts.get("organisation.organisationKind." + kind), decided.places(need)));
            }
        }
    }

    public String decide() {
        needs.decide(
                role,
                Objects.requireNonNull(from),
                fields.stream().map(KindNeedField::need).toList(),
                seen);
        Told.onNextPage(texts.of("coverage.roleNeed.done", name));
        return "/role/roles.xhtml?faces-redirect=true";
    }

    public List<Choice> getOrganisationKinds() {
        return Stream.concat(
                        Stream.of(new Choice(KindNeedField.ALL, texts.get("coverage.roleNeed.all"))),
                        Stream.of(OrganisationKind.values())
                                .map(kind ->
                                        new Choice(kind.name(), texts.get("organisation.organisationKind." + kind))))
                .toList();
    }

    public List<KindNeedField> getFields() {
        return fields;
    }

    public List<LocalDate> getComing() {
        return coming;
    }

    public String getName() {
        return name;
    }

    public String getRole() {
        return role;
    }

    public void setRole(@Nullable String role) {
        this.role = role == null ? "" : role;
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }
}

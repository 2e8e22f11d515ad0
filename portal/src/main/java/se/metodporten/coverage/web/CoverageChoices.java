package se.metodporten.coverage.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.web.Choice;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.UserLanguage;
import se.metodporten.organisation.Organisation;
import se.metodporten.organisation.OrganisationKind;
import se.metodporten.organisation.PlaceName;
import se.metodporten.organisation.Places;
import se.metodporten.role.Role;

/** What the lists of coverage can be limited to, and how it stands in the URL. */
@Named
@RequestScoped
public class CoverageChoices {

    /** Of the parameter {@code district}: units without one. */
    static final String WIDE = "wide";

    /** Digits that fit a {@code long}. */
    private static final int LONGEST_ID = 18;

    @Inject
    private Places places;

    @Inject
    private AskedCoverage asked;

    @Inject
    private Texts texts;

    @Inject
    private UserLanguage language;

    private @Nullable List<PlaceName> districts;
    private @Nullable List<Organisation> organisations;

    public List<Choice> getDistricts() {
        return Stream.concat(
                        districts().stream().map(one -> new Choice(Long.toString(one.id()), one.name())),
                        Stream.of(new Choice(WIDE, texts.get("coverage.countyWide"))))
                .toList();
    }

    public List<Choice> getOrganisations() {
        return organisations().stream()
                .map(one -> new Choice(Long.toString(one.id()), one.name()))
                .toList();
    }

    /** Kinds of units, or of organisations where the role asked about is held at those. */
    public List<Choice> getKinds() {
        if (asked.getHeldAt() == Role.HeldAt.ORGANISATION) {
            return Arrays.stream(OrganisationKind.values())
                    .map(one -> new Choice(AskedCoverage.lower(one), texts.get("organisation.organisationKind." + one)))
                    .toList();
        }
        return places.kinds().stream()
                .map(one -> new Choice(Long.toString(one.id()), one.name(language.getTag())))
                .toList();
    }

    /** The place that a list is limited to, in words; empty for none. */
    String where(String district, String organisation) {
        Optional<String> within = organisations().stream()
                .filter(one -> Long.toString(one.id()).equals(organisation))
                .map(Organisation::name)
                .findFirst()
                .or(() -> districts().stream()
                        .filter(one -> Long.toString(one.id()).equals(district))
                        .map(PlaceName::name)
                        .findFirst());
        return within.map(name -> texts.of("coverage.where", name)).orElse("");
    }

    /** What was typed by hand and is no id is as if it were not there. */
    static @Nullable Long id(@Nullable String text) {
        String typed = Objects.requireNonNullElse(text, "");
        boolean digits = !typed.isEmpty()
                && typed.length() <= LONGEST_ID
                && typed.chars().allMatch(letter -> letter >= '0' && letter <= '9');
        return digits ? Long.valueOf(typed) : null;
    }

    static <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> AskedCoverage.lower(one).equals(name))
                .findFirst();
    }

    private List<PlaceName> districts() {
        if (districts == null) {
            districts = places.districts();
        }
        return districts;
    }

    private List<Organisation> organisations() {
        if (organisations == null) {
            organisations = places.organisations();
        }
        return organisations;
    }
}

package se.metodporten.coverage.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.web.Choice;
import se.metodporten.common.web.Texts;
import se.metodporten.coverage.Indicator;

/** {@code coverage/indicator.xhtml}: what a figure means, how it is counted, and where it may mislead. */
@Named
@RequestScoped
public class IndicatorView {

    /** As they are read, from what to how. */
    static final List<String> FIELDS = List.of(
            "measure",
            "unit",
            "purpose",
            "interpretation",
            "direction",
            "target",
            "source",
            "errors",
            "numerator",
            "denominator",
            "levels",
            "comment");

    private static final Set<String> OF_THE_SUBJECT = Set.of("unit", "source", "errors", "levels");

    @Inject
    private Texts texts;

    private Indicator indicator = Indicator.COVERED;

    /** @param text what stands there */
    public record Field(String label, String text) {}

    public String getTitle() {
        return texts.get("indicator.title." + indicator);
    }

    public List<Field> getFields() {
        return FIELDS.stream()
                .map(field -> new Field(texts.get("indicator.field." + field), texts.get(key(indicator, field))))
                .toList();
    }

    /** The bundle's key of a field: its own, or that of all figures about the same. */
    static String key(Indicator indicator, String field) {
        String whose = field.equals("direction")
                ? indicator.direction().name()
                : OF_THE_SUBJECT.contains(field) ? indicator.subject().name() : indicator.name();
        return "indicator." + field + "." + whose;
    }

    /** All figures, the one that is shown among them. */
    public List<Choice> getAll() {
        return Arrays.stream(Indicator.values())
                .map(one -> new Choice(AskedCoverage.lower(one), texts.get("indicator.title." + one)))
                .toList();
    }

    public String getOf() {
        return AskedCoverage.lower(indicator);
    }

    public void setOf(@Nullable String of) {
        indicator = CoverageChoices.constant(Indicator.class, Objects.requireNonNullElse(of, ""))
                .orElse(Indicator.COVERED);
    }
}

package se.metodporten.coverage.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.CountyTime;
import se.metodporten.common.web.Choice;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.UserLanguage;
import se.metodporten.coverage.Coverage;
import se.metodporten.coverage.CoverageQuestion;
import se.metodporten.coverage.NeededRole;
import se.metodporten.coverage.PlannedOnce;
import se.metodporten.role.Role;

/**
 * What every page of coverage has in its URL: {@code role}, {@code asOf}, {@code known=then} for what was known on that
 * day, and {@code planned=true} for what planned trainings would make of it. What cannot be read is as if it were not there.
 */
@Named
@RequestScoped
public class AskedCoverage {

    private static final String THEN = "then";
    private static final String PLANNED = "true";
    private static final int LAST_YEAR = 9000;

    @Inject
    private Coverage coverage;

    @Inject
    private Texts texts;

    @Inject
    private UserLanguage language;

    @Inject
    private Clock clock;

    @Inject
    private HttpServletRequest request;

    private String role = "";
    private String asOf = "";
    private String known = "";
    private boolean planned;
    private @Nullable List<NeededRole> roles;
    private final PlannedOnce once = new PlannedOnce();

    /** The question of the URL; of today and the first role that is needed where it says nothing. */
    public CoverageQuestion question() {
        return new CoverageQuestion(getRole(), day(), knownAt(), isPlanned(), once);
    }

    public LocalDate day() {
        LocalDate asked = readable(asOf);
        return asked == null ? today() : asked;
    }

    public LocalDate today() {
        return CountyTime.today(clock);
    }

    /** Whether the URL names a day that is none. */
    public boolean isUnreadable() {
        return !asOf.isBlank() && readable(asOf) == null;
    }

    /** Of the role asked about; null when no place needs any. */
    public @Nullable Long getRoleId() {
        return asked().map(NeededRole::id).orElse(null);
    }

    /** What kind of place needs the role. */
    public Role.HeldAt getHeldAt() {
        return asked().map(NeededRole::heldAt).orElse(Role.HeldAt.UNIT);
    }

    /** {@code enheter} or {@code huvudmän}, or one of them, as it stands after a number. */
    public String places(int count) {
        return texts.of("coverage.places." + getHeldAt(), count);
    }

    /** {@code metodhandledare}, as it stands in a sentence; empty when no place needs any role. */
    public String getRoleInSentence() {
        return asked().map(needed -> needed.name(language.locale()))
                .map(name -> name.substring(0, 1).toLowerCase(language.locale()) + name.substring(1))
                .orElse("");
    }

    private Optional<NeededRole> asked() {
        return roles().stream()
                .filter(needed -> needed.code().equals(getRole()))
                .findFirst();
    }

    public List<Choice> getRoles() {
        return roles().stream()
                .map(needed -> new Choice(needed.code(), needed.name(language.locale())))
                .toList();
    }

    public List<Choice> getKnowns() {
        return List.of(
                new Choice("", texts.get("coverage.known.now")), new Choice(THEN, texts.get("coverage.known.then")));
    }

    /** The address of a page about the same question. */
    public String link(String page, Object... namesAndValues) {
        return linkOn(day(), isPlanned(), page, namesAndValues);
    }

    /** The address of a page about another day of the same question; empty and absent values are left out. */
    String linkOn(LocalDate day, boolean ifPlanned, String page, Object... namesAndValues) {
        StringBuilder link = new StringBuilder(request.getContextPath())
                .append("/coverage/")
                .append(page)
                .append(".xhtml?role=")
                .append(encoded(getRole()))
                .append("&asOf=")
                .append(day);
        if (knownThen()) {
            link.append("&known=").append(THEN);
        }
        if (ifPlanned) {
            link.append("&planned=true");
        }
        for (int i = 0; i < namesAndValues.length; i += 2) {
            String value = Objects.toString(namesAndValues[i + 1], "");
            if (!value.isEmpty()) {
                link.append('&').append(namesAndValues[i]).append('=').append(encoded(value));
            }
        }
        return link.toString();
    }

    /** An enum's constant as it stands in a URL. */
    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private List<NeededRole> roles() {
        if (roles == null) {
            roles = coverage.roles(day());
        }
        return roles;
    }

    private Instant knownAt() {
        return knownThen() ? day().atTime(LocalTime.MAX).atZone(CountyTime.ZONE).toInstant() : CoverageQuestion.NOW;
    }

    /** On a day to come nothing else is known than now. */
    private boolean knownThen() {
        return THEN.equals(known) && day().isBefore(today());
    }

    /** Null for what is no day, or one that nobody means. */
    static @Nullable LocalDate readable(String text) {
        try {
            LocalDate day = LocalDate.parse(text.strip());
            return day.isBefore(CountyTime.FIRST_DAY) || day.getYear() > LAST_YEAR ? null : day;
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public String getRole() {
        boolean needed = roles().stream().anyMatch(one -> one.code().equals(role));
        return needed
                ? role
                : roles().stream().findFirst().map(NeededRole::code).orElse("");
    }

    public void setRole(@Nullable String role) {
        this.role = Objects.requireNonNullElse(role, "");
    }

    public String getAsOf() {
        return day().toString();
    }

    public void setAsOf(@Nullable String asOf) {
        this.asOf = Objects.requireNonNullElse(asOf, "");
    }

    /** Only of today and days to come. */
    private boolean isPlanned() {
        return planned && !day().isBefore(today());
    }

    public String getPlanned() {
        return isPlanned() ? PLANNED : "";
    }

    public void setPlanned(@Nullable String planned) {
        this.planned = PLANNED.equals(planned);
    }

    public List<Choice> getPlans() {
        return List.of(
                new Choice("", texts.get("coverage.plan.none")),
                new Choice(PLANNED, texts.get("coverage.plan.trainings")));
    }

    /** What is assumed of days to come, as a sentence; empty when nothing is. */
    public String getAssumption() {
        return isPlanned() ? texts.get("coverage.plan.assumed") : "";
    }

    public String getKnown() {
        return known;
    }

    public void setKnown(@Nullable String known) {
        this.known = Objects.requireNonNullElse(known, "");
    }
}

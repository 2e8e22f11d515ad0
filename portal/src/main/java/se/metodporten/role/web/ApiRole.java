package se.metodporten.role.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.metodporten.role.Description;
import se.metodporten.role.Requirement;
import se.metodporten.role.Role;
import se.metodporten.role.Roles;

/** What the API says of a role. */
@Schema(description = "A role, with the requirements and the assignment description that count today.")
public record ApiRole(
        String code,
        String name,
        String purpose,
        Role.HeldAt heldAt,

        @Schema(description = "so many months before something must be renewed the standing says so")
        int windowMonths,

        @Schema(description = "the first day on which someone appointed meets these requirements")
        LocalDate validFrom,

        @Schema(description = "the first day on which they hold for those appointed before")
        LocalDate transition,

        @Schema(description = "in the order they are shown") List<ApiRequirement> requirements,

        @Schema(description = "null: none applies yet") @Nullable
        ApiDescription description) {

    /** One thing that a role asks. */
    @Schema(description = "One thing that a role asks.")
    public record ApiRequirement(
            @Schema(description = "names it within the role: the licence, attestation, course or kind of training")
            String code,

            Requirement.Kind kind,
            String name,

            @Schema(description = "of a kind of training, all of which must be attended; else 0")
            int sessions,

            @Schema(description = "of a refresher; else null") @Nullable
            ApiRenewal renewal) {}

    /** How often something is taken again. */
    @Schema(description = "How often something is taken again.")
    public record ApiRenewal(
            int periodMonths,

            @Schema(description = "so long after a missed due day the refresher alone restores")
            int graceMonths,

            @Schema(description = "so long after a pause it may still be taken")
            int afterPauseMonths,

            @Schema(description = "what a refresher inside the window counts from")
            Requirement.NextDueFrom nextDueFrom,

            @Schema(description = "code of the training that starts the period")
            String startsWith) {}

    /** The assignment description. */
    @Schema(
            description =
                    "A version of the assignment description (uppdragsbeskrivning), in Swedish as it was decided.")
    public record ApiDescription(
            int number, String text, String decidedBy, LocalDate decidedOn, LocalDate appliesFrom) {}

    static ApiRole of(Roles.RoleToday today, Locale locale) {
        Role role = today.role();
        return new ApiRole(
                role.code(),
                role.name().in(locale),
                role.purpose().in(locale),
                role.heldAt(),
                today.version().windowMonths(),
                today.version().validFrom(),
                today.version().transition(),
                today.version().requirements().stream()
                        .map(requirement -> requirement(requirement, locale))
                        .toList(),
                description(today.description()));
    }

    private static ApiRequirement requirement(Requirement asked, Locale locale) {
        Requirement.Renewal renewal = asked.renewal();
        return new ApiRequirement(
                asked.code(),
                asked.kind(),
                asked.text().in(locale),
                asked.sessions(),
                renewal == null
                        ? null
                        : new ApiRenewal(
                                renewal.period(),
                                renewal.grace(),
                                renewal.afterPause(),
                                renewal.nextDueFrom(),
                                renewal.startsWith()));
    }

    private static @Nullable ApiDescription description(@Nullable Description version) {
        return version == null
                ? null
                : new ApiDescription(
                        version.number(),
                        version.text(),
                        version.decidedBy(),
                        version.decidedOn(),
                        version.appliesFrom());
    }
}

package se.metodporten.role.web;

import java.time.LocalDate;
import java.time.MonthDay;
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
            ApiRenewal renewal,

            @Schema(description = "of a recurring training; else null") @Nullable
            ApiRecurrence recurrence,

            @Schema(description = "of a course that is asked in a newer version; else null") @Nullable
            ApiNewVersion newVersion,

            @Schema(description = "codes of the kinds of unit at which it is asked; empty: at all")
            List<String> onlyAt) {}

    /** So many occasions in so many months. */
    @Schema(description = "So many occasions in so many months.")
    public record ApiRecurrence(int occasions, int months, int afterPauseMonths) {}

    /** A newer version of a course. */
    @Schema(description = "After a day only this version of the course and newer ones count.")
    public record ApiNewVersion(int version, LocalDate lastDayOfOld) {}

    /** How often something is taken again. */
    @Schema(description = "How often something is taken again.")
    public record ApiRenewal(
            int periodMonths,

            @Schema(description = "so long after a missed due day the refresher alone restores")
            int graceMonths,

            @Schema(description = "what restores later") Requirement.AfterGrace afterGrace,

            @Schema(description = "so long after a pause it may still be taken")
            int afterPauseMonths,

            @Schema(description = "what a refresher inside the window counts from")
            Requirement.NextDueFrom nextDueFrom,

            @Schema(description = "month and day, of a fixed day of the year; else null", example = "09-01") @Nullable
            String fixedDay,

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
        Requirement.Recurrence recurrence = asked.terms().recurrence();
        Requirement.NewVersion newVersion = asked.terms().newVersion();
        return new ApiRequirement(
                asked.code(),
                asked.kind(),
                asked.text().in(locale),
                asked.sessions(),
                renewal(asked.renewal()),
                recurrence == null
                        ? null
                        : new ApiRecurrence(recurrence.occasions(), recurrence.months(), recurrence.afterPause()),
                newVersion == null ? null : new ApiNewVersion(newVersion.version(), newVersion.lastDayOfOld()),
                List.copyOf(asked.onlyAt()));
    }

    private static @Nullable ApiRenewal renewal(Requirement.@Nullable Renewal renewal) {
        if (renewal == null) {
            return null;
        }
        MonthDay fixed = renewal.fixedDay();
        return new ApiRenewal(
                renewal.period(),
                renewal.grace(),
                renewal.afterGrace(),
                renewal.afterPause(),
                renewal.nextDueFrom(),
                fixed == null ? null : fixed.toString().substring(2),
                renewal.startsWith());
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

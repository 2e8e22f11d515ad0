package se.metodporten.training.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.Bilingual;
import se.metodporten.common.web.api.Coded;
import se.metodporten.common.web.api.Named;
import se.metodporten.common.web.api.Someone;
import se.metodporten.training.SignUpState;
import se.metodporten.training.TrainingView;

/** What the API says of one training that is asked for by its id. */
@Schema(description = "A training.")
public record ApiTraining(
        long id,
        Coded kind,

        @Schema(description = "arranged by the county; else by a unit")
        boolean byCounty,

        Named place,
        String title,
        @Nullable String venue,

        @Schema(description = "to take part at a distance") @Nullable
        String link,

        int seats,
        int taken,
        boolean calledOff,
        List<ApiSession> sessions,

        @Schema(description = "whether the reader signs people up and marks attendance")
        boolean mayRun,

        @Schema(description = "the reader's own; null: not signed up") @Nullable
        SignUpState mySignUp,

        @Schema(description = "those signed up and waiting; empty unless mayRun")
        List<ApiParticipant> participants) {

    /** A session. */
    @Schema(description = "A session of a training.")
    public record ApiSession(
            long id,
            int part,
            LocalDate day,
            LocalTime starts,
            LocalTime ends,

            @Schema(description = "how many are marked as present; null: nobody has been marked") @Nullable
            Integer attended) {}

    /** Someone who comes. */
    @Schema(description = "Someone who is signed up or waits.")
    public record ApiParticipant(
            Someone person,

            @Schema(description = "name of a unit where they work") @Nullable
            String unit,

            SignUpState state) {}

    static ApiTraining of(TrainingView training, Locale locale) {
        TrainingView.Head head = training.head();
        return new ApiTraining(
                head.id(),
                new Coded(head.kind(), new Bilingual(head.kindSv(), head.kindEn()).in(locale)),
                head.byCounty(),
                new Named(head.placeId(), head.placeName()),
                head.title(),
                head.venue(),
                head.link(),
                head.seats(),
                head.taken(),
                head.cancelled(),
                training.sessions().stream()
                        .map(one -> new ApiSession(
                                one.id(), one.part(), one.day(), one.starts(), one.ends(), one.attended()))
                        .toList(),
                training.mayRun(),
                training.mySignUp(),
                training.people().stream()
                        .map(one -> new ApiParticipant(
                                new Someone(one.personId(), one.name()), one.unitName(), one.state()))
                        .toList());
    }
}

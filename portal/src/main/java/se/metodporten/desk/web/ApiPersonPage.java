package se.metodporten.desk.web;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.metodporten.certification.web.ApiStanding;
import se.metodporten.common.web.api.Coded;
import se.metodporten.common.web.api.Named;
import se.metodporten.elearning.web.ApiCourse;
import se.metodporten.person.web.ApiPerson;
import se.metodporten.training.SignUpState;

/** What the API says of one person that is asked for by id. */
@Schema(description = "A person, with what the reader may know; each part as far as the reader may see it.")
public record ApiPersonPage(
        ApiPerson person,

        @Schema(description = "whether the person is the reader")
        boolean self,

        @Schema(description = "those that the reader may see")
        List<ApiHeld> appointments,

        @Schema(description = "null: not the reader's to see") @Nullable
        List<ApiCourse> courses,

        @Schema(description = "null: not the reader's to see") @Nullable
        List<ApiAttended> trainings,

        List<ApiAgreementLine> agreements) {

    /** An appointment of the person. */
    @Schema(description = "An appointment of a person, with its standing today.")
    public record ApiHeld(
            long id,
            Coded role,
            Named placeHeld,
            LocalDate validFrom,

            @Schema(description = "the last day, inclusive; null: none is set") @Nullable
            LocalDate validThrough,

            ApiStanding standing) {}

    /** A training of the person. */
    @Schema(description = "A training that a person is or was signed up for.")
    public record ApiAttended(
            long id,
            @Schema(description = "name of the kind") String kind,
            String title,
            LocalDate firstDay,
            LocalDate lastDay,
            SignUpState state,
            boolean calledOff,
            @Schema(description = "how many it has") int sessions,

            @Schema(description = "how many of them the person was marked present at")
            int attended,

            @Schema(description = "whether anything was marked of the person")
            boolean marked) {}

    /** An agreement of the person. */
    @Schema(description = "An agreement of a person, without its text.")
    public record ApiAgreementLine(
            long id,
            long appointment,
            LocalDate offeredOn,
            boolean signedByAppointee,
            boolean signedByManager,

            @Schema(description = "null: a signature is missing") @Nullable
            LocalDate inForceFrom,

            @Schema(description = "the last day agreed to; null: none") @Nullable
            LocalDate validThrough,

            @Schema(description = "its last day when it was ended before that") @Nullable
            LocalDate endedOn,

            @Schema(description = "whether the reader is one of its sides, who read the text")
            boolean readable) {}
}

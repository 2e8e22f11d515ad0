package se.metodporten.training.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.metodporten.common.Bilingual;
import se.metodporten.common.web.api.Coded;
import se.metodporten.training.TrainingRow;

/** What the API says of a training in a list. */
@Schema(description = "A training in a list.")
public record ApiTrainingRow(
        long id,
        Coded kind,
        String title,

        @Schema(description = "name of the unit or county that it is for")
        String place,

        LocalDate firstDay,
        LocalDate lastDay,

        @Schema(description = "the earliest start of a session, in Europe/Stockholm")
        LocalTime starts,

        @Schema(description = "the latest end of a session") LocalTime ends,
        int seats,
        int taken,
        boolean calledOff,

        @Schema(description = "whether the reader is signed up or waits for a seat")
        boolean mine) {

    static ApiTrainingRow of(TrainingRow row, Locale locale) {
        return new ApiTrainingRow(
                row.id(),
                new Coded(row.kind(), new Bilingual(row.kindSv(), row.kindEn()).in(locale)),
                row.title(),
                row.placeName(),
                row.firstDay(),
                row.lastDay(),
                row.starts(),
                row.ends(),
                row.seats(),
                row.taken(),
                row.cancelled(),
                row.mine());
    }
}

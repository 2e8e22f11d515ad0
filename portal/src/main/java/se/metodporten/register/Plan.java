package se.metodporten.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.metodporten.directory.Problem;
import se.metodporten.fact.NewFact;

/**
 * All that the rows of a file would write, and what they mean one by one. Made for the report and again for applying it,
 * so what is shown is what is done.
 *
 * @param became whom people would be merged into
 * @param begun appointments
 * @param papers agreements
 * @param facts of people; those of appointments and agreements follow from them
 * @param persons whom the file is about, after merges
 */
record Plan(
        List<Told> told,
        List<Problem> problems,
        Map<Long, Long> became,
        List<Begun> begun,
        List<Paper> papers,
        List<NewFact> facts,
        Set<Long> persons) {

    /**
     * An appointment that would begin.
     *
     * @param id below zero: its line in the file
     * @param units served, the held one among them where it is a unit
     * @param attested codes of what the manager vouches for
     * @param source what a fact of it says of where it came from
     */
    record Begun(
            long id,
            String token,
            long personId,
            @Nullable Long employmentId,
            long roleId,
            long placeId,
            Set<Long> units,
            LocalDate from,
            LocalDate through,
            Set<String> attested,
            String vouchedBy,
            String source) {}

    /**
     * An agreement on paper.
     *
     * @param id below zero: its line in the file
     * @param appointmentId below zero: one that would begin
     */
    record Paper(
            long id,
            long personId,
            long appointmentId,
            long descriptionVersionId,
            int descriptionNumber,
            LocalDate signedOn,
            LocalDate from,
            LocalDate through,
            String vouchedBy,
            String source) {}
}

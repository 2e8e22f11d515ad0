package se.metodporten.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Office;
import se.metodporten.fact.FactKind;

/** All rows of the demo county, with ids of their own from 1, which the loader shifts past those that are there. */
public final class Rows {

    /** A private provider; the region and the municipalities are there from the beginning. */
    record OrganisationRow(String code, String name, String district) {}

    record UnitRow(
            long id,
            String code,
            String name,
            String kind,
            String organisation,
            @Nullable String district) {}

    /** A unit was in another district until the day before. */
    record MoveRow(long unit, @Nullable String formerDistrict, LocalDate day) {}

    record PersonRow(long id, String given, String family, String email, boolean isProtected) {}

    record EmploymentRow(
            long id, long person, long unit, String hsaId, String title, LocalDate from, LocalDate through) {}

    /** @param place a unit's id; null when {@code code} names the place */
    record OfficeRow(
            long person,
            Office office,
            @Nullable Long place,
            @Nullable String code,
            @Nullable Long deputyFor) {}

    /** @param organisation code of the organisation where it is held; null: held in the unit */
    record AppointmentRow(
            long id,
            long person,
            String role,
            @Nullable String organisation,
            long unit,
            long employment,
            LocalDate from,
            LocalDate through,
            long by,
            List<Long> serves) {}

    /** @param supersedes position in the list of facts; null for none */
    record FactRow(
            FactKind kind,
            long person,
            @Nullable Long employment,
            @Nullable Long appointment,
            @Nullable String code,
            @Nullable Integer number,
            @Nullable Long origin,
            LocalDate from,
            @Nullable LocalDate through,
            LocalDate recorded,
            @Nullable Integer supersedes) {}

    record AgreementRow(
            long id,
            long appointment,
            LocalDate offered,
            @Nullable LocalDate appointeeSigned,
            @Nullable LocalDate managerSigned) {}

    /** @param unit null for a county training */
    record TrainingRow(
            long id,
            String kind,
            @Nullable Long unit,
            String title,
            String venue,
            int seats,
            long leader,
            List<SessionRow> sessions) {}

    record SessionRow(long id, int part, LocalDate day, LocalTime starts, LocalTime ends) {}

    /** @param attended parts of the training attended; empty before it is held */
    record SignUpRow(long training, long person, boolean waiting, List<Integer> attended) {}

    /** An attempt at a course that is under way. @param course its code */
    record AttemptRow(long person, String course, LocalDate started, LocalDate last) {}

    record AccountRow(long person, String who) {}

    /**
     * A campaign of the county's about a course.
     *
     * @param roles codes; whoever works there when there are none
     * @param unitKinds codes; empty: everywhere
     */
    record CampaignRow(
            String title,
            String why,
            String course,
            @Nullable LocalDate countsFrom,
            LocalDate begins,
            LocalDate lastDay,
            List<String> roles,
            List<String> unitKinds) {}

    final List<OrganisationRow> organisations = new ArrayList<>();
    final List<UnitRow> units = new ArrayList<>();
    final List<MoveRow> moves = new ArrayList<>();
    final List<PersonRow> people = new ArrayList<>();
    final List<EmploymentRow> employments = new ArrayList<>();
    final List<OfficeRow> offices = new ArrayList<>();
    final List<AppointmentRow> appointments = new ArrayList<>();
    final List<FactRow> facts = new ArrayList<>();
    final List<AgreementRow> agreements = new ArrayList<>();
    final List<TrainingRow> trainings = new ArrayList<>();
    final List<SignUpRow> signUps = new ArrayList<>();
    final List<AttemptRow> attempts = new ArrayList<>();
    final List<AccountRow> accounts = new ArrayList<>();
    final List<CampaignRow> campaigns = new ArrayList<>();

    /** When the rows of a day were recorded: the same evening. */
    static Instant evening(LocalDate day) {
        return day.atTime(17, 0).atZone(se.metodporten.common.CountyTime.ZONE).toInstant();
    }
}

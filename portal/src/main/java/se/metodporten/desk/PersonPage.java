package se.metodporten.desk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.metodporten.agreement.AgreementLine;
import se.metodporten.appointment.AppointmentCard;
import se.metodporten.certification.StandingCard;
import se.metodporten.common.Bilingual;
import se.metodporten.elearning.CourseCard;
import se.metodporten.fact.Basis;
import se.metodporten.fact.FactRecord;
import se.metodporten.person.PersonCard;
import se.metodporten.training.PersonsTraining;

/**
 * What one reader may know of a person, all that the portal keeps.
 *
 * @param self whether the reader is the person
 * @param coursesShown whether the reader may know of courses; likewise {@code trainingsShown}
 * @param facts the latest recorded first
 * @param names what the codes in facts are called
 */
public record PersonPage(
        PersonCard card,
        boolean self,
        List<Held> appointments,
        boolean coursesShown,
        List<CourseCard> courses,
        boolean trainingsShown,
        List<PersonsTraining> trainings,
        List<AgreementLine> agreements,
        List<Noted> facts,
        Map<String, Bilingual> names) {

    /**
     * An appointment and its standing.
     *
     * @param mayChange whether the reader attests, signs and changes it
     */
    public record Held(AppointmentCard card, StandingCard standing, boolean mayChange) {}

    /**
     * A fact as it was recorded.
     *
     * @param about the appointment, where it is about one that the reader sees
     * @param valid false: corrected or withdrawn since
     * @param basis what it rests on beside its reason; null: nothing, or not for this reader
     * @param correctFrom the appointment from which the reader may correct it; null: may not
     * @param recordedBy the name; null when it was the portal itself, or someone whose name the reader may not know
     */
    public record Noted(
            FactRecord fact,
            @Nullable AppointmentCard about,
            boolean valid,
            @Nullable Basis basis,
            @Nullable Long correctFrom,
            @Nullable String recordedBy) {

        /** Whether nobody recorded it by hand: a course completed, an import. */
        public boolean byThePortal() {
            return !fact.recordedBy().startsWith("person:");
        }
    }

    public PersonPage {
        appointments = List.copyOf(appointments);
        courses = List.copyOf(courses);
        trainings = List.copyOf(trainings);
        agreements = List.copyOf(agreements);
        facts = List.copyOf(facts);
        names = Map.copyOf(names);
    }

    /** Whether the name is kept from this reader, and with it all the rest. */
    public boolean hidden() {
        return card.name() == null;
    }
}

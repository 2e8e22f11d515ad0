package se.metodporten.elearning;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Service;
import se.metodporten.common.CountyTime;
import se.metodporten.common.DomainException;
import se.metodporten.common.Page;
import se.metodporten.common.Paging;
import se.metodporten.person.PersonAccess;

/** The catalogue, and who in a unit has come how far. */
@Service
public class Courses {

    @Inject
    private CourseSql sql;

    @Inject
    private PersonAccess access;

    @Inject
    private Guard guard;

    @Inject
    private Clock clock;

    /** All published courses for the reader: what a role of theirs still requires first. */
    public List<CourseCard> mine() {
        guard.requireAnywhere(Action.LEARN);
        return sql.cards(guard.requireSignedIn(), null, today());
    }

    /** @throws DomainException when there is no such course */
    public CourseCard mine(String code) {
        guard.requireAnywhere(Action.LEARN);
        return sql.cards(guard.requireSignedIn(), code, today()).stream()
                .findFirst()
                .orElseThrow(() -> new DomainException("elearning.refused.noSuchCourse"));
    }

    /** @throws DomainException when the reader has not completed the course here */
    public Certificate certificate(String code) {
        return sql.certificate(guard.requireSignedIn(), code)
                .orElseThrow(() -> new DomainException("elearning.refused.noCertificate"));
    }

    /** Whether the reader may ask {@link #of}. */
    public boolean maySee(long personId) {
        return access.may(personId, Action.VIEW_ELEARNING);
    }

    /** The courses that a person has begun or finished, or whose role still requires them. */
    public List<CourseCard> of(long personId) {
        access.require(personId, Action.VIEW_ELEARNING);
        return sql.cards(personId, null, today()).stream()
                .filter(card -> card.required() || card.progress() != CourseCard.Progress.NOT_STARTED)
                .toList();
    }

    /** The units whose e-learning the reader follows, by name. */
    public List<CourseUnit> units() {
        guard.requireAnywhere(Action.VIEW_ELEARNING);
        return sql.units(guard.scope(Action.VIEW_ELEARNING), today());
    }

    /** How many in a unit have come how far with each published course; what most have begun first. */
    public List<CourseTally> tallies(long unitId) {
        guard.require(Action.VIEW_ELEARNING, unitId);
        return sql.tallies(unitId, today());
    }

    /**
     * The people of a unit and how far they have come: who has not begun, then who is under way with the longest silent
     * first, then who is done. Who has protected identity is left out unless the reader may know the name.
     *
     * @param progress only these; null for all
     */
    public Page<ColleagueRow> colleagues(
            long unitId, String courseCode, CourseCard.@Nullable Progress progress, Paging paging) {
        guard.require(Action.VIEW_ELEARNING, unitId);
        return sql.colleagues(unitId, courseCode, progress, paging, today());
    }

    private LocalDate today() {
        return CountyTime.today(clock);
    }
}

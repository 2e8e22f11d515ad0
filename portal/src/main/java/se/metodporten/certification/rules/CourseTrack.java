package se.metodporten.certification.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A course holds for good, until a newer version is asked for (rule 8): a window of M months before the day, then only
 * the new version counts, also for attempts begun on the old.
 */
final class CourseTrack {

    private record Completion(LocalDate day, int version) {}

    private final Requirement.Course course;
    private final int windowMonths;

    CourseTrack(Requirement.Course course, int windowMonths) {
        this.course = course;
        this.windowMonths = windowMonths;
    }

    Track track(Dossier dossier) {
        Track track = new Track(Reason.missing(course.code(), Remedy.COMPLETE_COURSE));
        LocalDate validThrough = null;
        for (Completion completion : completions(dossier)) {
            LocalDate lastDay = VersionChange.lastDayOf(completion.version, course.changes());
            boolean tooOld = lastDay.isBefore(completion.day);
            boolean addsNothing = validThrough != null && !lastDay.isAfter(validThrough);
            if (!tooOld && !addsNothing) {
                validThrough = lastDay;
                track.holdsUntil(completion.day, lastDay, windowMonths, course.code(), Remedy.COMPLETE_COURSE);
            }
        }
        return track;
    }

    private List<Completion> completions(Dossier dossier) {
        List<Completion> completions = new ArrayList<>();
        for (Fact.CourseCompleted completed : dossier.all(Fact.CourseCompleted.class)) {
            if (completed.course().equals(course.course())) {
                completions.add(new Completion(completed.day(), completed.version()));
            }
        }
        // Evidence names no version: it is taken to be about the one that was asked for on its day.
        for (LocalDate day : dossier.evidenceFor(course.code())) {
            completions.add(new Completion(day, VersionChange.leastOn(day, course.changes())));
        }
        completions.sort(Comparator.comparing(Completion::day).thenComparing(Completion::version));
        return completions;
    }
}

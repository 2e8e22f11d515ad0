package se.metodporten.certification.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Sessions put together to whole trainings, day by day, whatever occasion each session belonged to. A training is whole
 * on the day its last required part is attended; the parts are then used up, with all else attended that day, and the
 * next whole one begins from nothing.
 */
final class Attendance {

    /**
     * How it stood at the end of a day on which something was attended.
     *
     * @param whole the last missing part was attended that day
     * @param partsLeft of the alternative nearest to being whole
     */
    record Mark(LocalDate day, boolean whole, List<Integer> partsLeft) {}

    private record Attended(LocalDate day, int alternative, long parts) {}

    private Attendance() {}

    /**
     * In the order of days, one for each. Any of the alternatives will do, but the parts of two do not mix.
     *
     * @param evidence days on which a whole training taken elsewhere counts as taken here (rule 13)
     */
    static List<Mark> of(List<TrainingInFull> anyOf, List<LocalDate> evidence, Dossier dossier) {
        List<Attended> attended = attended(anyOf, evidence, dossier);
        List<Mark> marks = new ArrayList<>(attended.size());
        long[] soFar = new long[anyOf.size()];
        int next = 0;
        while (next < attended.size()) {
            LocalDate day = attended.get(next).day;
            for (; next < attended.size() && attended.get(next).day.equals(day); next++) {
                soFar[attended.get(next).alternative] |= attended.get(next).parts;
            }
            List<Integer> left = fewestLeft(anyOf, soFar);
            marks.add(new Mark(day, left.isEmpty(), left));
            if (left.isEmpty()) {
                soFar = new long[anyOf.size()];
            }
        }
        return marks;
    }

    private static List<Attended> attended(List<TrainingInFull> anyOf, List<LocalDate> evidence, Dossier dossier) {
        List<Attended> attended = new ArrayList<>();
        List<Fact.SessionAttended> sessions = dossier.all(Fact.SessionAttended.class);
        for (int i = 0; i < anyOf.size(); i++) {
            TrainingInFull training = anyOf.get(i);
            for (Fact.SessionAttended session : sessions) {
                if (session.trainingKind().equals(training.kind())
                        && training.parts().contains(session.part())) {
                    attended.add(new Attended(session.day(), i, 1L << session.part()));
                }
            }
            for (LocalDate day : evidence) {
                attended.add(new Attended(day, i, training.mask()));
            }
        }
        attended.sort(Comparator.comparing(Attended::day));
        return attended;
    }

    private static List<Integer> fewestLeft(List<TrainingInFull> anyOf, long[] soFar) {
        List<Integer> fewest = anyOf.get(0).partsOutside(soFar[0]);
        for (int i = 1; i < soFar.length; i++) {
            List<Integer> left = anyOf.get(i).partsOutside(soFar[i]);
            if (left.size() < fewest.size()) {
                fewest = left;
            }
        }
        return fewest;
    }
}

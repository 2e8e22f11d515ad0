package se.metodporten.certification.rules;

import java.time.LocalDate;
import java.util.ArrayList;
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
     * @param nearest the alternative with the fewest parts left
     * @param left those parts, as bits of a word; none when the training became whole that day
     */
    record Mark(LocalDate day, TrainingInFull nearest, long left) {
        boolean whole() {
            return left == 0;
        }

        List<Integer> partsLeft() {
            return nearest.partsIn(left);
        }
    }

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
            Mark mark = nearest(day, anyOf, soFar);
            marks.add(mark);
            if (mark.whole()) {
                soFar = new long[anyOf.size()];
            }
        }
        return marks;
    }

    private static List<Attended> attended(List<TrainingInFull> anyOf, List<LocalDate> evidence, Dossier dossier) {
        List<Attended> attended = new ArrayList<>();
        List<Fact.SessionAttended> sessions = dossier.all(Fact.SessionAttended.class);
        for (int i = 0; i < anyOf.size(); i++) {
            String kind = anyOf.get(i).kind();
            long required = anyOf.get(i).mask();
            for (Fact.SessionAttended session : sessions) {
                long part = TrainingInFull.bit(session.part()) & required;
                if (part != 0 && session.trainingKind().equals(kind)) {
                    attended.add(new Attended(session.day(), i, part));
                }
            }
            for (LocalDate day : evidence) {
                attended.add(new Attended(day, i, required));
            }
        }
        attended.sort((a, b) -> a.day.compareTo(b.day));
        return attended;
    }

    private static Mark nearest(LocalDate day, List<TrainingInFull> anyOf, long[] soFar) {
        TrainingInFull nearest = anyOf.get(0);
        long fewest = nearest.mask() & ~soFar[0];
        for (int i = 1; i < soFar.length; i++) {
            long left = anyOf.get(i).mask() & ~soFar[i];
            if (Long.bitCount(left) < Long.bitCount(fewest)) {
                nearest = anyOf.get(i);
                fewest = left;
            }
        }
        return new Mark(day, nearest, fewest);
    }
}

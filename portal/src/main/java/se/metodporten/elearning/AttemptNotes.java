package se.metodporten.elearning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.statement.PreparedBatch;
import se.metodporten.common.Database;
import se.metodporten.elearning.CourseLog.Kind;
import se.metodporten.scorm.runtime.AttemptState;
import se.metodporten.scorm.runtime.CommitResult;
import se.metodporten.scorm.runtime.Doubt;

/**
 * What content said that its standard does not allow, or that nobody would believe. The same thing again is counted, not
 * written again, and content that says ever new nonsense fills no table.
 */
@ApplicationScoped
class AttemptNotes {

    static final int MOST_OF_ATTEMPT = 100;

    private static final int LONGEST = 110;
    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_ACTIVITY = 255;

    private record Note(Kind kind, String element, String code, String why, String value) {}

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    void keep(long attemptId, AttemptState before, CommitResult result) {
        List<Note> notes = of(before, result);
        if (notes.isEmpty()) {
            return;
        }
        database.execute(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    insert into attempt_note (attempt_id, kind, activity, element, code, why, value, noted_at)
                    select :attempt, :kind, :activity, :element, :code, :why, :value, :now from dual
                    where (select count(*) from attempt_note n where n.attempt_id = :attempt) < :most
                    on duplicate key update times = times + 1, value = :value, noted_at = :now""");
            for (Note note : notes.subList(0, Math.min(notes.size(), MOST_OF_ATTEMPT))) {
                batch.bind("attempt", attemptId)
                        .bind("kind", note.kind())
                        .bind("activity", Cut.to(LONGEST_ACTIVITY, result.activity()))
                        .bind("element", Cut.to(LONGEST, note.element()))
                        .bind("code", note.code())
                        .bind("why", Cut.to(LONGEST_REASON, note.why()))
                        .bind("value", Cut.to(LONGEST, note.value()))
                        .bind("now", clock.instant())
                        .bind("most", MOST_OF_ATTEMPT)
                        .add();
            }
            batch.execute();
        });
    }

    private static List<Note> of(AttemptState before, CommitResult result) {
        List<Note> notes = new ArrayList<>();
        result.refused()
                .forEach(r ->
                        notes.add(new Note(Kind.REFUSED, r.element(), r.code().name(), r.why(), r.value())));
        result.warnings().forEach(w -> notes.add(new Note(Kind.WARNED, w.element(), "", w.why(), w.value())));
        Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        doubts.addAll(result.state().activity(result.activity()).doubts());
        doubts.removeAll(before.activity(result.activity()).doubts());
        doubts.forEach(d -> notes.add(new Note(Kind.DOUBTED, "", d.name(), "", "")));
        return notes;
    }
}

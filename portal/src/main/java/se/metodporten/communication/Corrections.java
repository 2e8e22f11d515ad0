package se.metodporten.communication;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Scope;
import se.metodporten.access.Service;
import se.metodporten.audit.Audit;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.common.DomainException;
import se.metodporten.common.RecordRows;
import se.metodporten.person.NameScope;
import se.metodporten.person.Names;

/**
 * A person asks for a correction of what is kept about them. It waits with the managers of the unit where the person
 * works; with the system administrators where there is no such unit, or the person manages it.
 */
@Service
public class Corrections {

    private static final int LONGEST = 1000;
    private static final long NOBODY = 0L;

    private static final String COLUMNS = "select q.id, p.id person_id, %s person, q.text, q.asked_at, q.handled_at,"
            + " q.answer from correction_request q join person o on o.id = q.person_id"
            + " join person p on p.id = coalesce(o.merged_into, o.id) where ";

    @Inject
    private Database database;

    @Inject
    private Guard guard;

    @Inject
    private Names names;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** In the reader's own name. */
    public void ask(String text) {
        long person = guard.requireSignedIn();
        String said = text.strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            throw DomainException.at("text", "communication.refused.text", LONGEST);
        }
        database.execute(handle -> handle.createUpdate("""
                        insert into correction_request (person_id, place_id, text, asked_at)
                        values (:person, :place, :text, :now)""")
                .bind("person", person)
                .bind("place", place(person).orElse(null))
                .bind("text", said)
                .bind("now", clock.instant())
                .execute());
        audit.done(guard.reader().actor(), "ASK_CORRECTION", "person:" + person, null, null);
    }

    /** What the reader has asked, the latest first. */
    public List<CorrectionRequest> mine() {
        long person = guard.requireSignedIn();
        NameScope visible = names.forReader();
        return database.query(handle -> visible.bind(
                        handle.createQuery(String.format(Locale.ROOT, COLUMNS, visible.name("p"))
                                + "p.id = :person order by q.asked_at desc, q.id desc"))
                .bind("person", person)
                .map(RecordRows.of(CorrectionRequest.class))
                .list());
    }

    /** What waits for the reader's answer, the oldest first; never one's own. */
    public List<CorrectionRequest> waitingForMe() {
        guard.requireSignedIn();
        return waiting(null);
    }

    /** One that waits for the reader. */
    public CorrectionRequest waitingForMe(long id) {
        guard.requireSignedIn();
        return waiting(id).stream()
                .findFirst()
                .orElseThrow(() -> guard.refusal("ANSWER_CORRECTION", "correction:" + id));
    }

    /** Says what was done about it; the person sees the answer. */
    public void answer(long id, String answer) {
        waitingForMe(id);
        String said = answer.strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            throw DomainException.at("answer", "communication.refused.text", LONGEST);
        }
        int answered = database.query(handle -> handle.createUpdate("""
                        update correction_request set handled_at = :now, handled_by = :by, answer = :answer,
                          version = version + 1
                        where id = :id and handled_at is null""")
                .bind("now", clock.instant())
                .bind("by", guard.reader().personId())
                .bind("answer", said)
                .bind("id", id)
                .execute());
        if (answered == 0) {
            throw new DomainException("common.refused.changedMeanwhile");
        }
        audit.done(guard.reader().actor(), "ANSWER_CORRECTION", "correction:" + id, null, null);
    }

    private List<CorrectionRequest> waiting(@Nullable Long id) {
        NameScope visible = names.forReader();
        Scope managed = guard.scope(Action.APPOINT);
        return database.query(handle -> {
            Query query = handle.createQuery(String.format(Locale.ROOT, COLUMNS, visible.name("p"))
                            + "q.handled_at is null and p.id <> :reader and (:id is null or q.id = :id) and ("
                            + managed.covers("q.place_id") + " or (q.place_id is null and :administers))"
                            + " order by q.asked_at, q.id")
                    .bind("reader", Objects.requireNonNullElse(guard.reader().personId(), NOBODY))
                    .bind("id", id)
                    .bind("administers", guard.mayAnywhere(Action.ADMINISTER));
            return visible.bind(managed.bind(query, CountyTime.today(clock)))
                    .map(RecordRows.of(CorrectionRequest.class))
                    .list();
        });
    }

    /** Where the person works today and somebody else manages. */
    private Optional<Long> place(long person) {
        return database
                .query(handle -> handle.createQuery("""
                                select e.unit_id from employment e join person p on p.id = e.person_id
                                where (p.id = :person or p.merged_into = :person)
                                  and :today between e.valid_from and e.valid_through order by e.valid_from, e.id""")
                        .bind("person", person)
                        .bind("today", CountyTime.today(clock))
                        .mapTo(Long.class)
                        .list())
                .stream()
                .filter(unit -> !guard.may(Action.APPOINT, unit))
                .findFirst();
    }
}

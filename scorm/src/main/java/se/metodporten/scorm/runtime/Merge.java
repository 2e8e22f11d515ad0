package se.metodporten.scorm.runtime;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.metodporten.scorm.runtime.CommitResult.Outcome;
import se.metodporten.scorm.runtime.CommitResult.Refusal;
import se.metodporten.scorm.runtime.CommitResult.Warning;

/** The working copy while one commit is merged. */
final class Merge {

    /** Characters of all values of an attempt together; a real attempt has some tens of thousands. */
    static final int MOST_CHARACTERS = 1_000_000;

    /** Rows of an array; the player holds to it too. */
    static final int MOST_ROWS = 2_000;

    private final DataModel model;
    private final AttemptState before;
    private final CommitRequest request;
    private final LaunchData launch;
    /** Only what can improve a result is taken; the learner's place stays. */
    private final boolean resultsOnly;

    private final Map<String, String> values;
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, String> score = new LinkedHashMap<>();
    private final List<Refusal> refused = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();
    private int characters;
    private @Nullable LessonStatus said;
    private @Nullable Duration reportedTime;
    private String exit;

    private Merge(AttemptState before, CommitRequest request, LaunchData launch, Session session, boolean resultsOnly) {
        this.model = DataModel.of(before.standard());
        this.before = before;
        this.request = request;
        this.launch = launch;
        this.resultsOnly = resultsOnly;
        this.values = new LinkedHashMap<>(before.values());
        this.reportedTime = session.reported();
        this.exit = session.exit();
        values.forEach((name, value) -> {
            characters += value.length();
            DataModel.indices(name).forEach((array, index) -> counts.merge(array, index + 1, Math::max));
        });
    }

    static CommitResult of(AttemptState state, CommitRequest request, LaunchData launch) {
        int at = indexOf(state, request.sessionId());
        if (at < 0) {
            return new CommitResult(Outcome.UNKNOWN_SESSION, state, 0, List.of(), List.of());
        }
        Session session = state.sessions().get(at);
        if (request.sequence() <= session.lastSequence()) {
            return new CommitResult(Outcome.REPEATED, state, session.lastSequence(), List.of(), List.of());
        }
        boolean ahead = request.sequence() > session.lastSequence() + 1;
        boolean late = state.sessions().subList(at + 1, state.sessions().size()).stream()
                .anyMatch(Session::hasSpoken);
        Merge merge = new Merge(state, request, launch, session, ahead || late);
        merge.readSets(session.finished());
        AttemptState after = merge.after(at, ahead);
        Outcome outcome = ahead ? Outcome.AHEAD : late ? Outcome.LATE : Outcome.APPLIED;
        int last = ahead ? session.lastSequence() : request.sequence();
        return new CommitResult(outcome, after, last, merge.refused, merge.warnings);
    }

    private static int indexOf(AttemptState state, String sessionId) {
        for (int i = 0; i < state.sessions().size(); i++) {
            if (state.sessions().get(i).id().equals(sessionId)) {
                return i;
            }
        }
        return -1;
    }

    private void readSets(boolean afterFinish) {
        request.sets().forEach((name, value) -> {
            if (afterFinish) {
                refuse(name, ErrorCode.GENERAL, "content had finished");
                return;
            }
            Optional<DataModel.Fault> fault = model.faultOfSet(name, value);
            if (fault.isPresent()) {
                refuse(name, fault.get().code(), fault.get().why());
                return;
            }
            take(name, model.element(name), value);
        });
    }

    private void take(String name, DataElement element, String value) {
        ValueType type = model.typeOf(element);
        if (type.isLongerThanSpecified(value)) {
            warnings.add(new Warning(
                    request.sequence(),
                    name,
                    value.length() + " characters; the specification promises " + type.specified()));
        }
        switch (element.role()) {
            case STATUS -> said = LessonStatus.ofWord(value).orElseThrow();
            case SCORE -> score.put(name, value);
            case TIME -> reportedTime = Timespan.parse(value);
            case EXIT -> exit = value;
            case PLACE -> place(name, value);
            case GIVEN, KEYWORD -> throw new IllegalStateException(name + " is not for content to set");
        }
    }

    private void place(String name, String value) {
        if (resultsOnly) {
            return;
        }
        String old = values.getOrDefault(name, "");
        if (characters - old.length() + value.length() > MOST_CHARACTERS) {
            refuse(name, ErrorCode.GENERAL, "the attempt holds " + MOST_CHARACTERS + " characters at most");
            return;
        }
        for (Map.Entry<String, Integer> index : DataModel.indices(name).entrySet()) {
            int count = counts.getOrDefault(index.getKey(), 0);
            if (index.getValue() > count || index.getValue() >= MOST_ROWS) {
                refuse(name, ErrorCode.INVALID_ARGUMENT, index.getKey() + " has " + count + " rows");
                return;
            }
        }
        DataModel.indices(name).forEach((array, index) -> counts.merge(array, index + 1, Math::max));
        characters += value.length() - old.length();
        values.put(name, value);
    }

    private void refuse(String name, ErrorCode code, String why) {
        String shown = name.length() > 255 ? name.substring(0, 255) : name;
        refused.add(new Refusal(request.sequence(), shown, code, why));
    }

    private AttemptState after(int at, boolean ahead) {
        mergeScore();
        List<Session> sessions = new ArrayList<>(before.sessions());
        sessions.set(at, session(sessions.get(at), ahead));
        LessonStatus reported = said != null && !resultsOnly ? said : before.reportedStatus();
        return new AttemptState(before.standard(), values, status(), reported, sessions, before.earlierTime());
    }

    private Session session(Session old, boolean ahead) {
        return new Session(
                old.id(),
                ahead ? old.lastSequence() : request.sequence(),
                reportedTime,
                request.elapsed().compareTo(old.measured()) > 0 ? request.elapsed() : old.measured(),
                old.finished() || (request.finished() && !ahead),
                ahead ? old.exit() : exit);
    }

    /** A score is replaced as a whole; once the course is passed, or by an old session, only by a higher one. */
    private void mergeScore() {
        boolean onlyBetter = resultsOnly || before.status() == LessonStatus.PASSED;
        if (onlyBetter) {
            Optional<BigDecimal> old = before.score();
            String raw = score.getOrDefault(AttemptState.SCORE_RAW, "");
            boolean better = !raw.isEmpty() && (old.isEmpty() || new BigDecimal(raw).compareTo(old.get()) > 0);
            if (!better) {
                return;
            }
        }
        values.putAll(score);
    }

    private LessonStatus status() {
        LessonStatus judged = judged();
        if (judged == null) {
            return before.status();
        }
        if (resultsOnly) {
            return judged.isBetterThan(before.status()) ? judged : before.status();
        }
        return judged.after(before.status());
    }

    /** What this commit says about the status, before the rule that it never falls; null for nothing. */
    private @Nullable LessonStatus judged() {
        boolean ends = request.finished() && !exit.equals("suspend");
        LessonStatus reported = said != null || resultsOnly ? said : before.reportedStatus();
        boolean over = ends || (reported != null && reported.isFinal());
        String raw = values.getOrDefault(AttemptState.SCORE_RAW, "");
        if (launch.masteryScore() != null && over) {
            if (!raw.isEmpty()) {
                boolean enough = new BigDecimal(raw).compareTo(launch.masteryScore()) >= 0;
                return enough ? LessonStatus.PASSED : LessonStatus.FAILED;
            }
            // a score may still come, and decides; Finish or the next opening ends the wait
            return ends ? orCompleted(reported) : null;
        }
        return ends ? orCompleted(said) : said;
    }

    /** §3.4.4, lesson_status: content that never named a status is completed when it finishes. */
    private @Nullable LessonStatus orCompleted(@Nullable LessonStatus reported) {
        boolean neverNamed = reported == null && before.status() == LessonStatus.NOT_ATTEMPTED;
        return neverNamed ? LessonStatus.COMPLETED : reported;
    }
}

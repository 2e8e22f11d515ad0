package se.metodporten.scorm.runtime;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.metodporten.scorm.LessonStatus;
import se.metodporten.scorm.Standard;
import se.metodporten.scorm.runtime.CommitRequest.End;
import se.metodporten.scorm.runtime.CommitResult.Outcome;
import se.metodporten.scorm.runtime.CommitResult.Refusal;
import se.metodporten.scorm.runtime.CommitResult.Warning;
import se.metodporten.scorm.sn.Activity;
import se.metodporten.scorm.sn.ActivityTree;
import se.metodporten.scorm.sn.NavigationRequest;

/** The working copy while one commit is merged. */
final class Merge {

    private final Standard standard;
    private final DataModel model;
    private final Rules rules;
    private final boolean isAsset;
    private final AttemptState attempt;
    private final ActivityState before;
    private final CommitRequest request;
    private final Session session;
    /** Only what can improve a result is taken; the learner's place stays. */
    private final boolean resultsOnly;
    /** The values kept are those of a learner attempt that began after this session. */
    private final boolean isOfAnEarlierAttempt;

    private final Values values;
    /** Of the status and the score: what this commit says. */
    private final Map<String, String> results = new LinkedHashMap<>();

    private final List<Refusal> refused = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();
    private boolean said;
    private @Nullable Duration reportedTime;
    private String exit;
    private boolean suspends;

    private Merge(AttemptState attempt, Activity activity, CommitRequest request, int at, boolean resultsOnly) {
        this.standard = attempt.standard();
        this.model = DataModel.of(standard);
        this.rules = Rules.of(standard, activity.launchData());
        this.isAsset = activity.kind() == Activity.Kind.ASSET;
        this.attempt = attempt;
        this.before = attempt.activity(activity.identifier());
        this.request = request;
        this.session = before.sessions().get(at);
        this.resultsOnly = resultsOnly;
        this.isOfAnEarlierAttempt = rules.keepsContentsWords()
                && before.sessions().subList(at, before.sessions().size() - 1).stream()
                        .anyMatch(Session::hasEnded);
        boolean anew = RunTime.startsAnew(standard, before, at) && !session.hasSpoken() && !resultsOnly;
        Map<String, String> first = new LinkedHashMap<>(rules.seeds());
        first.putAll(anew ? Map.of() : before.values());
        this.values = new Values(first, activity.launchData().shared(), attempt.shared(), charactersOfOthers());
        this.said = session.said();
        this.reportedTime = session.reported();
        this.exit = session.exit();
        this.suspends = session.suspended() || request.end() == End.LEFT;
    }

    static CommitResult of(AttemptState state, ActivityTree tree, CommitRequest request) {
        Optional<String> identifier =
                state.activityOf(request.sessionId()).filter(a -> tree.find(a).isPresent());
        if (identifier.isEmpty()) {
            return new CommitResult(Outcome.UNKNOWN_SESSION, state, "", 0, List.of(), List.of());
        }
        ActivityState activity = state.activity(identifier.get());
        int at = activity.indexOf(request.sessionId());
        int last = activity.sessions().get(at).lastSequence();
        if (request.sequence() <= last) {
            return new CommitResult(Outcome.REPEATED, state, identifier.get(), last, List.of(), List.of());
        }
        boolean ahead = request.sequence() > last + 1;
        boolean late = activity.sessions().subList(at + 1, activity.sessions().size()).stream()
                .anyMatch(Session::hasSpoken);
        Merge merge = new Merge(state, tree.activity(identifier.get()), request, at, ahead || late);
        merge.readSets();
        merge.judgeTried();
        ActivityState after = merge.after(at, ahead);
        return new CommitResult(
                ahead ? Outcome.AHEAD : late ? Outcome.LATE : Outcome.APPLIED,
                state.with(identifier.get(), after, merge.values.shared()),
                identifier.get(),
                ahead ? last : request.sequence(),
                merge.refused,
                merge.warnings);
    }

    private int charactersOfOthers() {
        return attempt.activities().values().stream()
                .filter(a -> a != before)
                .flatMap(a -> a.values().values().stream())
                .mapToInt(String::length)
                .sum();
    }

    private void readSets() {
        request.sets().forEach((name, value) -> {
            if (session.finished()) {
                refuse(name, value, ErrorCode.GENERAL, "content had finished");
                return;
            }
            Optional<ValueType.Fault> fault = model.faultOfSet(name, value, values);
            if (fault.isPresent()) {
                // a gap in the rows is no fault of what comes before its time
                if (!resultsOnly || !isOrder(fault.get().code())) {
                    refuse(name, value, fault.get().code(), fault.get().why());
                }
                return;
            }
            take(name, model.element(name), value);
        });
    }

    /** What the player refused, judged again: it is worth its place in the log only when the table agrees. */
    private void judgeTried() {
        request.tried()
                .forEach((name, value) -> model.faultOfSet(name, value, values)
                        .ifPresent(fault -> refuse(name, value, fault.code(), fault.why())));
    }

    private static boolean isOrder(ErrorCode code) {
        return code == ErrorCode.INVALID_ARGUMENT || code == ErrorCode.DEPENDENCY;
    }

    private void take(String name, DataElement element, String value) {
        said = true;
        ValueType type = model.typeOf(element);
        if (type.isLongerThanSpecified(value)) {
            warnings.add(new Warning(
                    request.sequence(),
                    name,
                    value,
                    value.length() + " characters; the specification promises " + type.specified()));
        }
        switch (element.role()) {
            case STATUS, SCORE -> result(name, value);
            case TIME -> reportedTime = Timespan.parse(standard, value);
            case EXIT -> exit = value;
            case NAVIGATION ->
                suspends |= NavigationRequest.parse(value)
                        .filter(NavigationRequest::suspends)
                        .isPresent();
            case PLACE, SHARED -> place(name, value);
            case GIVEN, KEYWORD -> throw new IllegalStateException(name + " is not for content to set");
        }
    }

    private void result(String name, String value) {
        results.put(name, value);
        if (rules.keepsContentsWords()) {
            place(name, value);
        }
    }

    private void place(String name, String value) {
        if (resultsOnly) {
            return;
        }
        Optional<ValueType.Fault> fault = values.put(name, value);
        fault.ifPresent(f -> refuse(name, value, f.code(), f.why()));
    }

    private void refuse(String name, String value, ErrorCode code, String why) {
        refused.add(new Refusal(request.sequence(), name, value, code, why));
    }

    private ActivityState after(int at, boolean ahead) {
        Optional<BigDecimal> score = mergeScore();
        LessonStatus status = status();
        List<Session> sessions = new ArrayList<>(before.sessions());
        sessions.set(at, session(ahead));
        LessonStatus reported = LessonStatus.ofWord(results.getOrDefault(Rules12.STATUS, ""))
                .filter(s -> !resultsOnly)
                .orElse(before.reportedStatus());
        ActivityState after = new ActivityState(
                values.all(),
                status,
                reported,
                score.orElse(null),
                sessions,
                before.earlierTime(),
                before.earlierTimeOfAttempt(),
                before.doubts());
        return withDoubts(after, sessions.get(at));
    }

    private Session session(boolean ahead) {
        return new Session(
                session.id(),
                ahead ? session.lastSequence() : request.sequence(),
                reportedTime,
                request.elapsed().compareTo(session.measured()) > 0 ? request.elapsed() : session.measured(),
                said || finishes(),
                session.finished() || (finishes() && !ahead),
                ahead ? session.exit() : exit,
                ahead ? session.suspended() : suspends);
    }

    private boolean finishes() {
        return request.end() == End.FINISHED || request.end() == End.LEFT;
    }

    /** A score is replaced as a whole; once the activity is passed, or by an old session, only by a higher one. */
    private Optional<BigDecimal> mergeScore() {
        Optional<BigDecimal> old = Optional.ofNullable(before.score());
        Optional<BigDecimal> now = rules.score(rules.keepsContentsWords() && !resultsOnly ? values.all() : results);
        boolean onlyBetter = resultsOnly || before.status() == LessonStatus.PASSED;
        boolean better = now.isPresent() && (old.isEmpty() || now.get().compareTo(old.get()) > 0);
        if (onlyBetter && !better) {
            return old;
        }
        if (!rules.keepsContentsWords()) {
            results.forEach((name, value) -> {
                if (model.element(name).role() == DataElement.Role.SCORE) {
                    values.force(name, value);
                }
            });
            return rules.score(values.all());
        }
        return now.or(() -> old);
    }

    private LessonStatus status() {
        if (isAsset && request.end() == End.SEEN && results.isEmpty()) {
            return LessonStatus.COMPLETED.after(before.status());
        }
        boolean ends = finishes() && !suspends && !exit.equals("suspend");
        Map<String, String> known = new LinkedHashMap<>(isOfAnEarlierAttempt ? Map.of() : values.all());
        known.putAll(results);
        @Nullable LessonStatus reported = resultsOnly ? null : before.reportedStatus();
        @Nullable
        LessonStatus judged =
                rules.judged(new Rules.Word(known, results, reported, said || finishes(), ends), before.status());
        if (judged == null) {
            return before.status();
        }
        if (resultsOnly) {
            return judged.isBetterThan(before.status()) ? judged : before.status();
        }
        return judged.after(before.status());
    }

    private ActivityState withDoubts(ActivityState after, Session now) {
        Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        doubts.addAll(before.doubts());
        if (after.status() == LessonStatus.PASSED && before.status() != LessonStatus.PASSED) {
            doubts.addAll(Doubts.ofPassing(after));
        }
        if (Doubts.claimsTime(now)) {
            doubts.add(Doubt.TIME_CLAIMED);
        }
        if (rules.isOutsideItsRange(values.all())) {
            doubts.add(Doubt.SCORE_OUTSIDE_ITS_RANGE);
        }
        return doubts.equals(before.doubts())
                ? after
                : new ActivityState(
                        after.values(),
                        after.status(),
                        after.reportedStatus(),
                        after.score(),
                        after.sessions(),
                        after.earlierTime(),
                        after.earlierTimeOfAttempt(),
                        doubts);
    }
}

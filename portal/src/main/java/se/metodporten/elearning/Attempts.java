package se.metodporten.elearning;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Service;
import se.metodporten.common.CountyTime;
import se.metodporten.common.DomainException;
import se.metodporten.fact.Facts;
import se.metodporten.fact.NewFact;
import se.metodporten.scorm.Standard;
import se.metodporten.scorm.player.PlayerProblem;
import se.metodporten.scorm.player.PlayerProtocol;
import se.metodporten.scorm.player.PlayerProtocol.CommitMessage;
import se.metodporten.scorm.runtime.AttemptResult;
import se.metodporten.scorm.runtime.AttemptState;
import se.metodporten.scorm.runtime.CommitResult;
import se.metodporten.scorm.runtime.CompletionRule;
import se.metodporten.scorm.runtime.RunTime;
import se.metodporten.scorm.sn.ActivityTree;

/**
 * Attempts on courses: the portal launches, the player exchanges its ticket and commits by its secret, which is all the
 * right it has: to this attempt, until it is revoked or goes unused for {@link #SECRET_LIVES}. So an expired session of
 * the portal loses nothing. The messages are those of the {@code scorm} library's README.
 */
@Service
public class Attempts implements Play {

    static final Duration TICKET_LIVES = Duration.ofSeconds(60);
    static final Duration SECRET_LIVES = Duration.ofHours(8);

    @Inject
    private AttemptSql sql;

    @Inject
    private CourseFiles files;

    @Inject
    private Facts facts;

    @Inject
    private Guard guard;

    @Inject
    private ContentAddress content;

    @Inject
    private CourseTrees trees;

    @Inject
    private Delivery delivery;

    @Inject
    private AttemptNotes notes;

    @Inject
    private AttemptAnswers answers;

    @Inject
    private Clock clock;

    /**
     * Opens a course for the reader: goes on with the attempt under way, or begins one on the newest version.
     *
     * @return the address of the player, good for one use within a minute
     * @throws DomainException when there is no such course
     */
    public String launch(String courseCode) {
        guard.requireAnywhere(Action.LEARN);
        long person = guard.requireSignedIn();
        AttemptSql.Launchable launchable = sql.launchable(person, courseCode)
                .orElseThrow(() -> new DomainException("elearning.refused.noSuchCourse"));
        Standard standard = Standard.ofCode(launchable.scormVersion()).orElseThrow();
        @Nullable Long existing = launchable.attemptId();
        long attempt = existing != null
                ? existing
                : sql.begin(person, launchable.courseVersionId(), AttemptState.begin(standard), clock.instant());
        String ticket = Secret.next();
        sql.ticket(attempt, Secret.hash(ticket), clock.instant().plus(TICKET_LIVES));
        return content.of(launchable.courseVersionId()) + "/play/#" + ticket;
    }

    /** The answer to a ticket: its secret and what the player starts from. */
    @Override
    public String exchange(long versionOfHost, String body) {
        guard.anyone();
        String ticket = PlayerProtocol.readTicket(body);
        String secret = Secret.next();
        Instant now = clock.instant();
        if (!sql.takeTicket(Secret.hash(ticket), Secret.hash(secret), now, now.plus(SECRET_LIVES))) {
            throw new PlayerRefusal(PlayerProblem.TICKET_USED);
        }
        PlayerRow player = player(versionOfHost, secret);
        return delivery.start(player, locked(player), sql, secret);
    }

    /** The same after a reload in the same tab. */
    @Override
    public String resume(long versionOfHost, String secret) {
        guard.anyone();
        PlayerRow player = latest(versionOfHost, secret);
        return delivery.again(player, locked(player), sql);
    }

    /** A step to another part of the course, or out of it. */
    @Override
    public String navigate(long versionOfHost, String secret, String body) {
        guard.anyone();
        PlayerProtocol.NavigateMessage message = PlayerProtocol.readNavigate(body);
        PlayerRow player = latest(versionOfHost, secret);
        AttemptState state = locked(player);
        // asked again because the answer was lost: the step was taken then
        boolean taken = !message.session().equals(state.liveSession());
        return taken ? delivery.again(player, state, sql) : delivery.follow(player, state, sql, message.request());
    }

    /** Merges what content said; completing the course appends its fact, once. */
    @Override
    public Committed commit(long versionOfHost, String secret, String body) {
        guard.anyone();
        CommitMessage message = PlayerProtocol.readCommits(body);
        PlayerRow player = player(versionOfHost, secret);
        AttemptSql.Locked locked = sql.lock(player.attemptId());
        AttemptState before = AttemptState.fromJson(locked.state());
        ActivityTree tree = trees.of(player.courseVersionId());
        CommitResult result = RunTime.commitAll(before, tree, message.commits());
        if (result.outcome() == CommitResult.Outcome.UNKNOWN_SESSION) {
            throw new PlayerRefusal(PlayerProblem.OTHER_ATTEMPT);
        }
        AttemptResult whole = result.state().result(tree);
        boolean fulfilled = CompletionRule.ofCode(player.completionRule())
                .orElse(CompletionRule.STATUS)
                .isFulfilledBy(whole);
        if (result.state() != before) {
            store(player, locked, result.state(), whole, fulfilled);
            if (whole.status() != before.result(tree).status() || (fulfilled && locked.completedAt() == null)) {
                answers.keep(player.attemptId(), result.state());
            }
        }
        notes.keep(player.attemptId(), before, result);
        prolong(player);
        boolean ownSession = message.session().equals(result.state().liveSession());
        String answer = ownSession
                ? PlayerProtocol.commitAnswer(result, before, tree, fulfilled)
                : PlayerProtocol.commitAnswer(result, before, tree, fulfilled, Delivery.learner(player));
        return new Committed(answer, !player.latest());
    }

    /** The end of a launch: its secret is dead from here. */
    @Override
    public String exit(long versionOfHost, String secret, String body) {
        guard.anyone();
        PlayerProtocol.readExit(body);
        PlayerRow player = player(versionOfHost, secret);
        sql.revoke(player.launchId());
        return PlayerProtocol.exitAnswer(delivery.returnUrl(player, sql));
    }

    /** A file of the package, for whoever has the token of a launch that lives; empty for everything else. */
    @Override
    public Optional<Path> file(long versionOfHost, String token, String name) {
        guard.anyone();
        return sql.versionOfToken(Secret.hash(token), clock.instant())
                .filter(version -> version == versionOfHost)
                .flatMap(version -> files.find(version, name));
    }

    private void store(
            PlayerRow player, AttemptSql.Locked locked, AttemptState state, AttemptResult result, boolean fulfilled) {
        Instant now = clock.instant();
        @Nullable Instant completed = locked.completedAt();
        boolean first = fulfilled && completed == null;
        sql.store(player.attemptId(), state, result, first ? now : completed, now);
        if (first) {
            guard.asSystem(
                    "player",
                    () -> facts.append(NewFact.courseCompleted(
                            player.personId(),
                            player.courseCode(),
                            player.courseVersionNumber(),
                            player.attemptId(),
                            CountyTime.dayOf(now))));
        }
    }

    private AttemptState locked(PlayerRow player) {
        return AttemptState.fromJson(sql.lock(player.attemptId()).state());
    }

    /** @throws PlayerRefusal when the attempt was opened in another window since */
    private PlayerRow latest(long versionOfHost, String secret) {
        PlayerRow player = player(versionOfHost, secret);
        if (!player.latest()) {
            throw new PlayerRefusal(PlayerProblem.TAKEN_OVER);
        }
        return player;
    }

    private PlayerRow player(long versionOfHost, String secret) {
        return sql.player(Secret.hash(secret))
                .filter(row -> row.courseVersionId() == versionOfHost && !row.revoked())
                .filter(row ->
                        row.secretExpiresAt() != null && row.secretExpiresAt().isAfter(clock.instant()))
                .orElseThrow(() -> new PlayerRefusal(PlayerProblem.SECRET_UNKNOWN));
    }

    /** Moves the expiry only when half of it has passed, so that most commits write one row. */
    private void prolong(PlayerRow player) {
        Instant now = clock.instant();
        if (player.secretExpiresAt() != null
                && player.secretExpiresAt().isBefore(now.plus(SECRET_LIVES.dividedBy(2)))) {
            sql.prolong(player.launchId(), now.plus(SECRET_LIVES));
        }
    }
}

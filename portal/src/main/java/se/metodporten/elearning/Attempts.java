package se.metodporten.elearning;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Service;
import se.metodporten.common.CountyTime;
import se.metodporten.common.DomainException;
import se.metodporten.common.PublicAddress;
import se.metodporten.fact.Facts;
import se.metodporten.fact.NewFact;
import se.metodporten.scorm.Standard;
import se.metodporten.scorm.player.Launch;
import se.metodporten.scorm.player.PlayerProblem;
import se.metodporten.scorm.player.PlayerProtocol;
import se.metodporten.scorm.player.PlayerProtocol.CommitMessage;
import se.metodporten.scorm.runtime.AttemptState;
import se.metodporten.scorm.runtime.CommitResult;
import se.metodporten.scorm.runtime.CompletionRule;
import se.metodporten.scorm.runtime.LaunchData;
import se.metodporten.scorm.runtime.Learner;
import se.metodporten.scorm.runtime.RunTime;

/**
 * Attempts on courses: the portal launches, the player exchanges its ticket and commits by its secret, which is all the
 * right it has: to this attempt, until it is revoked or goes unused for {@link #SECRET_LIVES}. So an expired session of
 * the portal loses nothing. The messages are those of the {@code scorm} library's README.
 */
@Service
public class Attempts {

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
    private PublicAddress address;

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
        @Nullable Long existing = launchable.attemptId();
        long attempt = existing != null
                ? existing
                : sql.begin(
                        person, launchable.courseVersionId(), AttemptState.begin(Standard.SCORM_1_2), clock.instant());
        String ticket = Secret.next();
        sql.ticket(attempt, Secret.hash(ticket), clock.instant().plus(TICKET_LIVES));
        return content.of(launchable.courseVersionId()) + "/play/#" + ticket;
    }

    /** The answer to a ticket: its secret and what the player starts from. */
    public String exchange(long versionOfHost, String body) {
        guard.anyone();
        String ticket = PlayerProtocol.readTicket(body);
        String secret = Secret.next();
        String token = Secret.next();
        Instant now = clock.instant();
        if (!sql.takeTicket(
                Secret.hash(ticket), Secret.hash(secret), Secret.hash(token), now, now.plus(SECRET_LIVES))) {
            throw new PlayerRefusal(PlayerProblem.TICKET_USED);
        }
        PlayerRow player = player(versionOfHost, secret);
        return opened(player, Optional.of(secret), token);
    }

    /** The same after a reload in the same tab. */
    public String resume(long versionOfHost, String secret) {
        guard.anyone();
        PlayerRow player = player(versionOfHost, secret);
        if (!player.latest()) {
            throw new PlayerRefusal(PlayerProblem.TAKEN_OVER);
        }
        String token = Secret.next();
        sql.newToken(player.launchId(), Secret.hash(token));
        return opened(player, Optional.empty(), token);
    }

    /** What became of a commit. @param takenOver kept all the same, but a newer launch has the attempt */
    public record Committed(String answer, boolean takenOver) {}

    /** Merges what content said; completing the course appends its fact, once. */
    public Committed commit(long versionOfHost, String secret, String body) {
        guard.anyone();
        CommitMessage message = PlayerProtocol.readCommits(body);
        PlayerRow player = player(versionOfHost, secret);
        AttemptSql.Locked locked = sql.lock(player.attemptId());
        AttemptState before = AttemptState.fromJson(locked.state());
        LaunchData launchData = LaunchDataJson.read(player.launchData());
        CommitResult result = RunTime.commitAll(before, message.commits(), launchData);
        if (result.outcome() == CommitResult.Outcome.UNKNOWN_SESSION) {
            throw new PlayerRefusal(PlayerProblem.OTHER_ATTEMPT);
        }
        boolean fulfilled = CompletionRule.STATUS.isFulfilledBy(result.state());
        if (result.state() != before) {
            store(player, locked, result.state(), fulfilled);
        }
        prolong(player);
        boolean ownSession = result.state()
                .liveSession()
                .filter(live -> live.id().equals(message.session()))
                .isPresent();
        String answer = ownSession
                ? PlayerProtocol.commitAnswer(result, fulfilled)
                : PlayerProtocol.commitAnswer(
                        result, fulfilled, RunTime.initialValues(result.state(), launchData, learner(player)));
        return new Committed(answer, !player.latest());
    }

    /** The end of a launch: its secret is dead from here. */
    public String exit(long versionOfHost, String secret, String body) {
        guard.anyone();
        PlayerProtocol.readExit(body);
        PlayerRow player = player(versionOfHost, secret);
        sql.revoke(player.launchId());
        return PlayerProtocol.exitAnswer(returnUrl(player));
    }

    /** A file of the package, for whoever has the token of a launch that lives; empty for everything else. */
    public Optional<Path> file(long versionOfHost, String token, String name) {
        guard.anyone();
        return sql.versionOfToken(Secret.hash(token), clock.instant())
                .filter(version -> version == versionOfHost)
                .flatMap(version -> files.find(version, name));
    }

    private void store(PlayerRow player, AttemptSql.Locked locked, AttemptState state, boolean fulfilled) {
        Instant now = clock.instant();
        @Nullable Instant completed = locked.completedAt();
        boolean first = fulfilled && completed == null;
        sql.store(player.attemptId(), state, first ? now : completed, now);
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

    private String opened(PlayerRow player, Optional<String> secret, String token) {
        String session = Secret.next();
        AttemptState state =
                RunTime.open(AttemptState.fromJson(sql.lock(player.attemptId()).state()), session);
        sql.storeState(player.attemptId(), state);
        Map<String, String> values =
                RunTime.initialValues(state, LaunchDataJson.read(player.launchData()), learner(player));
        return PlayerProtocol.launchAnswer(new Launch(
                secret,
                opaque(player),
                session,
                state.standard(),
                "/f/" + token + "/" + player.launchUrl(),
                values,
                player.title(),
                player.givenName() + " " + player.familyName(),
                returnUrl(player),
                player.language()));
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

    private static Learner learner(PlayerRow player) {
        return new Learner(opaque(player), player.familyName() + ", " + player.givenName());
    }

    /** A name of learner and attempt that says nothing to content. */
    private static String opaque(PlayerRow player) {
        return Secret.hash("attempt " + player.attemptId() + " of " + player.personId())
                .substring(0, 24);
    }

    private String returnUrl(PlayerRow player) {
        return address.link("/elearning/course.xhtml?code=" + player.courseCode());
    }
}

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
import se.metodporten.common.DomainException;
import se.metodporten.scorm.Standard;
import se.metodporten.scorm.player.PlayerProblem;
import se.metodporten.scorm.player.PlayerProtocol;
import se.metodporten.scorm.player.PlayerProtocol.CommitMessage;
import se.metodporten.scorm.runtime.AttemptState;
import se.metodporten.scorm.runtime.CommitResult;
import se.metodporten.scorm.runtime.CompletionRule;
import se.metodporten.scorm.runtime.RunTime;
import se.metodporten.scorm.sn.ActivityTree;

/**
 * Tries a version without traces, published or not: the course runs as for a learner, but what it says belongs to no
 * attempt, makes no fact, counts nowhere, and is deleted when the trial ends or is left.
 */
@Service
public class Trials implements Play {

    /** What tickets, secrets and tokens of trials begin with. */
    public static final String MARK = "trial-";

    static final Duration LIVES = Duration.ofHours(4);

    @Inject
    private TrialSql sql;

    @Inject
    private CourseFiles files;

    @Inject
    private CourseTrees trees;

    @Inject
    private Delivery delivery;

    @Inject
    private ContentAddress content;

    @Inject
    private Guard guard;

    @Inject
    private Clock clock;

    /**
     * @param uploadId whose report the player leads back to; null for the versions of the course
     * @return the address of the player, good for one use within a minute
     * @throws DomainException when there is no such version
     */
    public String launch(long versionId, @Nullable Long uploadId) {
        guard.requireAnywhere(Action.EDIT_COURSES);
        long person = guard.requireSignedIn();
        TrialSql.Tried version =
                sql.version(versionId).orElseThrow(() -> new DomainException("elearning.refused.noUpload"));
        Standard standard = Standard.ofCode(version.scormVersion()).orElseThrow();
        String ticket = MARK + Secret.next();
        sql.begin(
                versionId,
                person,
                uploadId,
                AttemptState.begin(standard),
                Secret.hash(ticket),
                clock.instant().plus(Attempts.TICKET_LIVES));
        return content.of(versionId) + "/play/#" + ticket;
    }

    @Override
    public String exchange(long versionOfHost, String body) {
        guard.anyone();
        String secret = MARK + Secret.next();
        Instant now = clock.instant();
        String ticket = PlayerProtocol.readTicket(body);
        if (!sql.takeTicket(Secret.hash(ticket), Secret.hash(secret), now, now.plus(LIVES))) {
            throw new PlayerRefusal(PlayerProblem.TICKET_USED);
        }
        PlayerRow player = player(versionOfHost, secret);
        return delivery.start(player, sql.lock(player), sql, secret);
    }

    @Override
    public String resume(long versionOfHost, String secret) {
        guard.anyone();
        PlayerRow player = player(versionOfHost, secret);
        return delivery.again(player, sql.lock(player), sql);
    }

    @Override
    public String navigate(long versionOfHost, String secret, String body) {
        guard.anyone();
        PlayerProtocol.NavigateMessage message = PlayerProtocol.readNavigate(body);
        PlayerRow player = player(versionOfHost, secret);
        AttemptState state = sql.lock(player);
        boolean taken = !message.session().equals(state.liveSession());
        return taken ? delivery.again(player, state, sql) : delivery.follow(player, state, sql, message.request());
    }

    @Override
    public Committed commit(long versionOfHost, String secret, String body) {
        guard.anyone();
        CommitMessage message = PlayerProtocol.readCommits(body);
        PlayerRow player = player(versionOfHost, secret);
        AttemptState before = sql.lock(player);
        ActivityTree tree = trees.of(player.courseVersionId());
        CommitResult result = RunTime.commitAll(before, tree, message.commits());
        if (result.outcome() == CommitResult.Outcome.UNKNOWN_SESSION) {
            throw new PlayerRefusal(PlayerProblem.OTHER_ATTEMPT);
        }
        boolean fulfilled = CompletionRule.ofCode(player.completionRule())
                .orElse(CompletionRule.STATUS)
                .isFulfilledBy(result.state().result(tree));
        if (result.state() != before) {
            sql.storeState(player, result.state(), result.state().result(tree).status());
        }
        boolean ownSession = message.session().equals(result.state().liveSession());
        return new Committed(
                ownSession
                        ? PlayerProtocol.commitAnswer(result, before, tree, fulfilled)
                        : PlayerProtocol.commitAnswer(result, before, tree, fulfilled, Delivery.learner(player)),
                false);
    }

    @Override
    public String exit(long versionOfHost, String secret, String body) {
        guard.anyone();
        PlayerProtocol.readExit(body);
        PlayerRow player = player(versionOfHost, secret);
        String answer = PlayerProtocol.exitAnswer(delivery.returnUrl(player, sql));
        sql.end(player);
        return answer;
    }

    @Override
    public Optional<Path> file(long versionOfHost, String token, String name) {
        guard.anyone();
        return sql.versionOfToken(Secret.hash(token), clock.instant())
                .filter(version -> version == versionOfHost)
                .flatMap(version -> files.find(version, name));
    }

    private PlayerRow player(long versionOfHost, String secret) {
        return sql.player(Secret.hash(secret))
                .filter(row -> row.courseVersionId() == versionOfHost)
                .filter(row ->
                        row.secretExpiresAt() != null && row.secretExpiresAt().isAfter(clock.instant()))
                .orElseThrow(() -> new PlayerRefusal(PlayerProblem.SECRET_UNKNOWN));
    }
}

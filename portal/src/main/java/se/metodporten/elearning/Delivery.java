package se.metodporten.elearning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import se.metodporten.common.PublicAddress;
import se.metodporten.scorm.player.Launch;
import se.metodporten.scorm.player.PlayerProtocol;
import se.metodporten.scorm.runtime.AttemptState;
import se.metodporten.scorm.runtime.Learner;
import se.metodporten.scorm.runtime.RunTime;
import se.metodporten.scorm.sn.Activity;
import se.metodporten.scorm.sn.ActivityTree;
import se.metodporten.scorm.sn.Navigation;
import se.metodporten.scorm.sn.NavigationRequest;

/**
 * Hands a part of the course to the player: at a launch, after a reload, and at a step to another part. Each time a new
 * session and a new path token; those from before read and move nothing more. The caller holds the attempt's lock.
 */
@ApplicationScoped
class Delivery {

    @Inject
    private AttemptSql sql;

    @Inject
    private CourseTrees trees;

    @Inject
    private PublicAddress address;

    /** Where the learner left off, or the beginning. */
    String start(PlayerRow player, AttemptState state, String secret) {
        ActivityTree tree = trees.of(player.courseVersionId());
        Activity part = RunTime.navigation(state, tree).start().orElseThrow();
        return open(player, state, tree, part, Optional.of(secret));
    }

    /** The part that was delivered last. */
    String again(PlayerRow player, AttemptState state) {
        ActivityTree tree = trees.of(player.courseVersionId());
        Activity part = RunTime.navigation(state, tree).again().orElseThrow();
        return open(player, state, tree, part, Optional.empty());
    }

    /** Where a request leads: to a part, to the contents, or out of the course. */
    String follow(PlayerRow player, AttemptState state, NavigationRequest request) {
        ActivityTree tree = trees.of(player.courseVersionId());
        Optional<Navigation.Destination> to = RunTime.navigation(state, tree).follow(request);
        Optional<Activity> part = to.flatMap(Navigation.Destination::activity);
        return part.isPresent()
                ? open(player, state, tree, part.get(), Optional.empty())
                : PlayerProtocol.noActivityAnswer(
                        state, tree, to.filter(Navigation.Destination::ends).isPresent());
    }

    private String open(
            PlayerRow player, AttemptState before, ActivityTree tree, Activity part, Optional<String> secret) {
        String token = Secret.next();
        sql.newToken(player.launchId(), Secret.hash(token));
        AttemptState state = RunTime.open(before, tree, part.identifier(), Secret.next());
        sql.storeState(player.attemptId(), state, state.result(tree).status());
        Launch launch = new Launch(
                secret,
                opaque(player),
                "/f/" + token + "/",
                player.title(),
                learner(player),
                player.givenName() + " " + player.familyName(),
                returnUrl(player),
                player.language());
        return PlayerProtocol.launchAnswer(state, tree, launch);
    }

    static Learner learner(PlayerRow player) {
        return new Learner(opaque(player), player.familyName() + ", " + player.givenName());
    }

    /** A name of learner and attempt that says nothing to content. */
    private static String opaque(PlayerRow player) {
        return Secret.hash("attempt " + player.attemptId() + " of " + player.personId())
                .substring(0, 24);
    }

    String returnUrl(PlayerRow player) {
        return address.link("/elearning/course.xhtml?code=" + player.courseCode());
    }
}

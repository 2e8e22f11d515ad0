package se.metodporten.elearning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import se.metodporten.common.PublicAddress;
import se.metodporten.scorm.LessonStatus;
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

    /** Where an attempt, or a trial, keeps what a delivery changes. */
    interface Keeping {
        /** What secrets and tokens begin with, so that it is seen whose they are. */
        String mark();

        void newToken(PlayerRow player, String tokenHash);

        void storeState(PlayerRow player, AttemptState state, LessonStatus status);

        /** Of the portal's page that the player leads back to. */
        String returnPath(PlayerRow player);
    }

    @Inject
    private CourseTrees trees;

    @Inject
    private PublicAddress address;

    /** Where the learner left off, or the beginning. */
    String start(PlayerRow player, AttemptState state, Keeping keeping, String secret) {
        ActivityTree tree = trees.of(player.courseVersionId());
        Activity part = RunTime.navigation(state, tree).start().orElseThrow();
        return open(player, state, keeping, part, Optional.of(secret));
    }

    /** The part that was delivered last. */
    String again(PlayerRow player, AttemptState state, Keeping keeping) {
        ActivityTree tree = trees.of(player.courseVersionId());
        Activity part = RunTime.navigation(state, tree).again().orElseThrow();
        return open(player, state, keeping, part, Optional.empty());
    }

    /** Where a request leads: to a part, to the contents, or out of the course. */
    String follow(PlayerRow player, AttemptState state, Keeping keeping, NavigationRequest request) {
        ActivityTree tree = trees.of(player.courseVersionId());
        Optional<Navigation.Destination> to = RunTime.navigation(state, tree).follow(request);
        Optional<Activity> part = to.flatMap(Navigation.Destination::activity);
        return part.isPresent()
                ? open(player, state, keeping, part.get(), Optional.empty())
                : PlayerProtocol.noActivityAnswer(
                        state, tree, to.filter(Navigation.Destination::ends).isPresent());
    }

    private String open(
            PlayerRow player, AttemptState before, Keeping keeping, Activity part, Optional<String> secret) {
        ActivityTree tree = trees.of(player.courseVersionId());
        String token = keeping.mark() + Secret.next();
        keeping.newToken(player, Secret.hash(token));
        AttemptState state = RunTime.open(before, tree, part.identifier(), Secret.next());
        keeping.storeState(player, state, state.result(tree).status());
        Launch launch = new Launch(
                secret,
                opaque(player),
                "/f/" + token + "/",
                player.title(),
                learner(player),
                player.givenName() + " " + player.familyName(),
                returnUrl(player, keeping),
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

    String returnUrl(PlayerRow player, Keeping keeping) {
        return address.link(keeping.returnPath(player));
    }
}

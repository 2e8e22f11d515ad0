package se.metodporten.elearning;

import se.metodporten.scorm.player.PlayerProblem;

/** The player asked for what it cannot have; told to it in its protocol's words. */
public class PlayerRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final PlayerProblem problem;

    PlayerRefusal(PlayerProblem problem) {
        super(problem.code());
        this.problem = problem;
    }

    public PlayerProblem problem() {
        return problem;
    }
}

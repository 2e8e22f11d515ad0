package se.metodporten.training;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import se.metodporten.role.Requirement;
import se.metodporten.role.StepLink;

/** From a training that a role requires to the occasions of that kind. */
@ApplicationScoped
class TrainingStep implements StepLink {

    @Override
    public Optional<Link> towards(Requirement requirement, long appointmentId) {
        return switch (requirement.kind()) {
            case TRAINING, REFRESHER, RECURRING ->
                Optional.of(new Link(
                        "/training/trainings.xhtml?kind="
                                + URLEncoder.encode(requirement.code(), StandardCharsets.UTF_8),
                        "training.step.do"));
            case LICENCE, ATTESTATION, COURSE, AGREEMENT -> Optional.empty();
        };
    }
}

package se.metodporten.elearning;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import se.metodporten.role.Requirement;
import se.metodporten.role.StepLink;

/** From a course that a role requires to its page. */
@ApplicationScoped
class CourseStep implements StepLink {

    @Override
    public Optional<Link> towards(Requirement requirement, long appointmentId) {
        return requirement.kind() == Requirement.Kind.COURSE
                ? Optional.of(new Link(
                        "/elearning/course.xhtml?code=" + URLEncoder.encode(requirement.code(), StandardCharsets.UTF_8),
                        "elearning.step.do"))
                : Optional.empty();
    }
}

package se.metodporten.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import se.metodporten.role.Requirement;
import se.metodporten.role.StepLink;

/** From the agreement that a role requires to the one that waits to be signed. */
@ApplicationScoped
class AgreementStep implements StepLink {

    @Override
    public Optional<Link> towards(Requirement requirement, long appointmentId) {
        return requirement.kind() == Requirement.Kind.AGREEMENT
                ? Optional.of(new Link("/agreement/agreement.xhtml?appointment=" + appointmentId, "agreement.step.do"))
                : Optional.empty();
    }
}

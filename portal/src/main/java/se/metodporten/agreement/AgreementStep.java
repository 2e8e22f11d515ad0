package se.metodporten.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import se.metodporten.common.Database;
import se.metodporten.role.Requirement;
import se.metodporten.role.StepLink;

/** From the agreement that a role requires to the one that waits to be signed. */
@ApplicationScoped
class AgreementStep implements StepLink {

    @Inject
    private Database database;

    @Override
    public Optional<Link> towards(Requirement requirement, long appointmentId) {
        if (requirement.kind() != Requirement.Kind.AGREEMENT) {
            return Optional.empty();
        }
        return AgreementSql.latest(database, appointmentId)
                .map(link -> new Link("/agreement/agreement.xhtml?id=" + link.id(), "agreement.step.do"));
    }
}

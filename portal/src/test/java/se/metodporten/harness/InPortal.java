package se.metodporten.harness;

import jakarta.inject.Inject;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import se.metodporten.access.Guard;
import se.metodporten.common.Database;

/** Base of tests that run inside the portal. */
@ArquillianTest
public abstract class InPortal {

    @Inject
    protected Guard guard;

    @Inject
    protected Database database;

    @Inject
    protected As as;

    @Inject
    protected Scenario scenario;
}

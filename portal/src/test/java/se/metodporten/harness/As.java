package se.metodporten.harness;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.apache.shiro.mgt.SecurityManager;
import org.apache.shiro.subject.SimplePrincipalCollection;
import org.apache.shiro.subject.Subject;
import org.apache.shiro.web.env.EnvironmentLoader;
import org.apache.shiro.web.env.WebEnvironment;
import se.metodporten.access.Guard;

/**
 * Lets a test act as a person who is signed in, whichever thread it runs on: a Shiro subject is bound and offices are
 * looked up anew. {@code as.person(anna, () -> service.appoint(…))}.
 */
@ApplicationScoped
public class As {

    /** What a test does as someone; may throw anything. */
    @FunctionalInterface
    public interface Deed {
        void run() throws Exception;
    }

    @Inject
    private Guard guard;

    @Inject
    private RequestContextController requestContext;

    @Inject
    private ServletContext application;

    public void person(long personId, Deed deed) {
        person(personId, () -> {
            deed.run();
            return true;
        });
    }

    public <T> T person(long personId, Callable<T> question) {
        return run(new SimplePrincipalCollection(personId, "test"), question);
    }

    /** As a person whose session began at that moment. */
    public void signedInSince(long personId, Instant since, Deed deed) {
        SimplePrincipalCollection principals = new SimplePrincipalCollection(personId, "test");
        principals.add(since, "test");
        run(principals, () -> {
            deed.run();
            return true;
        });
    }

    /** As someone who is not signed in, also when called inside {@link #person}. */
    public <T> T nobody(Callable<T> question) {
        return run(null, question);
    }

    private <T> T run(SimplePrincipalCollection principals, Callable<T> question) {
        boolean began = requestContext.activate();
        try {
            Subject.Builder subject = new Subject.Builder(security()).sessionCreationEnabled(false);
            if (principals != null) {
                subject.principals(principals).authenticated(true);
            }
            guard.forget();
            return subject.buildSubject().associateWith(question).call();
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        } finally {
            guard.forget();
            if (began) {
                requestContext.deactivate();
            }
        }
    }

    private SecurityManager security() {
        WebEnvironment shiro = (WebEnvironment) application.getAttribute(EnvironmentLoader.ENVIRONMENT_ATTRIBUTE_KEY);
        return shiro.getSecurityManager();
    }
}

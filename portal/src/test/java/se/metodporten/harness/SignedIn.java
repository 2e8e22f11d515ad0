package se.metodporten.harness;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import se.metodporten.access.Guard;
import se.metodporten.access.TrialAccounts;

/** Opens sessions through the sign-in page, as people do, for accounts that need no mail. */
@ApplicationScoped
public class SignedIn {

    private static final String PASSWORD = "gräs lampa torsdag";

    @Inject
    private Guard guard;

    @Inject
    private TrialAccounts accounts;

    @Inject
    private Scenario scenario;

    @Inject
    private HttpServletRequest request;

    /** A connection that holds the person's session; only once a person. */
    public Wire as(long person) {
        String username = scenario.unique("inloggad") + "@example.se";
        guard.asSystem("test", () -> {
            accounts.open(Map.of(person, username), PASSWORD);
            return true;
        });
        Wire wire = nobody();
        Wire.Answer signedIn = wire.post(
                "/access/sign-in.xhtml",
                Map.of("form", "form", "form:username", username, "form:password", PASSWORD, "form:signIn", "x"));
        if (signedIn.status() != 302) {
            throw new AssertionError("No sign-in: " + signedIn.status());
        }
        return wire;
    }

    /** A connection without a session. */
    public Wire nobody() {
        return new Wire(request.getLocalPort());
    }
}

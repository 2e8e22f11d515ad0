package se.metodporten.common;

import java.util.ArrayList;
import java.util.List;

/** A question to all features, as a CDI event: who is not ready yet says so. */
public final class Readiness {

    /** An account of the demo county, told to whoever starts it. */
    public record DemoAccount(String who, String username, String password) {}

    private final List<String> missing = new ArrayList<>();
    private final List<DemoAccount> accounts = new ArrayList<>();

    /** @param reason what is still being done, for the person who waits */
    public void notYet(String reason) {
        missing.add(reason);
    }

    public void account(DemoAccount account) {
        accounts.add(account);
    }

    public boolean ready() {
        return missing.isEmpty();
    }

    public String message() {
        return String.join(" · ", missing);
    }

    public List<DemoAccount> accounts() {
        return List.copyOf(accounts);
    }
}

package se.metodporten.acceptance.harness;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import se.metodporten.acceptance.harness.Portal.Account;

/** Someone who signs in for the first time, with a password of the tests. */
public final class Newcomer {

    private static final String PASSWORD = "fyra röda bussar tutar";
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Someone of the county. */
    public record Known(String personId, Account account) {}

    private Newcomer() {}

    /**
     * Nobody of the demo county, so that nothing is done, begun or missing yet: added to a unit by its manager, invited by
     * the administrator.
     *
     * @param manager the kind of user who adds, as the launcher names it
     */
    public static Account inAUnitOf(String manager) {
        String family = "Nystart-" + (char) ('A' + COUNT.getAndIncrement());
        String email = "nyfiken." + family.toLowerCase(Locale.ROOT) + "@example.org";
        try (Visitor visitor = Visitor.atDesk().signedInAs(manager)) {
            visitor.opens("/person/add.xhtml");
            visitor.fills("Förnamn", "Nyfiken");
            visitor.fills("Efternamn", family);
            visitor.fills("E-post", email);
            visitor.fills("Titel", "Sjuksköterska");
            visitor.presses("Lägg till");
            visitor.isTold("är tillagd");
        }
        try (Visitor administrator = Visitor.atDesk().signedInAs("Systemförvaltare")) {
            administrator.opens("/administration/accounts.xhtml");
            administrator.seeks("Namn eller e-post", email);
            administrator.follows("Nyfiken " + family);
            return invited(administrator);
        }
    }

    /** A person of the county who has not signed in yet: invited by the administrator. */
    public static Account known(String personId) {
        return amongst(List.of(personId)).account();
    }

    /**
     * The first of these people of the county who has not signed in yet and can be reached: invited by the administrator.
     *
     * @param personIds as addresses have them
     */
    public static Known amongst(List<String> personIds) {
        try (Visitor administrator = Visitor.atDesk().signedInAs("Systemförvaltare")) {
            for (String id : personIds) {
                administrator.opens("/administration/account.xhtml?person=" + id);
                if (administrator.button("Skicka inbjudan").count() > 0
                        && administrator.fact("E-post").contains("@")) {
                    return new Known(id, invited(administrator));
                }
            }
        }
        throw new AssertionError("Nobody of these can be invited: " + personIds);
    }

    private static Account invited(Visitor administrator) {
        String email = administrator.fact("E-post");
        administrator.presses("Skicka inbjudan");
        administrator.isTold("Inbjudan är skickad.");
        Account account = new Account(administrator.heading().innerText(), email, PASSWORD);
        try (Visitor newcomer = Visitor.atDesk()) {
            newcomer.invitedBy(Mailbox.of(email).awaits("Välkommen till Metodporten"), PASSWORD);
        }
        return account;
    }
}

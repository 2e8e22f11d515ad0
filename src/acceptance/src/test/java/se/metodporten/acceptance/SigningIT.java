package se.metodporten.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.metodporten.acceptance.harness.Answers;
import se.metodporten.acceptance.harness.Mailbox;
import se.metodporten.acceptance.harness.Newcomer;
import se.metodporten.acceptance.harness.Portal;
import se.metodporten.acceptance.harness.Portal.Account;
import se.metodporten.acceptance.harness.Program;
import se.metodporten.acceptance.harness.Visitor;

/** The mail that asks for a signature, passed on to others: its link signs nothing for anybody but the two it is between. */
class SigningIT {

    private static final int FORBIDDEN = 403;
    private static final String SIGN = "Skriv under överenskommelsen";

    private static Account appointee = new Account("", "", "");
    private static String link = "";

    @BeforeAll
    static void somebody_is_appointed_and_asked_to_sign() {
        appointee = Newcomer.inAUnitOf("Chef");
        try (Visitor manager = Visitor.atDesk().signedInAs("Chef")) {
            String family = appointee.who().substring(appointee.who().lastIndexOf(' ') + 1);
            manager.opens("/person/people.xhtml?q=" + family);
            manager.opens(manager.links("/person/person.xhtml?id=").get(0));
            String unit = manager.main()
                    .locator("a[href*='/organisation/unit.xhtml']")
                    .first()
                    .innerText();
            manager.opens("/appointment/appoint.xhtml");
            if (manager.main().locator("ul.todo").count() > 0) {
                manager.choosesIn("ul.todo", "Välj", unit);
            }
            manager.choosesIn("ul.todo", "Välj", "Metodhandledare");
            manager.opens(manager.page().url() + "&q=" + family);
            manager.ticks(appointee.who());
            manager.fills("Första dag", Portal.today().toString());
            manager.presses("Utse");
            manager.isTold("Uppdraget är registrerat.");
        }
        link = Mailbox.of(appointee.username())
                .awaits("Skriv under ditt uppdrag")
                .link();
    }

    @Test
    void whoever_is_not_signed_in_signs_in_first_and_is_refused_as_somebody_else() {
        Account nurse = Portal.running().account("Sjuksköterska");
        try (Visitor stranger = Visitor.atDesk()) {
            stranger.opens(link);
            stranger.isAt("Logga in");
            assertThat(stranger.page().content()).doesNotContain(appointee.who(), SIGN);
            stranger.signsInHere(nurse.username(), nurse.password());
            stranger.isAt("Du har inte tillgång hit");
            assertThat(stranger.page().content()).doesNotContain(appointee.who(), SIGN);
        }
    }

    @Test
    void nobody_else_who_is_signed_in_can_sign() {
        String path = link.replace(Portal.running().address(), "");
        for (String who : List.of(
                "Sjuksköterska",
                "Metodhandledare",
                "Instruktör",
                "MAS",
                "Kursadministratör",
                "Samverkansledare, Norra",
                "Samverkansledare, Södra",
                "Samverkansledare, Västra",
                "Samverkansledare, Örebro",
                "Processledare",
                "Systemförvaltare")) {
            try (Visitor visitor = Visitor.atDesk().signedInAs(who)) {
                Program.Answer answer = visitor.program().asks(path);
                Answers.isClear(who + " " + path, answer);
                assertThat(answer.status()).as(who).isEqualTo(FORBIDDEN);
                assertThat(answer.body()).as(who).doesNotContain(appointee.who(), SIGN);
            }
        }
    }

    @Test
    void each_side_signs_for_itself_and_with_the_own_password() {
        try (Visitor manager = Visitor.atDesk().signedInAs("Chef")) {
            manager.opens(link);
            manager.fills("Ditt lösenord", appointee.password());
            manager.presses(SIGN);
            manager.isRefused("Lösenordet stämmer inte.");
            manager.sees("Ingen har skrivit under");
            manager.fills("Ditt lösenord", Portal.running().account("Chef").password());
            manager.presses(SIGN);
            manager.isTold("Du har skrivit under.");
            manager.sees("Väntar på underskrift av");
            assertThat(manager.button(SIGN)).isHidden();
        }
        try (Visitor visitor = Visitor.atDesk()) {
            visitor.opens(link);
            visitor.signsInHere(appointee.username(), appointee.password());
            visitor.isAt("Uppdragsöverenskommelse");
            visitor.presses(SIGN);
            visitor.sees("Fyll i det här fältet.");
            visitor.fills("Ditt lösenord", appointee.password());
            visitor.presses(SIGN);
            visitor.isTold("Båda har skrivit under.");
        }
    }
}

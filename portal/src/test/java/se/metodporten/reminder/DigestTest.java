package se.metodporten.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.metodporten.common.PublicAddress;
import se.metodporten.common.Words;
import se.metodporten.reminder.rules.Occasion;

class DigestTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 24);

    private static final PublicAddress PORTAL = new PublicAddress() {
        @Override
        public String link(String path) {
            return "https://portal.example.se" + path;
        }
    };

    @Test
    void the_own_things_come_first_each_with_its_link() {
        Digest digest = digest(
                line(2, Occasion.LAPSED, Recipient.MANAGER, "Åsa Ek"),
                line(1, Occasion.DUE, Recipient.APPOINTEE, "Bo"));

        assertThat(digest.lines()).extracting(Digest.Said::own).containsExactly(true, false);
        assertThat(digest.text())
                .containsSubsequence(
                        "Hej Bo!",
                        "Förnya ditt uppdrag som instruktör, Björken, senast 2026-12-24",
                        "https://portal.example.se/appointment/appointment.xhtml?id=1",
                        "Åsa Ek",
                        "https://portal.example.se/appointment/appointment.xhtml?id=2");
    }

    @Test
    void two_rules_that_say_the_same_are_one_line() {
        Digest digest = digest(
                line(1, Occasion.DUE, Recipient.APPOINTEE, "Bo"), line(1, Occasion.DUE, Recipient.MANAGER, "Bo"));

        assertThat(digest.lines()).hasSize(1);
        assertThat(digest.subject()).isEqualTo("En påminnelse från Metodporten");
    }

    @Test
    void a_name_that_the_recipient_may_not_know_is_someone() {
        assertThat(digest(line(1, Occasion.LAPSED, Recipient.COORDINATOR, null)).text())
                .contains("en person: uppdraget");
    }

    @Test
    void the_page_shows_names_as_they_are_written_and_runs_nothing() {
        String html = digest(line(1, Occasion.LAPSED, Recipient.MANAGER, "<script>alert(1)</script> & \"Co\""))
                .html();

        assertThat(html)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Co&quot;")
                .doesNotContain("<script");
    }

    @Test
    void a_very_long_list_is_cut_and_says_how_many_more_there_are() {
        List<Line> lines = new ArrayList<>();
        for (int appointment = 1; appointment <= 43; appointment++) {
            lines.add(line(appointment, Occasion.LAPSED, Recipient.COORDINATOR, "Åsa Ek"));
        }
        Digest digest = Digest.of(Words.SWEDISH, "Bo", lines, PORTAL);

        assertThat(digest.lines()).hasSize(40);
        assertThat(digest.subject()).isEqualTo("43 påminnelser från Metodporten");
        assertThat(digest.text()).contains("Och 3 saker till.");
    }

    @Test
    void an_agreement_is_opened_where_it_is_signed() {
        Line line = new Line(
                9,
                1L,
                null,
                Occasion.AGREEMENT_WAITING,
                Recipient.APPOINTEE,
                DAY,
                "Instruktör",
                "Björken",
                "Bo",
                7L,
                null,
                null);

        assertThat(digest(line).lines())
                .extracting(Digest.Said::link)
                .containsExactly("https://portal.example.se/agreement/agreement.xhtml?id=7");
    }

    private static Digest digest(Line... lines) {
        return Digest.of(Words.SWEDISH, "Bo", List.of(lines), PORTAL);
    }

    private static Line line(long appointment, Occasion occasion, Recipient recipient, @Nullable String person) {
        return new Line(
                9, appointment, null, occasion, recipient, DAY, "Instruktör", "Björken", person, null, null, null);
    }
}

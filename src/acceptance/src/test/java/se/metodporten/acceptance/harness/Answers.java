package se.metodporten.acceptance.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import java.util.regex.Pattern;

/** What every answer owes to whoever asked, however they asked. */
public final class Answers {

    private static final int REFUSED = 400;
    private static final int FAILED = 500;
    private static final Pattern INSIDES = Pattern.compile(
            "\\bat [a-z]+(\\.[\\w$]+)+\\([\\w.]+:\\d+\\)|\\b[a-z]+(\\.[a-z]+)+\\.\\w*(Exception|Error)\\b|SQLState|Payara");

    private Answers() {}

    /** A page or a clear refusal with its reference; never a failure, never what the portal is made of. */
    public static String isClear(String asked, APIResponse answer) {
        return isClear(
                asked, answer.status(), answer.headers().getOrDefault("x-request-id", "no reference"), answer.text());
    }

    /** The same, of what a program was answered. */
    public static String isClear(String asked, Program.Answer answer) {
        return isClear(asked, answer.status(), answer.header("x-request-id"), answer.body());
    }

    private static String isClear(String asked, int status, String reference, String body) {
        assertThat(status).as("%s", asked).isLessThan(FAILED);
        assertThat(INSIDES.matcher(body).find())
                .as("the insides in the answer to %s: %s", asked, body)
                .isFalse();
        if (status >= REFUSED) {
            assertThat(reference).as("the reference of the answer to %s", asked).isNotEmpty();
            assertThat(body).as("%d to %s", status, asked).contains(reference);
        }
        return body;
    }
}

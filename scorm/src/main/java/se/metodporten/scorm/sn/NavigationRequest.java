package se.metodporten.scorm.sn;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What content or the learner asks for, in the words of {@code adl.nav.request} (Sequencing and Navigation, 4th
 * edition, §5.6.4).
 *
 * @param target of a choice or a jump; else empty
 */
public record NavigationRequest(Kind kind, String target) {

    public static final NavigationRequest NOTHING = new NavigationRequest(Kind.NONE, "");

    private static final Pattern TARGET = Pattern.compile("\\{target=([^{}]{1,4000})\\}(choice|jump)");

    /** What is asked for. */
    public enum Kind {
        CONTINUE("continue"),
        PREVIOUS("previous"),
        CHOICE("choice"),
        JUMP("jump"),
        EXIT("exit"),
        EXIT_ALL("exitAll"),
        ABANDON("abandon"),
        ABANDON_ALL("abandonAll"),
        SUSPEND_ALL("suspendAll"),
        NONE("_none_");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /** Empty for what is no request. */
    public static Optional<NavigationRequest> parse(String words) {
        Matcher to = TARGET.matcher(words);
        if (to.matches()) {
            Kind kind = to.group(2).equals("choice") ? Kind.CHOICE : Kind.JUMP;
            return Optional.of(new NavigationRequest(kind, to.group(1)));
        }
        return Arrays.stream(Kind.values())
                .filter(k -> k != Kind.CHOICE && k != Kind.JUMP && k.word.equals(words))
                .findFirst()
                .map(k -> new NavigationRequest(k, ""));
    }

    /** Whether what was begun stays open, to be gone on with. */
    public boolean suspends() {
        return kind == Kind.SUSPEND_ALL;
    }
}

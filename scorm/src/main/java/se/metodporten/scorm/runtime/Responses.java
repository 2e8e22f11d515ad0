package se.metodporten.scorm.runtime;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is answered to an interaction and what would be right, by its type (RTE 4th edition, §4.2.9.1 and §4.2.9.2). */
final class Responses {

    private static final Pattern REAL = Pattern.compile("[+-]?(?:[0-9]{1,30}(?:\\.[0-9]{0,30})?|\\.[0-9]{1,30})");
    private static final Pattern DELIMITER = Pattern.compile("\\{(case_matters|order_matters)=([^{}]*)\\}");
    private static final Set<String> ONE_PATTERN = Set.of("true-false", "likert", "numeric", "other");

    private final Formats formats;

    Responses(Formats formats) {
        this.formats = formats;
    }

    boolean isResponse(String type, String value) {
        return switch (type) {
            case "true-false" -> value.equals("true") || value.equals("false");
            case "choice" -> value.isEmpty() || areDistinct(parts(value), Formats::isIdentifier);
            case "fill-in" -> parts(value).stream().allMatch(formats::isLocalized);
            case "long-fill-in" -> formats.isLocalized(value);
            case "likert" -> Formats.isIdentifier(value);
            case "matching" -> value.isEmpty() || parts(value).stream().allMatch(Responses::isPair);
            case "performance" -> value.isEmpty() || parts(value).stream().allMatch(step -> isStep(step, false));
            case "sequencing" -> value.isEmpty() || parts(value).stream().allMatch(Formats::isIdentifier);
            case "numeric" -> REAL.matcher(value).matches();
            default -> true;
        };
    }

    boolean isPattern(String type, String value) {
        return switch (type) {
            case "fill-in" ->
                withoutDelimiters(value, Set.of("case_matters", "order_matters"))
                        .filter(text -> parts(text).stream().allMatch(formats::isLocalized))
                        .isPresent();
            case "long-fill-in" ->
                withoutDelimiters(value, Set.of("case_matters"))
                        .filter(formats::isLocalized)
                        .isPresent();
            case "performance" ->
                withoutDelimiters(value, Set.of("order_matters"))
                        .filter(steps -> parts(steps).stream().allMatch(step -> isStep(step, true)))
                        .isPresent();
            case "matching", "sequencing" -> !value.isEmpty() && isResponse(type, value);
            case "numeric" -> isRange(value);
            default -> isResponse(type, value);
        };
    }

    /** Whether an interaction of the type has one right answer only. */
    static boolean hasOnePattern(String type) {
        return ONE_PATTERN.contains(type);
    }

    /** Whether two patterns say the same, so that the second one is refused. */
    static boolean isSamePattern(String type, String one, String other) {
        return switch (type) {
            case "choice" -> Set.copyOf(parts(one)).equals(Set.copyOf(parts(other)));
            case "sequencing" -> one.equals(other);
            default -> false;
        };
    }

    private static List<String> parts(String value) {
        return Arrays.asList(value.split("\\[,\\]", -1));
    }

    private static boolean areDistinct(List<String> parts, Predicate<String> right) {
        return parts.stream().distinct().count() == parts.size()
                && parts.stream().allMatch(right);
    }

    private static boolean isPair(String pair) {
        String[] parts = pair.split("\\[\\.\\]", -1);
        return parts.length == 2 && Formats.isIdentifier(parts[0]) && Formats.isIdentifier(parts[1]);
    }

    private static boolean isStep(String step, boolean correct) {
        String[] parts = step.split("\\[\\.\\]", -1);
        if (parts.length != 2 || (parts[0].isEmpty() && parts[1].isEmpty())) {
            return false;
        }
        boolean right = !correct || !parts[1].contains("[:]") || isRange(parts[1]);
        return right && (parts[0].isEmpty() || Formats.isIdentifier(parts[0]));
    }

    /** {@code min[:]max}, either of which may be missing. */
    private static boolean isRange(String value) {
        String[] ends = value.split("\\[:\\]", -1);
        if (ends.length != 2
                || !Arrays.stream(ends)
                        .allMatch(e -> e.isEmpty() || REAL.matcher(e).matches())) {
            return false;
        }
        return ends[0].isEmpty()
                || ends[1].isEmpty()
                || new BigDecimal(ends[0]).compareTo(new BigDecimal(ends[1])) <= 0;
    }

    /** {@code {case_matters=true}text} → text; empty when a delimiter says neither true nor false. */
    private static Optional<String> withoutDelimiters(String value, Set<String> names) {
        String rest = value;
        Matcher found = DELIMITER.matcher(rest);
        while (found.lookingAt() && names.contains(found.group(1))) {
            if (!found.group(2).equals("true") && !found.group(2).equals("false")) {
                return Optional.empty();
            }
            rest = rest.substring(found.end());
            found = DELIMITER.matcher(rest);
        }
        return Optional.of(rest);
    }
}

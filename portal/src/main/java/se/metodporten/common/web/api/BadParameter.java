package se.metodporten.common.web.api;

import jakarta.ws.rs.BadRequestException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A parameter that cannot be read, is not allowed, is missing, or is not known: its name, why, and what it may be. */
public class BadParameter extends BadRequestException {

    private static final long serialVersionUID = 1L;

    private final String parameter;
    private final String key;
    private final transient List<Object> arguments;
    private final transient List<String> allowed;
    private final @Nullable String minimum;
    private final @Nullable String maximum;

    private BadParameter(
            String parameter,
            String key,
            List<Object> arguments,
            List<String> allowed,
            @Nullable String minimum,
            @Nullable String maximum) {
        super(parameter + ": " + key);
        this.parameter = parameter;
        this.key = key;
        this.arguments = arguments;
        this.allowed = allowed;
        this.minimum = minimum;
        this.maximum = maximum;
    }

    /** It must be one of these. */
    public static BadParameter choice(String parameter, List<String> allowed) {
        return new BadParameter(
                parameter, "common.parameter.choice", List.of(String.join(", ", allowed)), allowed, null, null);
    }

    /** It must be given, one of these. */
    public static BadParameter missing(String parameter, List<String> allowed) {
        return new BadParameter(
                parameter, "common.parameter.missing", List.of(String.join(", ", allowed)), allowed, null, null);
    }

    /** @param key of the sentence; its arguments are the two ends */
    static BadParameter range(String parameter, String key, Object minimum, Object maximum) {
        return new BadParameter(
                parameter, key, List.of(minimum, maximum), List.of(), minimum.toString(), maximum.toString());
    }

    static BadParameter text(String parameter, String key, Object... arguments) {
        return new BadParameter(parameter, key, List.of(arguments), List.of(), null, null);
    }

    /** @param known what there is here; none at all perhaps */
    static BadParameter unknown(String parameter, List<String> known) {
        return new BadParameter(
                parameter,
                known.isEmpty() ? "common.parameter.none" : "common.parameter.unknown",
                List.of(String.join(", ", known)),
                known,
                null,
                null);
    }

    static BadParameter twice(String parameter) {
        return new BadParameter(parameter, "common.parameter.twice", List.of(), List.of(), null, null);
    }

    String parameter() {
        return parameter;
    }

    String key() {
        return key;
    }

    Object[] arguments() {
        return arguments.toArray();
    }

    List<String> allowed() {
        return allowed;
    }

    @Nullable
    String minimum() {
        return minimum;
    }

    @Nullable
    String maximum() {
        return maximum;
    }
}

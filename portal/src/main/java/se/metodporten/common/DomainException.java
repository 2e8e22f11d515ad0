package se.metodporten.common;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal: a message key with arguments, put into words at the edge (beside the field on a page, problem+json in the
 * API). Rolls the transaction back.
 */
public class DomainException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<Object> arguments;
    private final @Nullable String field;

    /** @param key full message key, e.g. {@code agreement.refused.notSignatory} */
    public DomainException(String key, Object... arguments) {
        this(null, key, arguments);
    }

    private DomainException(@Nullable String field, String key, Object... arguments) {
        super(key);
        this.field = field;
        this.key = key;
        this.arguments = List.of(arguments);
    }

    /** A refusal about one field of the form: {@code field} is the id of its {@code mp:field}. */
    public static DomainException at(String field, String key, Object... arguments) {
        return new DomainException(field, key, arguments);
    }

    public String key() {
        return key;
    }

    public Object[] arguments() {
        return arguments.toArray();
    }

    public @Nullable String field() {
        return field;
    }
}

package se.metodporten.common.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what stands in a URL, which anybody can type: what is no number is none. */
public final class UrlState {

    private static final int LARGEST_PAGE = 1_000_000;

    private UrlState() {}

    public static @Nullable Long id(@Nullable String text) {
        return text == null || !text.matches("[0-9]{1,18}") ? null : Long.valueOf(text);
    }

    /** The day; null for what is none. */
    public static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException typedByHand) {
            return null;
        }
    }

    /** The number of a page, from 1. */
    public static int page(@Nullable String text) {
        Long number = id(text);
        return number == null ? 1 : (int) Math.max(1, Math.min(number, LARGEST_PAGE));
    }

    /** The constant of that name, as a URL writes it ({@code family-name}), or the other. */
    public static <E extends Enum<E>> E constant(Class<E> type, @Nullable String text, E other) {
        if (text != null) {
            for (E constant : type.getEnumConstants()) {
                if (inUrl(constant).equals(text)) {
                    return constant;
                }
            }
        }
        return other;
    }

    /** The column of {@code sort}, which a minus sign turns round. */
    public static <E extends Enum<E>> E column(Class<E> type, @Nullable String sort, E other) {
        return constant(type, falling(sort) && sort != null ? sort.substring(1) : sort, other);
    }

    public static boolean falling(@Nullable String sort) {
        return sort != null && sort.startsWith("-");
    }

    public static String inUrl(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

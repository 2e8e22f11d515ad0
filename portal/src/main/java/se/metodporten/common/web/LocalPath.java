package se.metodporten.common.web;

import org.jspecify.annotations.Nullable;

/** An address that came with the request and is gone to afterwards: only a path of this portal, never another site. */
public final class LocalPath {

    private LocalPath() {}

    /** @return the path, or {@code /} when it could lead elsewhere */
    public static String of(@Nullable String path) {
        boolean local = path != null
                && path.startsWith("/")
                && !path.startsWith("//")
                && path.chars().allMatch(c -> c > ' ' && c != '\\' && c < 0x7f);
        return path != null && local ? path : "/";
    }
}

package se.metodporten.elearning.web;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What the form of a package carries that only this session's pages can know: it is no Faces form and has no state. */
@Named
@SessionScoped
public class UploadForm implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String key = next();

    public String getKey() {
        return key;
    }

    boolean isOf(@Nullable String sent) {
        return sent != null
                && MessageDigest.isEqual(key.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }

    private static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}

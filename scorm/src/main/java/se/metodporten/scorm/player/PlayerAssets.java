package se.metodporten.scorm.player;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files of the player page, all of them; anything else asked for does not exist. */
public final class PlayerAssets {

    private static final Map<String, String> TYPES = Map.of(
            "player.html", "text/html;charset=UTF-8",
            "player.css", "text/css;charset=UTF-8",
            "player.js", "text/javascript;charset=UTF-8");

    private static final Map<String, Asset> ASSETS = readAll();

    private PlayerAssets() {}

    /**
     * A file below {@code /play/}.
     *
     * @param etag quoted, changes with the content
     */
    public record Asset(String name, String contentType, String etag, byte[] bytes) {
        @Override
        public byte[] bytes() {
            return bytes.clone();
        }
    }

    /** The file of that name; the empty name is the page. */
    public static Optional<Asset> find(String name) {
        return Optional.ofNullable(ASSETS.get(name.isEmpty() ? "player.html" : name));
    }

    private static Map<String, Asset> readAll() {
        Map<String, Asset> assets = new TreeMap<>();
        TYPES.forEach((name, type) -> {
            byte[] bytes = read(name);
            assets.put(name, new Asset(name, type, etag(bytes), bytes));
        });
        return assets;
    }

    private static byte[] read(String name) {
        try (InputStream in = PlayerAssets.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the player was not built into this jar: " + name + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("unreadable resource " + name, e);
        }
    }

    private static String etag(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return '"' + HexFormat.of().formatHex(hash, 0, 12) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

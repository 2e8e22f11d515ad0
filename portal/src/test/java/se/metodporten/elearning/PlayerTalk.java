package se.metodporten.elearning;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.util.Map;

/** What a player says, as the protocol's texts. */
final class PlayerTalk {

    private PlayerTalk() {}

    /** A player that has exchanged its ticket. */
    record Player(long version, String secret, String session, String file, JsonObject start) {

        String token() {
            return file.split("/")[2];
        }

        String name() {
            return file.substring(("/f/" + token() + "/").length()).replaceFirst("[?].*", "");
        }

        /** After a step to another part. */
        Player at(JsonObject next) {
            return new Player(version, secret, next.getString("session"), next.getString("content"), next);
        }
    }

    static Player exchange(Attempts attempts, ContentAddress content, URI address) {
        long version = content.version(address.getHost()).orElseThrow();
        JsonObject start = json(attempts.exchange(version, ticket(address.getFragment())));
        return new Player(
                version, start.getString("secret"), start.getString("session"), start.getString("content"), start);
    }

    static String commit(String session, int sequence, Map<String, String> sets) {
        return commit(session, sequence, sets, false);
    }

    static String commit(String session, int sequence, Map<String, String> sets, boolean finished) {
        JsonObjectBuilder values = Json.createObjectBuilder();
        sets.forEach(values::add);
        return Json.createObjectBuilder()
                .add("session", session)
                .add(
                        "commits",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("sequence", sequence)
                                        .add("elapsedSeconds", 60)
                                        .add("finished", finished)
                                        .add("sets", values)))
                .build()
                .toString();
    }

    static String ticket(String ticket) {
        return Json.createObjectBuilder().add("ticket", ticket).build().toString();
    }

    static String session(Player player) {
        return Json.createObjectBuilder()
                .add("session", player.session())
                .build()
                .toString();
    }

    static String step(String session, String request) {
        return Json.createObjectBuilder()
                .add("session", session)
                .add("request", request)
                .build()
                .toString();
    }

    static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}

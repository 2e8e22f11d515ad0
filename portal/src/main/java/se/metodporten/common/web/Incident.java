package se.metodporten.common.web;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.ServletException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.RequestId;

/**
 * A failure as one JSON line: where it happened, by types and frames. Messages of exceptions are left out, since a
 * database's quotes the values it complains of, and those are about people.
 */
public final class Incident {

    private static final int FRAMES = 25;

    private Incident() {}

    /** To be written to the log as it is. */
    public static String of(String method, String path, Throwable failed) {
        JsonArrayBuilder causes = Json.createArrayBuilder();
        for (Throwable cause = failed; cause != null; cause = next(cause)) {
            causes.add(describe(cause));
        }
        return Json.createObjectBuilder()
                .add("event", "failure")
                .add("request", String.valueOf(RequestId.current()))
                .add("method", method)
                .add("path", path)
                .add("causes", causes)
                .build()
                .toString();
    }

    /** What the API refused, by its path alone: parameters may be about people. */
    static String refusal(String method, String path, int status) {
        return Json.createObjectBuilder()
                .add("event", "refusal")
                .add("request", String.valueOf(RequestId.current()))
                .add("method", method)
                .add("path", path)
                .add("status", status)
                .build()
                .toString();
    }

    private static JsonObjectBuilder describe(Throwable cause) {
        JsonArrayBuilder frames = Json.createArrayBuilder();
        StackTraceElement[] trace = cause.getStackTrace();
        for (int i = 0; i < Math.min(trace.length, FRAMES); i++) {
            frames.add(trace[i].toString());
        }
        JsonObjectBuilder described =
                Json.createObjectBuilder().add("type", cause.getClass().getName());
        if (cause instanceof SQLException sql) {
            described.add("code", sql.getErrorCode()).add("state", String.valueOf(sql.getSQLState()));
        }
        return described.add("frames", frames);
    }

    private static @Nullable Throwable next(Throwable cause) {
        Throwable next = cause instanceof ServletException servlet && servlet.getRootCause() != null
                ? servlet.getRootCause()
                : cause.getCause();
        return next == cause ? null : next;
    }
}

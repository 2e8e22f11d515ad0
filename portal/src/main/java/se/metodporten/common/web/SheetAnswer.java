package se.metodporten.common.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.sheet.Sheet;

/**
 * Answers a request with a table as a file. It is first written beside, so that a failure is an error page and not half a
 * file, and nobody's slow line holds the database.
 */
public final class SheetAnswer {

    private SheetAnswer() {}

    /** Takes one row after the other. */
    @FunctionalInterface
    public interface Rows {
        void row(List<@Nullable Object> values);
    }

    /** Gives all rows, in order. */
    @FunctionalInterface
    public interface Table {
        void writeTo(Rows rows);
    }

    /** @param name of the file without its ending, and of the table in it */
    public static void send(
            HttpServletResponse response, Sheet.Format format, String name, List<String> head, Table table)
            throws IOException {
        Path file = Files.createTempFile("table", ".tmp");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                    Sheet sheet = Sheet.begin(format, out, name, head)) {
                table.writeTo(values -> write(sheet, values));
            }
            FileAnswer.headers(response, format.contentType(), name + "." + UrlState.inUrl(format));
            response.setContentLengthLong(Files.size(file));
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.delete(file);
        }
    }

    private static void write(Sheet sheet, List<@Nullable Object> values) {
        try {
            sheet.row(values);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

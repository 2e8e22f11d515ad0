package se.metodporten.common.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table that is being written as a file: its head first, then row by row. Not finished before it is closed. */
public abstract sealed class Sheet implements Closeable permits CsvSheet, XlsxSheet {

    /** What kind of file. */
    public enum Format {
        CSV("text/csv;charset=UTF-8"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String contentType;

        Format(String contentType) {
            this.contentType = contentType;
        }

        public String contentType() {
            return contentType;
        }
    }

    /**
     * @param title of the table, in a format that has one
     * @param head the columns' titles
     */
    public static Sheet begin(Format format, OutputStream to, String title, List<String> head) throws IOException {
        return switch (format) {
            case CSV -> new CsvSheet(to, head);
            case XLSX -> new XlsxSheet(to, title, head);
        };
    }

    /** @param values text, whole and decimal numbers and days; null for an empty cell */
    public abstract void row(List<@Nullable Object> values) throws IOException;
}

package se.metodporten.directory;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A CSV file of the directory: semicolons, quotes where needed, UTF-8 (with or without a byte order mark) or
 * Windows-1252. Read twice, a little at a time: once to tell the encoding and count the lines, once for the rows.
 */
final class CsvFile {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final byte[] SPREADSHEET = {'P', 'K', 3, 4};
    private static final int LONGEST_ROW = 64 * 1024;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path path;
    private final ImportKind kind;
    private final Charset charset;
    private final int lines;

    private CsvFile(Path path, ImportKind kind, Charset charset, int lines) {
        this.path = path;
        this.kind = kind;
        this.charset = charset;
        this.lines = lines;
    }

    static CsvFile examine(Path path, ImportKind kind) throws IOException, FileRefused {
        refuseOtherFormats(path);
        int lines = linesIfDecodedAs(path, StandardCharsets.UTF_8);
        if (lines >= 0) {
            return new CsvFile(path, kind, StandardCharsets.UTF_8, lines);
        }
        lines = linesIfDecodedAs(path, WINDOWS_1252);
        if (lines < 0) {
            throw new FileRefused(Refusal.NOT_TEXT, "");
        }
        return new CsvFile(path, kind, WINDOWS_1252, lines);
    }

    /** About how many rows there are, for the progress. */
    int lines() {
        return lines;
    }

    Charset charset() {
        return charset;
    }

    /** Gives each row under the header to the consumer, in order. */
    void forEachRow(Consumer<RowReader> consumer) throws IOException, FileRefused {
        boolean any = false;
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(';')
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(LONGEST_ROW)
                .ofCsvRecord(withoutMark(path, charset))) {
            Map<String, Integer> columns = null;
            for (CsvRecord row : records) {
                if (columns == null) {
                    columns = header(row.getFields());
                } else if (!row.getFields().stream().allMatch(String::isBlank)) {
                    any = true;
                    consumer.accept(new RowReader((int) row.getStartingLineNumber(), columns, row.getFields()));
                }
            }
        } catch (CsvParseException broken) {
            throw new FileRefused(Refusal.BROKEN, Problem.shown(String.valueOf(broken.getMessage())));
        }
        if (!any) {
            throw new FileRefused(Refusal.NO_ROWS, "");
        }
    }

    private Map<String, Integer> header(List<String> names) throws FileRefused {
        if (names.size() == 1 && (names.get(0).indexOf(',') >= 0 || names.get(0).indexOf('\t') >= 0)) {
            throw new FileRefused(Refusal.SEPARATOR, Problem.shown(names.get(0)));
        }
        Map<String, Integer> found = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).strip();
            String column = kind.columns().stream()
                    .filter(known -> known.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElse(null);
            if (column == null) {
                unknown.add(name);
            } else if (found.put(column, i) != null) {
                throw new FileRefused(Refusal.COLUMNS_TWICE, column);
            }
        }
        List<String> missing = kind.columns().stream()
                .filter(column -> !found.containsKey(column))
                .toList();
        if (!missing.isEmpty()) {
            throw new FileRefused(Refusal.COLUMNS_MISSING, String.join(", ", missing));
        }
        if (!unknown.isEmpty()) {
            throw new FileRefused(Refusal.COLUMNS_UNKNOWN, Problem.shown(String.join(", ", unknown)));
        }
        return found;
    }

    private static void refuseOtherFormats(Path path) throws IOException, FileRefused {
        byte[] start;
        try (InputStream bytes = Files.newInputStream(path)) {
            start = bytes.readNBytes(4096);
        }
        if (start.length == 0) {
            throw new FileRefused(Refusal.NO_ROWS, "");
        }
        if (startsWith(start, SPREADSHEET)) {
            throw new FileRefused(Refusal.SPREADSHEET, "");
        }
        if (startsWith(start, new byte[] {(byte) 0xFF, (byte) 0xFE})
                || startsWith(start, new byte[] {(byte) 0xFE, (byte) 0xFF})) {
            throw new FileRefused(Refusal.UTF_16, "");
        }
        for (byte one : start) {
            if (one == 0) {
                throw new FileRefused(Refusal.NOT_TEXT, "");
            }
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    /** How many lines the file has in that encoding; below zero when it is not in that encoding. */
    private static int linesIfDecodedAs(Path path, Charset charset) throws IOException {
        int lines = 0;
        char before = 0;
        try (Reader reader = strict(path, charset)) {
            char[] some = new char[1 << 16];
            for (int read = reader.read(some); read >= 0; read = reader.read(some)) {
                for (int i = 0; i < read; i++) {
                    if (some[i] == '\r' || (some[i] == '\n' && before != '\r')) {
                        lines++;
                    }
                    before = some[i];
                }
            }
            return lines;
        } catch (CharacterCodingException other) {
            return -1;
        }
    }

    private static Reader withoutMark(Path path, Charset charset) throws IOException {
        Reader reader = strict(path, charset);
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    private static Reader strict(Path path, Charset charset) throws IOException {
        return new BufferedReader(new InputStreamReader(
                new BufferedInputStream(Files.newInputStream(path)),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }
}

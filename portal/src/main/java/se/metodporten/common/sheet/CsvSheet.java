package se.metodporten.common.sheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.SpreadsheetText;

/**
 * As a Swedish spreadsheet opens it with a double click: a byte order mark, or it would not see that it is UTF-8;
 * semicolons; decimal commas. No text in it is a formula.
 */
final class CsvSheet extends Sheet {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CsvWriter csv;

    CsvSheet(OutputStream to, List<String> head) throws IOException {
        Writer writer = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        writer.write(BYTE_ORDER_MARK);
        csv = CsvWriter.builder().fieldSeparator(';').build(writer);
        csv.writeRecord(head.stream().map(SpreadsheetText::of).toList());
    }

    @Override
    public void row(List<@Nullable Object> values) {
        csv.writeRecord(values.stream().map(CsvSheet::cell).toList());
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof BigDecimal number
                ? number.toPlainString().replace('.', ',')
                : value instanceof Number ? value.toString() : SpreadsheetText.of(value.toString());
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}

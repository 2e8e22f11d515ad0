package se.metodporten.common.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

class SheetTest {

    private static final List<String> HEAD = List.of("Namn", "Version", "Dag", "Poäng");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    @Test
    void csv_begins_with_a_byte_order_mark_and_has_semicolons_and_decimal_commas() throws IOException {
        String csv = new String(written(Sheet.Format.CSV, "Åsa; Öberg"), StandardCharsets.UTF_8);

        assertThat(csv)
                .isEqualTo("\uFEFFNamn;Version;Dag;Poäng\r\n\"Åsa; Öberg\";2;2026-11-30;87,5\r\n;;2026-11-30;\r\n");
    }

    @Test
    void a_text_is_never_a_formula() throws IOException {
        for (String text : List.of("=1+1", "+1", "-1", "@a", "\t=1")) {
            assertThat(new String(written(Sheet.Format.CSV, text), StandardCharsets.UTF_8))
                    .as(text)
                    .contains("'" + text)
                    .doesNotContain("\n" + text);
            assertThat(worksheet(written(Sheet.Format.XLSX, text))).as(text).doesNotContain("<f>");
        }
    }

    @Test
    void xlsx_keeps_numbers_and_days_as_such_and_texts_whole() throws IOException {
        String sheet = worksheet(written(Sheet.Format.XLSX, "Åsa <Öberg> & \u0001 Co"));

        assertThat(sheet)
                .contains("&#xc5;sa &lt;&#xd6;berg&gt; &amp;")
                .contains("<v>2</v>", "<v>87.5</v>", "<v>46356.0</v>", "t=\"inlineStr\"")
                .doesNotContain("\u0001", "<Öberg>");
    }

    @Test
    void many_rows_do_not_stay_in_memory() throws IOException {
        for (Sheet.Format format : Sheet.Format.values()) {
            Counting counting = new Counting();
            try (Sheet sheet = Sheet.begin(format, counting, "Alla", HEAD)) {
                for (int i = 0; i < 100_000; i++) {
                    sheet.row(List.of("Person " + i * 7919L, i, DAY, BigDecimal.valueOf(i, 1)));
                }
                assertThat(counting.bytes)
                        .as("written before it is closed, as %s", format)
                        .isGreaterThan(500_000);
            }
        }
    }

    private static byte[] written(Sheet.Format format, String name) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Sheet sheet = Sheet.begin(format, out, "Genomförda – en kurs med ett mycket långt namn: [1/2]", HEAD)) {
            sheet.row(List.of(name, 2, DAY, new BigDecimal("87.5")));
            sheet.row(Arrays.asList(null, null, DAY, null));
        }
        return out.toByteArray();
    }

    private static String worksheet(byte[] xlsx) throws IOException {
        Path file = Files.write(Files.createTempFile("sheet", ".xlsx"), xlsx);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .contains("[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml");
            return new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
        } finally {
            Files.delete(file);
        }
    }

    private static final class Counting extends OutputStream {
        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) {
            bytes += length;
        }
    }
}

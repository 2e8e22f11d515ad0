package se.metodporten.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.metodporten.common.CountyTime;

class CsvFileTest {

    private static final String HEADER =
            "hsaId;givenName;familyName;mail;unitHsaId;title;validFrom;validThrough;protected";
    private static final String ROW =
            "SE2321000164-1A2B;Åsa;Öberg;asa@example.se;SE2321000164-U1;Sjuksköterska;2024-01-01;;nej";
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    @TempDir
    private Path folder;

    private final List<Problem> problems = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252"})
    void both_encodings_of_the_directory_are_read(String charset) throws Exception {
        StaffLine row = read((HEADER + "\r\n" + ROW + "\r\n").getBytes(Charset.forName(charset)))
                .get(0);

        assertThat(row.givenName()).isEqualTo("Åsa");
        assertThat(row.title()).isEqualTo("Sjuksköterska");
        assertThat(row.validFrom()).isEqualTo(LocalDate.of(2024, 1, 1));
        assertThat(row.validThrough()).isEqualTo(CountyTime.END_OF_DAYS);
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\n", "\r\n"})
    void lines_end_as_any_system_ends_them(String end) throws Exception {
        byte[] file = (HEADER + end + ROW + end + ROW + end).getBytes(StandardCharsets.UTF_8);

        assertThat(read(file)).hasSize(2);
        assertThat(problems).isEmpty();
        assertThat(CsvFile.examine(folder.resolve("file.csv"), ImportKind.STAFF).lines())
                .as("about how many rows the progress counts to")
                .isEqualTo(3);
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_header() throws Exception {
        assertThat(read(("\uFEFF" + HEADER + "\n" + ROW).getBytes(StandardCharsets.UTF_8)))
                .hasSize(1);
    }

    @Test
    void columns_may_come_in_any_order_and_case() throws Exception {
        StaffLine row = read("MAIL;protected;hsaId;familyName;givenName;unitHsaId;validThrough;title;validFrom\n"
                        + "a@b.se;ja;se2321000164-1a2b;Ek;Bo;SE2321000164-U1;;Läkare;2024-02-29")
                .get(0);

        assertThat(row.hsaId()).isEqualTo("SE2321000164-1A2B");
        assertThat(row.protectedIdentity()).isTrue();
        assertThat(row.validFrom()).isEqualTo(LocalDate.of(2024, 2, 29));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hsaId;name | COLUMNS_MISSING | givenName, familyName, mail, unitHsaId, title, validFrom, validThrough, protected",
                "hsaId;givenName;familyName;mail;unitHsaId;title;validFrom;validThrough;protected;pnr | COLUMNS_UNKNOWN | pnr",
                "hsaId;hsaId;givenName;familyName;mail;unitHsaId;title;validFrom;validThrough;protected | COLUMNS_TWICE | hsaId",
                "hsaId,givenName,familyName | SEPARATOR | hsaId,givenName,familyName"
            })
    void a_wrong_header_is_refused_with_what_is_wrong(String header, Refusal refusal, String value) {
        assertThatThrownBy(() -> read(header + "\n" + ROW)).isInstanceOfSatisfying(FileRefused.class, refused -> {
            assertThat(refused.refusal()).isEqualTo(refusal);
            assertThat(refused.value()).isEqualTo(value);
        });
    }

    @Test
    void a_file_in_another_format_is_refused() {
        refused(new byte[0], Refusal.NO_ROWS);
        refused(HEADER.getBytes(StandardCharsets.UTF_8), Refusal.NO_ROWS);
        refused((HEADER + "\n" + ROW).getBytes(StandardCharsets.UTF_16), Refusal.UTF_16);
        refused((HEADER + "\n" + ROW).getBytes(StandardCharsets.UTF_16LE), Refusal.NOT_TEXT);
        refused(new byte[] {'P', 'K', 3, 4, 20, 0}, Refusal.SPREADSHEET);
    }

    @Test
    void bytes_of_neither_encoding_are_refused() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write((HEADER + "\n" + ROW).getBytes(WINDOWS_1252));
        bytes.write(0x81);

        refused(bytes.toByteArray(), Refusal.NOT_TEXT);
    }

    @Test
    void text_that_was_decoded_wrongly_before_is_found() throws Exception {
        read(HEADER + "\n" + new String(ROW.getBytes(StandardCharsets.UTF_8), WINDOWS_1252));

        assertThat(problems).extracting(Problem::column, Problem::fault).contains(tuple("title", Fault.GARBLED));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "1899-12-31, DAY_RANGE",
                "1900-01-01, -",
                "9999-12-31, -",
                "10000-01-01, DAY_RANGE",
                "+10000-01-01, DAY_RANGE",
                "-0044-03-15, DAY_RANGE",
                "2023-02-29, DAY",
                "2024-02-29, -",
                "24-01-01, DAY",
                "2024-1-1, DAY",
                "20240101, DAY",
                "i dag, DAY",
                "'', EMPTY"
            })
    void a_first_day_is_a_day_of_the_calendar_from_1900_to_9999(String day, Fault fault) throws Exception {
        read(HEADER + "\n" + ROW.replace("2024-01-01", day));

        if (fault == null) {
            assertThat(problems).isEmpty();
        } else {
            assertThat(problems).containsExactly(new Problem(2, "validFrom", fault, day));
        }
    }

    @Test
    void a_last_day_before_the_first_is_refused() throws Exception {
        read(HEADER + "\n" + ROW.replace("2024-01-01;", "2024-01-01;2023-12-31"));

        assertThat(problems).containsExactly(new Problem(2, "validThrough", Fault.ORDER, "2023-12-31"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(1)", "+46", "-1", "@SUM(A1)", "O'Brien", "<script>alert(1)</script>", "𠮷🙂"})
    void cells_are_text_whatever_they_look_like(String name) throws Exception {
        StaffLine row = read(HEADER + "\n" + ROW.replace("Åsa", name)).get(0);

        assertThat(row.givenName()).isEqualTo(name);
        assertThat(problems).isEmpty();
    }

    @Test
    void quotes_semicolons_and_line_breaks_inside_quotes_belong_to_the_cell() throws Exception {
        List<StaffLine> rows =
                read(HEADER + "\n" + ROW.replace("Åsa", "\"Åsa \"\"Kajsa\"\"; med flera\"") + "\n\n" + ROW);

        assertThat(rows).extracting(StaffLine::givenName).containsExactly("Åsa \"Kajsa\"; med flera", "Åsa");
        assertThat(rows).extracting(StaffLine::line).containsExactly(2, 4);
    }

    @Test
    void a_mark_of_direction_is_refused_and_written_out_where_it_is_shown() throws Exception {
        read(HEADER + "\n" + ROW.replace("Åsa", "Å\u202Esa"));

        assertThat(problems).containsExactly(new Problem(2, "givenName", Fault.DIRECTION, "Å[U+202E]sa"));
    }

    @ParameterizedTest
    @CsvSource({
        "asa@example.se, asa@example, mail, EMAIL",
        "SE2321000164-1A2B, 196001011234, hsaId, HSA_ID",
        "SE2321000164-U1, '', unitHsaId, EMPTY",
        "nej, kanske, protected, FLAG",
        "Öberg, '', familyName, EMPTY"
    })
    void each_cell_is_checked(String was, String is, String column, Fault fault) throws Exception {
        read(HEADER + "\n" + ROW.replace(was, is));

        assertThat(problems).containsExactly(new Problem(2, column, fault, is));
    }

    @Test
    void a_row_with_too_few_or_too_many_cells_is_faulty_and_the_next_is_not() throws Exception {
        read(HEADER + "\nSE2321000164-1A2B;Åsa\n" + ROW + ";mer\n" + ROW);

        assertThat(problems)
                .contains(new Problem(2, "", Fault.CELLS, "2 / 9"), new Problem(3, "", Fault.CELLS, "10 / 9"));
        assertThat(problems).extracting(Problem::line).doesNotContain(4);
    }

    @Test
    void a_name_of_a_hundred_characters_is_kept_and_one_more_is_too_long() throws Exception {
        read(HEADER + "\n" + ROW.replace("Åsa", "Å".repeat(100)) + "\n" + ROW.replace("Åsa", "Å".repeat(101)));

        assertThat(problems).extracting(Problem::line, Problem::fault).containsExactly(tuple(3, Fault.TOO_LONG));
    }

    @Test
    void a_quote_that_never_ends_breaks_the_file_and_not_the_memory() {
        String endless = HEADER + "\n\"" + ("x".repeat(1000) + "\n").repeat(1000);

        refused(endless.getBytes(StandardCharsets.UTF_8), Refusal.BROKEN);
    }

    private List<StaffLine> read(String text) throws IOException, FileRefused {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<StaffLine> read(byte[] bytes) throws IOException, FileRefused {
        Path file = Files.write(folder.resolve("file.csv"), bytes);
        List<StaffLine> rows = new ArrayList<>();
        CsvFile.examine(file, ImportKind.STAFF).forEachRow(row -> {
            rows.add(StaffLine.read(row));
            problems.addAll(row.problems());
        });
        return rows;
    }

    private void refused(byte[] bytes, Refusal refusal) {
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOfSatisfying(
                        FileRefused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}

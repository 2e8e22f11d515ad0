package se.metodporten.elearning.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.metodporten.elearning.web.FileInForm.Fault;
import se.metodporten.elearning.web.FileInForm.FaultException;

class FileInFormTest {

    private static final String TYPE = "multipart/form-data; boundary=----WebKitFormBoundaryX";
    private static final String START = "------WebKitFormBoundaryX\r\n";
    private static final String END = "\r\n------WebKitFormBoundaryX--\r\n";

    private record Taken(String name, byte[] bytes) {}

    private final List<Taken> dropped = new ArrayList<>();

    @Test
    void a_file_comes_whole_with_its_name() throws Exception {
        Taken file = read(TYPE, START + file("kurs å.zip", "abc") + END);

        assertThat(file.name()).isEqualTo("kurs å.zip");
        assertThat(file.bytes()).asString(StandardCharsets.UTF_8).isEqualTo("abc");
    }

    @Test
    void fields_beside_it_are_passed_over() throws Exception {
        String field = "Content-Disposition: form-data; name=\"note\"\r\n\r\nhello";
        String other = "\r\n" + START;

        assertThat(read(TYPE, "before\r\n" + START + field + other + file("a.zip", "abc") + other + field + END)
                        .bytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("abc");
    }

    /** Bytes that look like the delimiter, wherever a read happens to end. */
    @Test
    void what_looks_like_the_end_is_not_the_end() throws Exception {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            byte[] content = almostDelimiters(random);
            byte[] body = bytes(START, file("a.zip", ""), content, END);
            Taken file = FileInForm.read(new Dribble(body, random), TYPE, this::take, dropped::add);
            assertThat(file.bytes()).isEqualTo(content);
        }
    }

    @Test
    void a_form_without_a_file_has_none() {
        refused(Fault.NO_FILE, TYPE, START + "Content-Disposition: form-data; name=\"note\"\r\n\r\nhello" + END);
        refused(Fault.NO_FILE, TYPE, START + file("", "") + END);
        refused(Fault.NO_FILE, TYPE, "------WebKitFormBoundaryX--\r\n");
    }

    @Test
    void of_two_files_neither_is_kept() {
        refused(Fault.TWO_FILES, TYPE, START + file("a.zip", "abc") + "\r\n" + START + file("b.zip", "def") + END);
        assertThat(dropped).extracting(Taken::name).containsExactly("a.zip");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "application/zip",
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=\"\"",
                "multipart/mixed; boundary=x",
                "multipart/form-data; boundary=yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy"
            })
    void another_type_is_no_form(String type) {
        refused(Fault.BROKEN, type, START + file("a.zip", "abc") + END);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "------WebKitFormBoundaryX", "------WebKitFormBoundaryX\r\nContent-Dis"})
    void a_sending_that_stops_is_told(String body) {
        assertThatThrownBy(() -> read(TYPE, body)).isInstanceOf(EOFException.class);
    }

    @Test
    void a_file_that_stops_in_the_middle_is_told() {
        assertThatThrownBy(() -> read(TYPE, START + file("a.zip", "abc"))).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> read(TYPE, START + file("a.zip", "abc") + END.substring(0, 20)))
                .isInstanceOf(EOFException.class);
    }

    @Test
    void a_head_without_end_is_not_read_for_ever() {
        refused(Fault.BROKEN, TYPE, START + "X: y\r\n".repeat(3_000));
        refused(Fault.BROKEN, TYPE, (START + "\r\nx\r\n").repeat(30) + END);
    }

    private void refused(Fault fault, String type, String body) {
        assertThatThrownBy(() -> read(type, body))
                .isInstanceOfSatisfying(
                        FaultException.class,
                        refused -> assertThat(refused.fault()).isEqualTo(fault));
    }

    private Taken read(String type, String body) throws IOException, FaultException {
        return FileInForm.read(
                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), type, this::take, dropped::add);
    }

    private Taken take(String name, InputStream content) throws IOException {
        return new Taken(name, content.readAllBytes());
    }

    private static String file(String name, String content) {
        return "Content-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/zip\r\n\r\n" + content;
    }

    private static byte[] almostDelimiters(Random random) {
        byte[] delimiter = "\r\n------WebKitFormBoundaryX".getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        int pieces = random.nextInt(6_000);
        for (int piece = 0; piece < pieces; piece++) {
            content.writeBytes(Arrays.copyOf(delimiter, random.nextInt(delimiter.length)));
            content.write('a' + random.nextInt(26));
        }
        return content.toByteArray();
    }

    private static byte[] bytes(String start, String head, byte[] content, String end) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes((start + head).getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(end.getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    /** Comes in pieces, as a network does. */
    private static final class Dribble extends InputStream {

        private final InputStream all;
        private final Random random;

        Dribble(byte[] all, Random random) {
            this.all = new ByteArrayInputStream(all);
            this.random = random;
        }

        @Override
        public int read() throws IOException {
            return all.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return all.read(into, offset, Math.min(length, 1 + random.nextInt(5_000)));
        }
    }
}

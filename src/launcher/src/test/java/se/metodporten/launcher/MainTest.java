package se.metodporten.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {

    private static final int JAVA_8 = 52;

    @Test
    void an_old_java_can_load_it_and_so_say_that_it_is_too_old() throws IOException {
        try (InputStream bytes = Main.class.getResourceAsStream("Main.class");
                DataInputStream file = new DataInputStream(bytes)) {
            file.readInt();
            file.readUnsignedShort();
            assertThat(file.readUnsignedShort()).isEqualTo(JAVA_8);
        }
    }

    @ParameterizedTest
    @CsvSource({"1.7, 7", "1.8, 8", "11, 11", "17, 17", "25, 25"})
    void versions_are_read_in_both_of_their_spellings(String specification, int feature) {
        assertThat(Main.feature(specification)).isEqualTo(feature);
    }
}

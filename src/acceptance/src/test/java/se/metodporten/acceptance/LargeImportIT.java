package se.metodporten.acceptance;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.metodporten.acceptance.harness.Portal;
import se.metodporten.acceptance.harness.Visitor;

/** A file of the directory that is far too large, and a portal that is killed while it makes the changes of one. */
class LargeImportIT {

    private static final String HEADER =
            "hsaId;givenName;familyName;mail;unitHsaId;title;validFrom;validThrough;protected\n";
    private static final int MEBIBYTE = 1 << 20;
    private static final int ROWS = 40_000;
    private static final String FAMILY = "Halvvägs";

    @TempDir
    Path folder;

    @Test
    void a_file_that_is_too_large_is_told_to_be() throws Exception {
        try (Visitor administrator = Visitor.atDesk().signedInAs("Systemförvaltare")) {
            handsIn(administrator, fileOf(100));
            administrator.isRefused("Filen är för stor, högst 64 MB.");
            handsIn(administrator, fileOf(140));
            administrator.isAt("Filen är för stor");
        }
    }

    @Test
    void a_portal_that_is_killed_in_the_middle_has_imported_nothing() throws Exception {
        try (Visitor administrator = Visitor.atDesk().signedInAs("Systemförvaltare")) {
            administrator.opens("/organisation/units.xhtml");
            administrator.opens(
                    administrator.links("/organisation/unit.xhtml?id=").get(0));
            handsIn(administrator, manyIn(administrator.fact("HSA-id")));
            administrator.presses("Genomför");
            administrator.sees("Genomför ändringarna:");
            Portal.running().isKilled();
        }
        Portal.running().startsAgain();
        try (Visitor administrator = Visitor.atDesk().signedInAs("Systemförvaltare")) {
            administrator.opens("/person/people.xhtml?q=" + FAMILY);
            administrator.sees("Ingen hittades");
        }
    }

    private static void handsIn(Visitor administrator, Path file) {
        administrator.opens("/directory/import.xhtml");
        administrator.ticks("Personal");
        administrator.main().locator("input[type=file]").setInputFiles(file);
        administrator.presses("Läs in och granska");
    }

    private Path fileOf(int mebibytes) throws IOException {
        Path file = folder.resolve(mebibytes + ".csv");
        byte[] block = new byte[MEBIBYTE];
        Arrays.fill(block, (byte) 'x');
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(HEADER.getBytes(StandardCharsets.UTF_8));
            for (int written = 0; written < mebibytes; written++) {
                out.write(block);
            }
        }
        return file;
    }

    private Path manyIn(String unit) throws IOException {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int row = 0; row < ROWS; row++) {
            rows.append(String.join(
                            ";",
                            "SE2321000164-H" + row,
                            "Person" + row,
                            FAMILY,
                            "h" + row + "@example.org",
                            unit,
                            "Sjuksköterska",
                            "2026-01-01",
                            "",
                            "nej"))
                    .append('\n');
        }
        return Files.writeString(folder.resolve("personal.csv"), rows);
    }
}

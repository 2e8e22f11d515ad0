package se.metodporten.directory;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import se.metodporten.access.Office;
import se.metodporten.harness.InPortal;
import se.metodporten.harness.Patience;

/** Hands in files as an administrator and waits for what comes of them. */
public abstract class ImportFixture extends InPortal {

    protected static final String UNITS = "hsaId;name;kind;organisation;district;managerHsaId;validFrom;validThrough\n";
    protected static final String STAFF =
            "hsaId;givenName;familyName;mail;unitHsaId;title;validFrom;validThrough;protected\n";

    private static final Duration LONGEST = Duration.ofMinutes(5);

    @Inject
    protected Imports imports;

    protected long administrator;

    @BeforeEach
    protected void someoneAdministers() {
        administrator = scenario.official(Office.SYSTEM_ADMINISTRATOR, scenario.county());
    }

    protected ImportRun checked(ImportKind kind, String content) {
        return handIn(kind, content.getBytes(StandardCharsets.UTF_8));
    }

    protected ImportRun handIn(ImportKind kind, byte[] content) {
        long run = as.person(administrator, () -> imports.begin(kind, "export.csv", new ByteArrayInputStream(content)));
        return settled(run);
    }

    protected ImportRun settled(long run) {
        Patience.until(LONGEST, () -> !run(run).state().working());
        return run(run);
    }

    protected ImportRun run(long run) {
        return as.person(administrator, () -> imports.run(run));
    }

    protected ImportRun applied(ImportKind kind, String content) {
        ImportRun run = checked(kind, content);
        assertThat(run.state()).isEqualTo(RunState.CHECKED);
        return apply(run);
    }

    protected ImportRun apply(ImportRun run) {
        as.person(administrator, () -> imports.apply(run.id(), true));
        return settled(run.id());
    }

    protected List<ReportRow> rows(ImportRun run, Outcome outcome) {
        return as.person(administrator, () -> imports.rows(run.id(), outcome, 1))
                .rows();
    }

    protected List<Problem> problems(ImportRun run) {
        return as.person(administrator, () -> imports.problems(run.id(), 1)).rows();
    }

    static String staff(String hsaId, String given, String family, String mail, String unit) {
        return hsaId + ";" + given + ";" + family + ";" + mail + ";" + unit + ";Sjuksköterska;2024-01-01;;nej\n";
    }
}

package se.metodporten.certification;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.metodporten.certification.rules.Fact;
import se.metodporten.certification.rules.RecordedFact;
import se.metodporten.common.CountyTime;
import se.metodporten.fact.FactRecord;

/** Facts, from rows to what the rules understand. */
final class FactsForRules {

    private FactsForRules() {}

    static RecordedFact of(FactRecord row) {
        return new RecordedFact(row.id(), row.recordedAt(), row.supersedes(), row.withdrawn() ? null : said(row));
    }

    private static Fact said(FactRecord row) {
        LocalDate from = row.validFrom();
        return switch (row.kind()) {
            case APPOINTED -> new Fact.Appointed(from);
            case APPOINTMENT_ENDED -> new Fact.AppointmentEnded(from);
            case LICENCE_GIVEN -> new Fact.LicenceGiven(code(row), from);
            case LICENCE_WITHDRAWN -> new Fact.LicenceWithdrawn(code(row), from);
            case ATTESTED -> new Fact.Attested(code(row), from);
            case ATTESTATION_WITHDRAWN -> new Fact.AttestationWithdrawn(code(row), from);
            case COURSE_COMPLETED -> new Fact.CourseCompleted(code(row), number(row), from);
            case SESSION_ATTENDED -> new Fact.SessionAttended(code(row), number(row), from);
            case EVIDENCE_RECOGNISED -> new Fact.EvidenceRecognised(code(row), from);
            case AGREEMENT_IN_FORCE ->
                new Fact.AgreementInForce(origin(row), number(row), signed(row), from, row.validThrough());
            case AGREEMENT_ENDED -> new Fact.AgreementEnded(origin(row), from);
            case PAUSE -> new Fact.Pause(from, row.validThrough());
            case LEAVE -> new Fact.Leave(from, row.validThrough());
            case EXTENSION -> new Fact.Extension(code(row), from, require(row, row.validThrough()));
            case EXEMPTION -> new Fact.Exemption(code(row), from, require(row, row.validThrough()));
            case TRANSFERRED -> new Fact.Transferred(from);
        };
    }

    /** The fact is recorded by the last signature itself; one that was in force before that was signed on paper. */
    private static LocalDate signed(FactRecord row) {
        LocalDate recorded = CountyTime.dayOf(row.recordedAt());
        return recorded.isBefore(row.validFrom()) ? recorded : row.validFrom();
    }

    private static String code(FactRecord row) {
        return require(row, row.code());
    }

    private static int number(FactRecord row) {
        return require(row, row.number());
    }

    private static long origin(FactRecord row) {
        return require(row, row.origin());
    }

    private static <T> T require(FactRecord row, @Nullable T value) {
        return Objects.requireNonNull(value, () -> "Fact " + row.id() + " lacks what a " + row.kind() + " has");
    }
}

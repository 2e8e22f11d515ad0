package se.metodporten.scorm.packaging;

/** Leaves off reading a package; never leaves this package: {@link PackageReader} turns it into a finding. */
final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    RefusedException(Finding finding) {
        super(finding.message());
        this.finding = finding;
    }

    static RefusedException zip(Problem problem, Object... arguments) {
        return new RefusedException(Finding.ofZip(problem, arguments));
    }

    Finding finding() {
        return finding;
    }
}

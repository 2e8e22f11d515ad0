package se.metodporten.agreement;

import se.metodporten.common.CountyTime;
import se.metodporten.common.Words;

/** The words of an agreement: the same terms always give the same text, in Swedish, the language it is signed in. */
final class AgreementText {

    private AgreementText() {}

    static String of(Terms terms) {
        String period = CountyTime.END_OF_DAYS.equals(terms.validThrough())
                ? text("agreement.text.openPeriod", terms.validFrom())
                : text("agreement.text.period", terms.validFrom(), terms.validThrough());
        return text(
                        "agreement.text.head",
                        terms.personName(),
                        terms.roleName(),
                        terms.placeName(),
                        terms.organisationName(),
                        period)
                + "\n\n"
                + text("agreement.text.description", terms.descriptionNumber(), terms.decidedBy(), terms.decidedOn())
                + "\n\n"
                + terms.descriptionText().strip()
                + "\n\n"
                + ofTheOrganisation(terms)
                + text("agreement.text.foot");
    }

    private static String ofTheOrganisation(Terms terms) {
        String share = terms.sharePercent() == null
                ? ""
                : text("agreement.text.share", terms.organisationName(), terms.sharePercent()) + "\n\n";
        return terms.additions().isBlank()
                ? share
                : share + text("agreement.text.additions", terms.organisationName()) + "\n\n"
                        + terms.additions().strip() + "\n\n";
    }

    private static String text(String key, Object... arguments) {
        return Words.in(Words.SWEDISH, key, arguments);
    }
}

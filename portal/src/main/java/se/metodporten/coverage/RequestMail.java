package se.metodporten.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import se.metodporten.access.Guard;
import se.metodporten.common.PublicAddress;
import se.metodporten.common.Words;
import se.metodporten.communication.MessageKind;
import se.metodporten.notification.Outbox;
import se.metodporten.role.Role;

/**
 * Tells each side what the other said. The mail to a manager has two links for each place: to appoint somebody there, and
 * to say why not now; both land in the right place after signing in.
 */
@ApplicationScoped
class RequestMail {

    @Inject
    private RequestSql sql;

    @Inject
    private Outbox outbox;

    @Inject
    private PublicAddress address;

    @Inject
    private Guard guard;

    void asked(Role role, long manager, List<CoveredUnit> places, String text) {
        for (RequestSql.Addressee to : sql.addressees(Set.of(manager))) {
            Locale locale = Words.language(to.language());
            String title = titleOf(role, locale);
            String each = places.stream()
                    .map(place -> Words.in(
                            locale,
                            "coverage.mail.asked.place",
                            place.unitName(),
                            Words.in(locale, "coverage.state." + place.state()),
                            address.link("/appointment/appoint.xhtml?unit=" + place.unitId() + "&role=" + role.id()),
                            address.link(page(role, place.unitId()) + "&answer=later")))
                    .collect(Collectors.joining("\n\n"));
            outbox.post(
                    manager,
                    Words.in(locale, "coverage.mail.asked.subject", title, places.size()),
                    Words.in(
                            locale,
                            "coverage.mail.asked.body",
                            to.givenName(),
                            writer(locale),
                            title,
                            each,
                            quoted(text)));
        }
    }

    void said(Role role, long placeId, MessageKind kind, Collection<Long> others, String text) {
        String place = sql.nameOfPlace(placeId);
        for (RequestSql.Addressee to : sql.addressees(others)) {
            Locale locale = Words.language(to.language());
            Object[] words = {
                to.givenName(),
                writer(locale),
                titleOf(role, locale),
                place,
                quoted(text),
                address.link(page(role, placeId))
            };
            outbox.post(
                    to.personId(),
                    Words.in(locale, "coverage.mail." + kind + ".subject", words),
                    Words.in(locale, "coverage.mail." + kind + ".body", words));
        }
    }

    private String writer(Locale locale) {
        return Objects.requireNonNullElse(
                sql.nameOf(guard.reader().personId()), Words.in(locale, "coverage.mail.someone"));
    }

    private static String titleOf(Role role, Locale locale) {
        return role.name().in(locale).toLowerCase(locale);
    }

    /** An empty text leaves no trace in the letter. */
    private static String quoted(String text) {
        return text.isEmpty()
                ? ""
                : "\n" + text.lines().map(line -> "> " + line).collect(Collectors.joining("\n")) + "\n";
    }

    private static String page(Role role, long placeId) {
        return "/coverage/place.xhtml?id=" + placeId + "&role=" + role.code();
    }
}

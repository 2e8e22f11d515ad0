package se.metodporten.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import se.metodporten.common.Database;
import se.metodporten.common.PublicAddress;
import se.metodporten.common.Words;
import se.metodporten.notification.Outbox;

/** Tells each side when it is its turn, and both when the agreement is in force. */
@ApplicationScoped
class AgreementMail {

    @Inject
    private Outbox outbox;

    @Inject
    private Database database;

    @Inject
    private PublicAddress address;

    void offered(Parties parties) {
        post(List.of(parties.personId()), "offered", words(parties));
    }

    void signed(Parties parties, Side side, boolean inForce) {
        List<Long> managers = managersOf(parties.placeId());
        Object[] words = words(parties);
        if (inForce) {
            post(List.of(parties.personId()), "inForce", words);
            post(managers, "inForce", words);
        } else if (side == Side.APPOINTEE) {
            post(managers, "yourTurnManager", words);
        } else {
            post(List.of(parties.personId()), "yourTurn", words);
        }
    }

    private Object[] words(Parties parties) {
        return new Object[] {
            parties.roleName(),
            parties.placeName(),
            parties.personName(),
            address.link("/agreement/agreement.xhtml?id=" + parties.agreementId())
        };
    }

    private void post(List<Long> persons, String kind, Object... words) {
        String subject = Words.in(Words.SWEDISH, "agreement.mail." + kind + ".subject", words);
        String body = Words.in(Words.SWEDISH, "agreement.mail." + kind + ".body", words);
        persons.forEach(person -> outbox.post(person, subject, body));
    }

    /** The managers of the place itself; an office higher up is no reason to be mailed. */
    private List<Long> managersOf(long placeId) {
        return database.query(handle ->
                handle.createQuery("""
                        select distinct person_id from office_in_place
                        where office = 'MANAGER' and place_id = :place and valid_through = '9999-12-31'
                        order by person_id""").bind("place", placeId).mapTo(Long.class).list());
    }
}

package se.metodporten.certification.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The days on which some agreement is in force. One that is to end on a day agreed beforehand, or by the transition end
 * of its description (rule 9), opens a window of M months before, until another that follows it is signed. One that is
 * revoked opens none, since nobody could have known, nor one that reaches to the end of the appointment, since there is
 * nothing to renew.
 */
final class AgreementTrack {

    /**
     * @param signed when it came to be known, which may be before it is in force
     * @param renewable its end was agreed beforehand, and the appointment goes on after it
     */
    private record Signed(LocalDate signed, Span inForce, boolean renewable) {}

    private final Requirement.Agreement agreement;
    private final int windowMonths;

    AgreementTrack(Requirement.Agreement agreement, int windowMonths) {
        this.agreement = agreement;
        this.windowMonths = windowMonths;
    }

    Track track(Dossier dossier) {
        List<Signed> agreements = signed(dossier);
        Track track = new Track(Reason.missing(agreement.code(), Remedy.SIGN_AGREEMENT));
        for (int i = 0; i < agreements.size(); i++) {
            // Those signed so far, seen from the day of the last signature.
            tell(track, agreements.get(i).signed, agreements.subList(0, i + 1));
        }
        return track;
    }

    private void tell(Track track, LocalDate seenFrom, List<Signed> agreements) {
        List<Span> inForce = new ArrayList<>();
        List<LocalDate> renewable = new ArrayList<>();
        for (Signed signed : agreements) {
            if (!signed.inForce.through().isBefore(seenFrom)) {
                inForce.add(signed.inForce);
                if (signed.renewable) {
                    renewable.add(signed.inForce.through());
                }
            }
        }
        for (Span span : Span.joined(inForce)) {
            LocalDate from = Days.later(seenFrom, span.from());
            if (renewable.contains(span.through())) {
                track.holdsUntil(from, span.through(), windowMonths, agreement.code(), Remedy.SIGN_AGREEMENT);
            } else {
                track.holdsUntil(from, span.through(), agreement.code(), Remedy.SIGN_AGREEMENT);
            }
        }
    }

    private List<Signed> signed(Dossier dossier) {
        Map<Long, LocalDate> ended = ended(dossier);
        List<Signed> agreements = new ArrayList<>();
        for (Fact.AgreementInForce fact : dossier.all(Fact.AgreementInForce.class)) {
            LocalDate planned = Days.earlier(
                    Span.of(fact.from(), fact.through()).through(),
                    VersionChange.lastDayOf(fact.descriptionVersion(), agreement.changes()));
            LocalDate through = Days.earlier(planned, ended.getOrDefault(fact.agreement(), Days.LAST));
            if (!through.isBefore(fact.from())) {
                agreements.add(new Signed(
                        Days.earlier(fact.signed(), fact.from()),
                        new Span(fact.from(), through),
                        through.equals(planned) && planned.isBefore(dossier.lastDay())));
            }
        }
        agreements.sort(Comparator.comparing(Signed::signed));
        return agreements;
    }

    private static Map<Long, LocalDate> ended(Dossier dossier) {
        Map<Long, LocalDate> ended = new HashMap<>();
        for (Fact.AgreementEnded end : dossier.all(Fact.AgreementEnded.class)) {
            ended.merge(end.agreement(), end.lastDay(), Days::earlier);
        }
        return ended;
    }
}

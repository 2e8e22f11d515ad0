package se.metodporten.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Words;
import se.metodporten.fact.NewFact;

/** The facts of a plan; the same for what is shown and for what is written, but for the ids that writing gives. */
final class PlannedFacts {

    private static final int LONGEST_REASON = 500;

    private PlannedFacts() {}

    /** @param became ids by those of the plan; what is not in it keeps the plan's */
    static List<NewFact> of(Plan plan, Map<Long, Long> became) {
        List<NewFact> all = new ArrayList<>(plan.facts());
        for (Plan.Begun one : plan.begun()) {
            long id = became.getOrDefault(one.id(), one.id());
            all.add(NewFact.appointed(one.personId(), id, one.from()).because(one.source()));
            one.attested()
                    .forEach(code -> all.add(NewFact.attested(one.personId(), id, code, one.from())
                            .because(vouched(one.vouchedBy(), one.source()))));
            if (!one.through().equals(CountyTime.END_OF_DAYS)) {
                all.add(NewFact.appointmentEnded(one.personId(), id, one.through())
                        .because(one.source()));
            }
        }
        for (Plan.Paper one : plan.papers()) {
            all.add(NewFact.agreementInForce(
                            one.personId(),
                            became.getOrDefault(one.appointmentId(), one.appointmentId()),
                            became.getOrDefault(one.id(), one.id()),
                            one.descriptionNumber(),
                            one.from(),
                            one.through())
                    .because(vouched(one.vouchedBy(), one.source())));
        }
        return all;
    }

    private static String vouched(String by, String source) {
        String reason = Words.in(Words.SWEDISH, "register.vouched", by, source);
        return reason.length() <= LONGEST_REASON ? reason : source;
    }
}

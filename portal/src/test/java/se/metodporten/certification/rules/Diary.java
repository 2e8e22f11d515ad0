package se.metodporten.certification.rules;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.metodporten.certification.rules.DueRule.CountedFrom;
import se.metodporten.certification.rules.DueRule.EveryMonths;
import se.metodporten.certification.rules.DueRule.FixedDay;

/**
 * The rules once more, thought separately and as slowly as possible: someone who lives through the days one by one,
 * never looks ahead at what will happen, and writes down each evening what the standing was and what was in the way.
 */
final class Diary {

    private final Histories.Settings settings;
    private final Map<Class<?>, List<Fact>> facts;
    private final Map<LocalDate, List<Fact>> byDay;

    private boolean licensed;
    private boolean everLicensed;
    private @Nullable Integer courseVersion;
    private boolean everSigned;
    private final Set<Integer> sessions = new TreeSet<>();
    private boolean trained;

    /** The due day as it was set; the same moved by extensions; and how long it holds, as far as one knows today. */
    private LocalDate due = LocalDate.MIN;

    private LocalDate extended = LocalDate.MIN;
    private LocalDate holds = LocalDate.MIN;
    private boolean inBreak;
    private boolean breakHelps;
    private @Nullable LocalDate lastDayOfBreak;
    private boolean everCertified;

    private final DiaryOfMeetings meetings;

    /** What stood in the way, day by day, and who lived through the same without any exemption. */
    private final Map<LocalDate, Set<String>> remembered = new HashMap<>();

    private LocalDate tomorrow = LocalDate.of(2019, 6, 1);
    private @Nullable Diary friend;

    /** What one requirement says of a day. */
    record Thing(@Nullable String inTheWay, boolean toRenew) {}

    Diary(Histories.Settings settings, List<Fact> facts) {
        this.settings = settings;
        this.facts = facts.stream().collect(Collectors.groupingBy(Fact::getClass));
        this.byDay = facts.stream().collect(Collectors.groupingBy(Diary::dayOf));
        this.meetings = new DiaryOfMeetings(settings, facts);
    }

    /** The day's line: the standing, and each thing in the way; empty before the appointment. Call it day after day. */
    String write(LocalDate today) {
        Map<String, Thing> things = things(today);
        Set<String> inTheWay = new TreeSet<>();
        boolean something = false;
        for (Map.Entry<String, Thing> one : things.entrySet()) {
            Thing thing = exempted(one.getKey(), one.getValue(), today);
            if (thing.inTheWay != null) {
                inTheWay.add(one.getKey() + " " + thing.inTheWay);
            }
            something |= thing.toRenew;
        }
        return line(today, inTheWay, something);
    }

    /** What a friend without any exemption has in the way on a day, told by living through all days up to it. */
    private boolean withoutExemptionsInTheWay(String requirement, LocalDate day) {
        if (friend == null) {
            friend = new Diary(
                    settings,
                    facts.values().stream()
                            .flatMap(List::stream)
                            .filter(fact -> !(fact instanceof Fact.Exemption))
                            .toList());
        }
        while (!friend.remembered.containsKey(day)) {
            friend.live(friend.tomorrow);
            friend.tomorrow = friend.tomorrow.plusDays(1);
        }
        return Objects.requireNonNull(friend.remembered.get(day)).contains(requirement);
    }

    private Map<String, Thing> things(LocalDate today) {
        liveThroughBreaks(today);
        attend(today);
        Map<String, Thing> things = new TreeMap<>();
        licence(today, things);
        course(today, things);
        agreement(today, things);
        refresher(today, things);
        meetings.live(today, inBreak, lastDayOfBreak);
        meetings.tell(today, things);
        return things;
    }

    private void live(LocalDate today) {
        Set<String> blocked = new TreeSet<>();
        things(today).forEach((requirement, thing) -> {
            if (thing.inTheWay != null) {
                blocked.add(requirement);
            }
        });
        remembered.put(today, blocked);
    }

    private Thing exempted(String requirement, Thing thing, LocalDate today) {
        if (!exemptOn(requirement, today)) {
            return thing;
        }
        LocalDate last = today;
        while (exemptOn(requirement, last.plusDays(1))) {
            last = last.plusDays(1);
        }
        boolean inTheWayMeanwhile =
                today.datesUntil(last.plusDays(1)).anyMatch(day -> withoutExemptionsInTheWay(requirement, day));
        if (!inTheWayMeanwhile) {
            return thing;
        }
        boolean soon = !today.isBefore(last.minusMonths(settings.window()));
        return new Thing(null, soon && withoutExemptionsInTheWay(requirement, last.plusDays(1)));
    }

    private boolean exemptOn(String requirement, LocalDate day) {
        return of(Fact.Exemption.class)
                .anyMatch(exemption -> exemption.requirement().equals(requirement)
                        && covers(exemption.from(), exemption.through(), day));
    }

    private void refresher(LocalDate today, Map<String, Thing> things) {
        if (!trained) {
            things.put("instructor-training", new Thing("MISSING ATTEND_TRAINING", false));
        } else if (late(today)) {
            boolean refresherHelps = settings.refresherRestores() || !today.isAfter(holds.plusMonths(settings.grace()));
            things.put(
                    "instructor-refresher",
                    new Thing("EXPIRED_SINCE " + (refresherHelps ? "ATTEND_REFRESHER" : "REPEAT_TRAINING"), false));
        } else {
            boolean inWindow = !today.isBefore(due.minusMonths(settings.window()));
            things.put("instructor-refresher", new Thing(null, inWindow));
        }
    }

    private String line(LocalDate today, Set<String> inTheWay, boolean somethingToRenew) {
        if (of(Fact.Appointed.class).noneMatch(appointed -> !appointed.from().isAfter(today))) {
            return "";
        }
        if (lastDayOfAppointment() != null && today.isAfter(lastDayOfAppointment())) {
            return "ENDED []";
        }
        if (inBreak) {
            return "PAUSED " + inTheWay;
        }
        if (!inTheWay.isEmpty()) {
            return (everCertified ? "LAPSED " : "NOMINATED ") + inTheWay;
        }
        everCertified = true;
        return somethingToRenew ? "REFRESHER_DUE []" : "CERTIFIED []";
    }

    private void liveThroughBreaks(LocalDate today) {
        boolean now = of(Fact.Pause.class).anyMatch(pause -> covers(pause.from(), pause.through(), today))
                || of(Fact.Leave.class).anyMatch(leave -> covers(leave.from(), leave.through(), today));
        if (now && !inBreak) {
            // Only someone who has not yet missed the due day is helped by going away.
            breakHelps = trained && !today.isAfter(holds);
        }
        if (!now && inBreak) {
            LocalDate yesterday = today.minusDays(1);
            lastDayOfBreak = yesterday;
            if (breakHelps) {
                giveTimeAfter(yesterday);
            }
        }
        inBreak = now;
    }

    private void giveTimeAfter(LocalDate lastDay) {
        LocalDate back = lastDay.plusMonths(settings.afterPause());
        if (holds.isBefore(back)) {
            holds = back;
        }
    }

    private boolean late(LocalDate today) {
        return today.isAfter(holds) && !(inBreak && breakHelps);
    }

    private void attend(LocalDate today) {
        boolean whole = evidence("instructor-training", today);
        on(today, Fact.SessionAttended.class)
                .filter(session -> session.trainingKind().equals("instructor-training"))
                .forEach(session -> sessions.add(session.part()));
        whole |= sessions.contains(1) && sessions.contains(2);
        if (whole) {
            sessions.clear();
        }
        boolean refresher = evidence("instructor-refresher", today)
                || on(today, Fact.SessionAttended.class)
                        .anyMatch(session -> session.trainingKind().equals("instructor-refresher"));
        if (!trained && whole) {
            trained = true;
            begin(today, fromDayTaken(today));
        } else if (trained && (whole || refresher)) {
            renew(today, whole);
        }
    }

    private void renew(LocalDate today, boolean whole) {
        if (late(today)) {
            boolean enough =
                    whole || settings.refresherRestores() || !today.isAfter(holds.plusMonths(settings.grace()));
            if (enough) {
                begin(today, fromDayTaken(today));
            }
            return;
        }
        boolean fromOld = settings.due() instanceof EveryMonths every
                && every.countedFrom() == CountedFrom.OLD_DUE_DAY
                && !today.isBefore(due.minusMonths(settings.window()))
                && !today.isAfter(extended);
        LocalDate next = fromOld ? fromDayTaken(due) : fromDayTaken(today);
        begin(today, next.isBefore(due) ? due : next);
    }

    private void begin(LocalDate today, LocalDate dueDay) {
        due = dueDay;
        extended = dueDay;
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Fact.Extension extension : of(Fact.Extension.class)
                    .filter(each -> each.requirement().equals("instructor-refresher"))
                    .toList()) {
                if (!extended.isBefore(extension.from()) && extended.isBefore(extension.to())) {
                    extended = extension.to();
                    moved = true;
                }
            }
        }
        holds = extended;
        breakHelps = inBreak;
        if (lastDayOfBreak != null) {
            giveTimeAfter(lastDayOfBreak);
        }
    }

    private LocalDate fromDayTaken(LocalDate day) {
        if (settings.due() instanceof EveryMonths every) {
            return day.plusMonths(every.months());
        }
        FixedDay fixed = (FixedDay) settings.due();
        LocalDate candidate = day.plusMonths(fixed.minimumMonths());
        while (!candidate.equals(fixed.day().atYear(candidate.getYear()))) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }

    private void licence(LocalDate today, Map<String, Thing> things) {
        boolean given = evidence("nurse", today)
                || on(today, Fact.LicenceGiven.class).findAny().isPresent();
        boolean withdrawn = on(today, Fact.LicenceWithdrawn.class).findAny().isPresent();
        licensed = (licensed || given) && !withdrawn;
        everLicensed |= licensed;
        things.put(
                "nurse",
                new Thing(licensed ? null : (everLicensed ? "EXPIRED_SINCE" : "MISSING") + " REGISTER_LICENCE", false));
    }

    private void course(LocalDate today, Map<String, Thing> things) {
        int asked = today.isAfter(settings.newVersion()) ? 2 : 0;
        int done = on(today, Fact.CourseCompleted.class)
                .mapToInt(Fact.CourseCompleted::version)
                .max()
                .orElse(-1);
        if (evidence(Histories.COURSE, today)) {
            done = Math.max(done, asked);
        }
        if (done >= asked && (courseVersion == null || courseVersion < done)) {
            courseVersion = done;
        }
        boolean missing = courseVersion == null || courseVersion < asked;
        boolean soon = courseVersion != null
                && courseVersion < 2
                && !today.isBefore(settings.newVersion().minusMonths(settings.window()));
        things.put(
                Histories.COURSE,
                new Thing(
                        missing ? (courseVersion == null ? "MISSING" : "EXPIRED_SINCE") + " COMPLETE_COURSE" : null,
                        soon));
    }

    private void agreement(LocalDate today, Map<String, Thing> things) {
        boolean inForce = of(Fact.AgreementInForce.class).anyMatch(agreement -> inForce(agreement, today));
        everSigned |= inForce;
        things.put(
                "agreement",
                inForce
                        ? new Thing(null, nextToBeSigned(today))
                        : new Thing((everSigned ? "EXPIRED_SINCE" : "MISSING") + " SIGN_AGREEMENT", false));
    }

    private boolean inForce(Fact.AgreementInForce agreement, LocalDate day) {
        return !day.isBefore(agreement.from()) && !day.isAfter(lastDay(agreement));
    }

    private boolean nextToBeSigned(LocalDate today) {
        List<Fact.AgreementInForce> signed = of(Fact.AgreementInForce.class)
                .filter(agreement ->
                        !agreement.signed().isAfter(today) || !agreement.from().isAfter(today))
                .toList();
        for (Fact.AgreementInForce agreement : signed) {
            LocalDate end = lastDay(agreement);
            boolean soon = !today.isAfter(end) && !today.isBefore(end.minusMonths(settings.window()));
            LocalDate lastOfAll = lastDayOfAppointment();
            boolean goesOn = end.isBefore(LocalDate.of(9999, 12, 31)) && (lastOfAll == null || end.isBefore(lastOfAll));
            if (soon && goesOn && end.equals(agreedLastDay(agreement))) {
                boolean reachesThere = today.datesUntil(end.plusDays(1))
                        .allMatch(day -> signed.stream().anyMatch(each -> inForce(each, day)));
                boolean endsThere = signed.stream().noneMatch(each -> inForce(each, end.plusDays(1)));
                if (reachesThere && endsThere) {
                    return true;
                }
            }
        }
        return false;
    }

    private LocalDate agreedLastDay(Fact.AgreementInForce agreement) {
        LocalDate agreed = agreement.through() == null ? LocalDate.of(9999, 12, 31) : agreement.through();
        return agreement.descriptionVersion() < 2 && settings.newVersion().isBefore(agreed)
                ? settings.newVersion()
                : agreed;
    }

    private LocalDate lastDay(Fact.AgreementInForce agreement) {
        return of(Fact.AgreementEnded.class)
                .filter(end -> end.agreement() == agreement.agreement())
                .map(Fact.AgreementEnded::lastDay)
                .reduce(agreedLastDay(agreement), (a, b) -> a.isBefore(b) ? a : b);
    }

    private @Nullable LocalDate lastDayOfAppointment() {
        return of(Fact.AppointmentEnded.class)
                .map(Fact.AppointmentEnded::lastDay)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    private boolean evidence(String requirement, LocalDate today) {
        return on(today, Fact.EvidenceRecognised.class)
                .anyMatch(evidence -> evidence.requirement().equals(requirement));
    }

    private <F extends Fact> Stream<F> of(Class<F> kind) {
        return facts.getOrDefault(kind, List.of()).stream().map(kind::cast);
    }

    private <F extends Fact> Stream<F> on(LocalDate today, Class<F> kind) {
        return byDay.getOrDefault(today, List.of()).stream()
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    /** The day on which a fact happens; for one that lasts any day will do. */
    private static LocalDate dayOf(Fact fact) {
        if (fact instanceof Fact.SessionAttended session) {
            return session.day();
        } else if (fact instanceof Fact.EvidenceRecognised evidence) {
            return evidence.day();
        } else if (fact instanceof Fact.LicenceGiven licence) {
            return licence.day();
        } else if (fact instanceof Fact.LicenceWithdrawn licence) {
            return licence.day();
        } else if (fact instanceof Fact.CourseCompleted course) {
            return course.day();
        }
        return LocalDate.MIN;
    }

    private static boolean covers(LocalDate from, @Nullable LocalDate through, LocalDate day) {
        return !day.isBefore(from) && (through == null || !day.isAfter(through));
    }
}

package se.metodporten.certification.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
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

    Diary(Histories.Settings settings, List<Fact> facts) {
        this.settings = settings;
        this.facts = facts.stream().collect(Collectors.groupingBy(Fact::getClass));
        this.byDay = facts.stream().collect(Collectors.groupingBy(Diary::dayOf));
    }

    /** The day's line: the standing, and each thing in the way; empty before the appointment. Call it day after day. */
    String write(LocalDate today) {
        liveThroughBreaks(today);
        attend(today);
        Set<String> inTheWay = new TreeSet<>();
        licence(today, inTheWay);
        boolean something = course(today, inTheWay);
        something |= agreement(today, inTheWay);
        if (!trained) {
            inTheWay.add("instructor-training MISSING ATTEND_TRAINING");
        } else if (late(today)) {
            boolean refresherHelps = settings.refresherRestores() || !today.isAfter(holds.plusMonths(settings.grace()));
            inTheWay.add(
                    "instructor-refresher EXPIRED_SINCE " + (refresherHelps ? "ATTEND_REFRESHER" : "REPEAT_TRAINING"));
        } else {
            something |= !today.isBefore(due.minusMonths(settings.window()));
        }
        return line(today, inTheWay, something);
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
            for (Fact.Extension extension : of(Fact.Extension.class).toList()) {
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

    private void licence(LocalDate today, Set<String> inTheWay) {
        boolean given = evidence("nurse", today)
                || on(today, Fact.LicenceGiven.class).findAny().isPresent();
        boolean withdrawn = on(today, Fact.LicenceWithdrawn.class).findAny().isPresent();
        licensed = (licensed || given) && !withdrawn;
        everLicensed |= licensed;
        if (!licensed) {
            inTheWay.add("nurse " + (everLicensed ? "EXPIRED_SINCE" : "MISSING") + " REGISTER_LICENCE");
        }
    }

    private boolean course(LocalDate today, Set<String> inTheWay) {
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
        if (courseVersion == null || courseVersion < asked) {
            inTheWay.add(
                    Histories.COURSE + (courseVersion == null ? " MISSING" : " EXPIRED_SINCE") + " COMPLETE_COURSE");
        }
        return courseVersion != null
                && courseVersion < 2
                && !today.isBefore(settings.newVersion().minusMonths(settings.window()));
    }

    private boolean agreement(LocalDate today, Set<String> inTheWay) {
        BiPredicate<Fact.AgreementInForce, LocalDate> holdsOn =
                (agreement, day) -> !day.isBefore(agreement.from()) && !day.isAfter(lastDay(agreement));
        boolean inForce = of(Fact.AgreementInForce.class).anyMatch(agreement -> holdsOn.test(agreement, today));
        everSigned |= inForce;
        if (!inForce) {
            inTheWay.add("agreement " + (everSigned ? "EXPIRED_SINCE" : "MISSING") + " SIGN_AGREEMENT");
            return false;
        }
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
                        .allMatch(day -> signed.stream().anyMatch(each -> holdsOn.test(each, day)));
                boolean endsThere = signed.stream().noneMatch(each -> holdsOn.test(each, end.plusDays(1)));
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

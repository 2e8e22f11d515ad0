package se.metodporten.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.metodporten.certification.web.StandingLabels;
import se.metodporten.certification.web.StandingView;
import se.metodporten.common.CountyTime;
import se.metodporten.common.paper.Paper;
import se.metodporten.common.web.Days;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.UserLanguage;
import se.metodporten.desk.PersonPage;
import se.metodporten.desk.PersonPage.Held;
import se.metodporten.desk.PersonPage.Noted;
import se.metodporten.fact.FactRecord;
import se.metodporten.person.PersonCard;

/** The reader's own page as a paper, in the page's words and order. */
@RequestScoped
public class MyPaper {

    @Inject
    private PersonView view;

    @Inject
    private StandingView standing;

    @Inject
    private StandingLabels labels;

    @Inject
    private Texts texts;

    @Inject
    private Days days;

    @Inject
    private UserLanguage language;

    @Inject
    private Clock clock;

    public Paper make() {
        view.load();
        PersonPage page = view.getPage();
        Locale locale = language.locale();
        Paper paper = new Paper(Paper.Kind.RECORD, locale, view.getName(), texts.get("desk.person.leadMine"))
                .text(texts.get("desk.person.leadMine"))
                .facts(List.of(
                        new Paper.Fact(texts.get("person.work"), work(page.card())),
                        new Paper.Fact(
                                texts.get("person.email"),
                                Objects.requireNonNullElse(page.card().email(), texts.get("person.noEmail")))))
                .section(texts.get("desk.person.appointments"));
        if (page.appointments().isEmpty()) {
            paper.text(texts.get("desk.person.noAppointments"));
        }
        page.appointments().forEach(held -> appointment(paper, held, locale));
        courses(paper, page, locale);
        trainings(paper, page);
        agreements(paper, page);
        facts(paper, page);
        return paper.text(texts.of("common.paper.madeOn", CountyTime.today(clock)));
    }

    private String work(PersonCard card) {
        return card.work().isEmpty()
                ? texts.get("person.noWork")
                : card.work().stream()
                        .map(work -> work.title() + ", " + work.unit())
                        .collect(Collectors.joining("; "));
    }

    private void appointment(Paper paper, Held held, Locale locale) {
        var now = held.standing().now();
        String due = days.day(now.dueDay());
        paper.part(texts.of(
                        "desk.person.appointment",
                        held.card().role().in(locale),
                        held.card().place()))
                .strong(labels.text(now.standing(), now.day(), now.stepsLeft()))
                .facts(List.of(
                        new Paper.Fact(
                                texts.get("desk.person.due"), due.isEmpty() ? texts.get("desk.person.noDue") : due),
                        new Paper.Fact(
                                texts.get("desk.person.span"),
                                days.span(held.card().validFrom(), held.card().validThrough())),
                        new Paper.Fact(texts.get("desk.person.next"), next(held))))
                .table(
                        List.of(
                                texts.get("certification.timeline.when"),
                                texts.get("certification.standing"),
                                texts.get("certification.reasons")),
                        standing.periods(held.standing()).stream()
                                .map(period -> List.of(
                                        days.span(period.from(), period.through()),
                                        labels.text(period.standing(), null, null),
                                        String.join(" ", period.reasons())))
                                .toList());
    }

    private String next(Held held) {
        List<StandingView.Step> left = view.left(held);
        return left.isEmpty()
                ? texts.get("desk.person.nextNothing")
                : left.stream().map(StandingView.Step::text).collect(Collectors.joining(" "));
    }

    private void courses(Paper paper, PersonPage page, Locale locale) {
        list(
                paper,
                "desk.person.courses",
                "desk.person.noCourses",
                List.of("desk.person.course", "desk.person.courseState", "desk.person.courseDone"),
                page.courses().stream()
                        .map(course -> List.of(
                                course.title().in(locale),
                                texts.get("elearning.Progress." + course.progress()),
                                days.day(course.completedOn())))
                        .toList());
    }

    private void trainings(Paper paper, PersonPage page) {
        list(
                paper,
                "desk.person.trainings",
                "desk.person.noTrainings",
                List.of("desk.person.training", "desk.person.when", "desk.person.trainingState"),
                page.trainings().stream()
                        .map(training -> List.of(
                                training.title(),
                                days.span(training.firstDay(), training.lastDay()),
                                view.state(training)))
                        .toList());
    }

    private void agreements(Paper paper, PersonPage page) {
        list(
                paper,
                "desk.person.agreements",
                "desk.person.noAgreements",
                List.of("desk.person.agreement", "desk.person.trainingState"),
                page.agreements().stream()
                        .map(agreement -> List.of(view.about(agreement.appointmentId()), view.state(agreement)))
                        .toList());
    }

    private void facts(Paper paper, PersonPage page) {
        list(
                paper,
                "desk.person.facts",
                "desk.person.noFacts",
                List.of("desk.person.factDay", "desk.person.fact", "desk.person.factAbout", "desk.person.factRecorded"),
                page.facts().stream().map(this::fact).toList());
    }

    private List<String> fact(Noted noted) {
        FactRecord fact = noted.fact();
        String said = fact.withdrawn() ? texts.of("desk.person.withdrawn", view.say(fact)) : view.say(fact);
        String corrected = noted.valid() || fact.withdrawn() ? null : texts.get("desk.person.notValid");
        String decided = noted.basis() == null || noted.basis().decidedBy() == null
                ? null
                : texts.of("desk.person.decidedBy", noted.basis().decidedBy());
        return List.of(
                fact.validThrough() == null
                        ? days.day(fact.validFrom())
                        : days.span(fact.validFrom(), fact.validThrough()),
                sentences(said, corrected, fact.reason(), decided),
                noted.about() == null ? "" : view.about(noted.about().id()),
                view.recorded(noted));
    }

    private static String sentences(@Nullable String... said) {
        return Stream.of(said)
                .filter(Objects::nonNull)
                .map(text -> text.endsWith(".") ? text : text + ".")
                .collect(Collectors.joining(" "));
    }

    private void list(Paper paper, String heading, String nothing, List<String> heads, List<List<String>> rows) {
        paper.section(texts.get(heading));
        if (rows.isEmpty()) {
            paper.text(texts.get(nothing));
        } else {
            paper.table(heads.stream().map(texts::get).toList(), rows);
        }
    }
}

package se.metodporten.common.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import se.metodporten.common.picture.Timeline.Mark;
import se.metodporten.common.picture.Timeline.Period;
import se.metodporten.common.picture.Timeline.Shape;

class TimelineTest {

    private static final LocalDate END = LocalDate.of(9999, 12, 31);

    private static final Timeline.Words WORDS = new Timeline.Words(
            "När", "Vad", Map.of(Shape.TRAINING, "Utbildning", Shape.COURSE, "Kurs", Shape.SIGNATURE, "Underskrift"));

    static Timeline lifetime() {
        return new Timeline(
                "Uppdraget över åren",
                "Från 2023",
                List.of(
                        period("2023-02-01", LocalDate.parse("2023-05-14"), "Utsedd", Tone.OPEN),
                        period("2023-05-15", LocalDate.parse("2024-11-14"), "Certifierad", Tone.GOOD),
                        period("2024-11-15", LocalDate.parse("2025-05-15"), "Repetition förestår", Tone.DUE),
                        period("2025-05-16", LocalDate.parse("2025-05-18"), "Utgången", Tone.BAD),
                        period("2025-05-19", LocalDate.parse("2026-11-19"), "Certifierad", Tone.GOOD),
                        period("2026-11-20", LocalDate.parse("2027-05-19"), "Repetition förestår", Tone.DUE),
                        period("2027-05-20", END, "Utgången", Tone.BAD)),
                List.of(
                        new Mark(LocalDate.parse("2023-04-01"), "ViSam – grunderna", Shape.COURSE),
                        new Mark(LocalDate.parse("2023-05-14"), "Instruktörsutbildning, dag 1", Shape.TRAINING),
                        new Mark(LocalDate.parse("2023-05-15"), "Instruktörsutbildning, dag 2", Shape.TRAINING),
                        new Mark(LocalDate.parse("2023-05-15"), "Överenskommelsen undertecknad", Shape.SIGNATURE),
                        new Mark(LocalDate.parse("2025-05-19"), "Repetition", Shape.TRAINING)),
                LocalDate.parse("2026-11-23"),
                "i dag",
                LocalDate.parse("2027-05-19"),
                "Repetition senast 2027-05-19",
                WORDS);
    }

    private static Period period(String from, LocalDate through, String label, Tone tone) {
        return new Period(LocalDate.parse(from), through, label, from + " – " + through, tone);
    }

    @Test
    void periods_follow_each_other_without_gap_or_overlap() {
        List<Element> periods = Drawn.of(lifetime()).all("rect", "period");

        assertThat(periods).hasSize(7);
        for (int i = 1; i < periods.size(); i++) {
            double before = Drawn.number(periods.get(i - 1), "x") + Drawn.number(periods.get(i - 1), "width");
            assertThat(Drawn.number(periods.get(i), "x")).isBetween(before - 1, before + 1);
        }
    }

    @Test
    void the_last_standing_runs_on_to_the_edge_of_the_picture() {
        List<Element> periods = Drawn.of(lifetime()).all("rect", "period");
        Element last = periods.get(periods.size() - 1);

        assertThat(Drawn.number(last, "x") + Drawn.number(last, "width")).isBetween(707.5, 708.5);
    }

    @Test
    void marks_of_neighbouring_days_stand_above_one_another() {
        List<Element> marks = Drawn.of(lifetime()).all("rect", "mark");
        List<String> places = new ArrayList<>();
        for (Element mark : marks) {
            places.add(mark.getAttribute("y"));
        }

        assertThat(marks).hasSize(3);
        assertThat(places.get(0)).isNotEqualTo(places.get(1));
    }

    @Test
    void today_and_the_next_due_day_are_written_out() {
        assertThat(Drawn.of(lifetime()).texts()).contains("i dag", "Repetition senast 2027-05-19", "2025");
    }

    @Test
    void a_label_that_does_not_fit_its_period_is_left_to_the_table_and_the_tooltip() {
        Timeline timeline = lifetime();

        assertThat(Drawn.of(timeline).texts().stream().filter("Utgången"::equals))
                .hasSize(1);
        assertThat(timeline.rows().stream().filter(row -> row.contains("Utgången")))
                .hasSize(2);
    }

    @Test
    void the_legend_names_each_colour_and_mark_that_occurs_once() {
        assertThat(lifetime().legend())
                .extracting(Key::label)
                .containsExactly(
                        "Utsedd",
                        "Certifierad",
                        "Repetition förestår",
                        "Utgången",
                        "Utbildning",
                        "Kurs",
                        "Underskrift");
    }

    @Test
    void an_appointment_of_today_can_be_drawn() {
        LocalDate today = LocalDate.parse("2026-11-23");
        Timeline timeline = new Timeline(
                "t",
                "d",
                List.of(new Period(today, END, "Utsedd", "från i dag", Tone.OPEN)),
                List.of(),
                today,
                "i dag",
                null,
                "",
                WORDS);

        assertThat(Drawn.of(timeline).texts()).contains("Utsedd", "i dag");
    }

    @Test
    void the_table_holds_periods_and_marks_by_day() {
        assertThat(lifetime().rows())
                .hasSize(12)
                .startsWith(List.of("2023-02-01 – 2023-05-14", "Utsedd"), List.of("2023-04-01", "ViSam – grunderna"));
    }
}

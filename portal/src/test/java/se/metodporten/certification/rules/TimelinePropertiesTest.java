package se.metodporten.certification.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What holds for every history. */
@Domain(Histories.class)
@Domain(DomainContext.Global.class)
class TimelinePropertiesTest {

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void periods_have_no_gap_and_no_overlap_and_reach_the_end_of_days(@ForAll Histories.History history) {
        List<StandingPeriod> periods = history.timeline().periods();
        assertThat(periods.get(0).from()).isEqualTo(firstDay(history));
        for (int i = 1; i < periods.size(); i++) {
            assertThat(periods.get(i).from())
                    .isEqualTo(periods.get(i - 1).through().plusDays(1));
        }
        assertThat(periods.get(periods.size() - 1).through()).isEqualTo(StandingPeriod.END_OF_DAYS);
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void neighbours_differ(@ForAll Histories.History history) {
        List<StandingPeriod> periods = history.timeline().periods();
        for (int i = 1; i < periods.size(); i++) {
            assertThat(periods.get(i).saysTheSameAs(periods.get(i - 1))).isFalse();
        }
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void the_order_of_facts_does_not_matter(@ForAll Histories.History history, @ForAll Random random) {
        List<Fact> shuffled = new ArrayList<>(history.facts());
        Collections.shuffle(shuffled, random);
        assertThat(Histories.History.timeline(history.settings().rules(), shuffled))
                .isEqualTo(history.timeline());
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void computing_again_gives_the_same(@ForAll Histories.History history) {
        assertThat(history.timeline()).isEqualTo(history.timeline());
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void a_refresher_never_brings_an_earlier_due_day(@ForAll Histories.History history, @ForAll LocalDate day) {
        RoleRules rules = history.settings().refresherAlone();
        // The end of an exemption is a day by which to act, but none that a refresher sets.
        List<Fact> facts = history.facts().stream()
                .filter(fact -> !(fact instanceof Fact.Exemption))
                .toList();
        Timeline without = Histories.History.timeline(rules, facts);
        List<Fact> more = new ArrayList<>(facts);
        more.add(new Fact.SessionAttended("instructor-refresher", 1, day));
        Timeline with = Histories.History.timeline(rules, more);
        Optional<LocalDate> before = without.nextDueDay(day);
        before.ifPresent(due -> assertThat(with.nextDueDay(day).orElseThrow()).isAfterOrEqualTo(due));
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void one_more_occasion_never_brings_an_earlier_end(@ForAll Histories.History history, @ForAll LocalDate day) {
        RoleRules rules = new RoleRules(
                history.settings().window(), List.of(history.settings().meetingsAsked()));
        List<Fact> facts = history.facts().stream()
                .filter(fact -> !(fact instanceof Fact.Exemption))
                .toList();
        List<Fact> more = new ArrayList<>(facts);
        more.add(new Fact.SessionAttended(Histories.MEETING, 1, day));
        Timeline with = Histories.History.timeline(rules, more);
        Histories.History.timeline(rules, facts)
                .nextDueDay(day)
                .ifPresent(due -> assertThat(with.nextDueDay(day).orElseThrow()).isAfterOrEqualTo(due));
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void a_fact_about_something_not_asked_changes_nothing(@ForAll Histories.History history, @ForAll LocalDate day) {
        List<Fact> more = new ArrayList<>(history.facts());
        more.add(new Fact.LicenceWithdrawn("physician", day));
        more.add(new Fact.CourseCompleted("another", 1, day));
        more.add(new Fact.SessionAttended("another", 1, day));
        more.add(new Fact.Attested("another", day));
        more.add(new Fact.Serves("another", day, day.plusYears(1)));
        more.add(new Fact.Extension("another", day, day.plusYears(1)));
        more.add(new Fact.Exemption("another", day, day.plusYears(1)));
        assertThat(Histories.History.timeline(history.settings().rules(), more)).isEqualTo(history.timeline());
    }

    /** Records arrive one by one, now and then correcting or withdrawing an earlier one. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void as_known_on_an_earlier_day_equals_what_was_shown_then(
            @ForAll Histories.History history, @ForAll Random random) {
        RoleRules rules = history.settings().rules();
        List<RecordedFact> records = new ArrayList<>();
        List<Long> standing = new ArrayList<>();
        Map<Instant, Timeline> shown = new LinkedHashMap<>();
        for (Fact fact : history.facts()) {
            long id = records.size() + 1;
            Instant now = Instant.EPOCH.plusSeconds(id / 2);
            Long corrected = standing.isEmpty() || random.nextInt(3) > 0
                    ? null
                    : standing.remove(random.nextInt(standing.size()));
            boolean withdrawn = corrected != null && random.nextBoolean();
            records.add(new RecordedFact(id, now, corrected, withdrawn ? null : fact));
            standing.add(id);
            shown.put(now, Timeline.of(rules, records));
        }
        Collections.shuffle(records, random);
        shown.forEach((moment, timeline) -> assertThat(Timeline.asKnown(moment, RoleHistory.of(rules), records))
                .isEqualTo(timeline));
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void every_day_is_as_someone_living_through_it_would_have_written(@ForAll Histories.History history) {
        Timeline timeline = history.timeline();
        Diary diary = new Diary(history.settings(), history.facts());
        LocalDate day = LocalDate.of(2019, 6, 1);
        for (; day.isBefore(firstDay(history)); day = day.plusDays(1)) {
            assertThat(diary.write(day)).isEmpty();
        }
        for (StandingPeriod period : timeline.periods()) {
            String expected = line(period);
            for (; !day.isAfter(period.through()) && day.getYear() < 2028; day = day.plusDays(1)) {
                String written = diary.write(day);
                if (!written.equals(expected)) {
                    assertThat(expected).as("%s in %s", day, timeline).isEqualTo(written);
                }
            }
        }
    }

    private static String line(StandingPeriod period) {
        return period.standing()
                + period.reasons().stream()
                        .filter(reason -> reason.kind().blocks())
                        .map(reason -> reason.requirement() + " " + reason.kind() + " " + reason.remedy())
                        .sorted()
                        .collect(Collectors.joining(", ", " [", "]"));
    }

    private static LocalDate firstDay(Histories.History history) {
        return history.facts().stream()
                .filter(Fact.Appointed.class::isInstance)
                .map(fact -> ((Fact.Appointed) fact).from())
                .findFirst()
                .orElseThrow();
    }
}

package se.metodporten.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HereTest {

    private static Here here(String query) {
        return new Here("/organisation/units.xhtml", query);
    }

    @Test
    void a_change_keeps_the_rest_and_begins_again_on_the_first_page() {
        assertThat(here("kind=ward&sort=-name&page=3").with("q", "å & b"))
                .isEqualTo("/organisation/units.xhtml?kind=ward&sort=-name&q=%C3%A5+%26+b");
        assertThat(here("kind=ward&page=3").with("kind", "")).isEqualTo("/organisation/units.xhtml");
        assertThat(here("kind=ward").with("kind", null)).isEqualTo("/organisation/units.xhtml");
    }

    @Test
    void the_first_page_needs_no_number() {
        assertThat(here("q=a&page=3").onPage(4)).isEqualTo("/organisation/units.xhtml?q=a&page=4");
        assertThat(here("q=a&page=3").onPage(1)).isEqualTo("/organisation/units.xhtml?q=a");
    }

    @Test
    void a_heading_sorts_rising_and_then_falling() {
        assertThat(here("").sortedBy("name", false)).endsWith("?sort=name");
        assertThat(here("sort=name").sortedBy("name", false)).endsWith("?sort=-name");
        assertThat(here("sort=-name").sortedBy("name", false)).endsWith("?sort=name");
        assertThat(here("sort=name").sortedBy("kind", false)).endsWith("?sort=kind");
    }

    @Test
    void the_column_that_is_sorted_by_at_first_falls_at_the_first_click() {
        assertThat(here("").sortedUp("name", true)).isTrue();
        assertThat(here("").sortedBy("name", true)).endsWith("?sort=-name");
        assertThat(here("sort=kind").sortedUp("name", true)).isFalse();
        assertThat(here("sort=-name").sortedDown("name")).isTrue();
    }

    @Test
    void a_filter_carries_along_what_is_not_its_own() {
        Here here = here("id=7&kind=ward&q=&sort=name&page=2");

        assertThat(here.keptBeside("kind,q"))
                .containsExactly(new Here.Parameter("id", "7"), new Here.Parameter("sort", "name"));
        assertThat(here.filteredBy("kind,q")).isTrue();
        assertThat(here.filteredBy("q")).isFalse();
        assertThat(here.without("kind,q")).isEqualTo("/organisation/units.xhtml?id=7&sort=name");
    }

    @Test
    void a_broken_address_is_read_as_far_as_it_goes() {
        assertThat(Here.parse("q=%zz&&=&kind&a=b=c")).isEqualTo(Map.of("q", "%zz", "a", "b=c"));
        assertThat(Here.parse(null)).isEmpty();
    }
}

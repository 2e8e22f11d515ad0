package se.metodporten.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/desk/start.xhtml", "/organisation/unit.xhtml?id=7&q=%C3%A5#top"})
    void a_path_of_the_portal_is_gone_to(String path) {
        assertThat(LocalPath.of(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "desk",
                "//evil.example",
                "https://evil.example",
                "/\\evil.example",
                "/a\nb",
                "/\t/evil",
                "/ö"
            })
    void anything_else_leads_home(String path) {
        assertThat(LocalPath.of(path)).isEqualTo("/");
    }
}

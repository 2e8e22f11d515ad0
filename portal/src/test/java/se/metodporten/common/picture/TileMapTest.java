package se.metodporten.common.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import se.metodporten.common.picture.TileMap.Tile;

class TileMapTest {

    private static final TileMap.Words WORDS =
            new TileMap.Words("Kommun", "Länsdel", "Täckta", "Behov", "Delvis", "Förändring");

    static TileMap map(Tile... tiles) {
        return new TileMap("Täckning", "Kommunerna i länet", List.of(tiles), "Regionen", WORDS);
    }

    static Tile[] county() {
        return new Tile[] {
            tile(1, "Hällefors", "Norra länsdelen", 1, 1, 4, 5),
            tile(2, "Ljusnarsberg", "Norra länsdelen", 1, 2, 2, 4),
            tile(3, "Nora", "Norra länsdelen", 2, 2, 5, 5),
            tile(4, "Lindesberg", "Norra länsdelen", 2, 3, 9, 14),
            tile(5, "Karlskoga", "Västra länsdelen", 3, 1, 12, 18),
            tile(6, "Lekeberg", "Västra länsdelen", 3, 2, 3, 5),
            tile(7, "Örebro", "Örebro länsdel", 3, 3, 51, 68),
            tile(8, "Degerfors", "Västra länsdelen", 4, 1, 0, 6),
            tile(9, "Kumla", "Södra länsdelen", 4, 3, 8, 11),
            tile(10, "Laxå", "Södra länsdelen", 5, 2, 3, 4),
            tile(11, "Hallsberg", "Södra länsdelen", 5, 3, 7, 9),
            tile(12, "Askersund", "Södra länsdelen", 6, 2, 0, 0),
            Tile.beside(13, "Norra länsdelen", "Norra länsdelen", 7, 12, 1, 2, "/coverage/list.xhtml?place=13"),
            Tile.beside(14, "Hela länet", "", 20, 31, 2, -3, null)
        };
    }

    private static Tile tile(long id, String name, String district, int row, int column, int covered, int need) {
        return new Tile(
                id,
                name,
                district,
                row,
                column,
                covered,
                need,
                1,
                (int) id % 5 - 2,
                "/coverage/list.xhtml?place=" + id);
    }

    @Test
    void each_place_is_a_link_with_its_name_and_figures() {
        Drawn drawn = Drawn.of(map(county()));

        assertThat(drawn.all("a")).hasSize(13);
        assertThat(drawn.texts()).contains("Hällefors", "4/5", "Ljusnarsberg", "51/68", "Regionen", "20/31");
        assertThat(drawn.all("a").get(0).getAttribute("href")).isEqualTo("/coverage/list.xhtml?place=1");
        assertThat(drawn.all("a").get(0).getElementsByTagName("title").item(0).getTextContent())
                .startsWith("Hällefors: Täckta 4, Behov 5");
    }

    @Test
    void no_two_tiles_overlap() {
        List<Element> tiles = Drawn.of(map(county())).all("rect", "tile-ground");

        assertThat(tiles).hasSize(14);
        for (Element one : tiles) {
            for (Element other : tiles) {
                boolean apart = Math.abs(Drawn.number(one, "x") - Drawn.number(other, "x"))
                                >= Drawn.number(one, "width")
                        || Math.abs(Drawn.number(one, "y") - Drawn.number(other, "y")) >= Drawn.number(one, "height");
                assertThat(one == other || apart).isTrue();
            }
        }
    }

    @Test
    void districts_keep_apart_and_are_named_once() {
        Drawn drawn = Drawn.of(map(county()));
        List<Element> cells = drawn.all("rect", "district");

        assertThat(drawn.all("text", "district-name"))
                .extracting(Element::getTextContent)
                .containsExactlyInAnyOrder(
                        "Norra länsdelen", "Västra länsdelen", "Örebro länsdel", "Södra länsdelen", "Regionen");
        Element orebro =
                cells.stream().filter(cell -> isTile(cell, 3, 3)).findFirst().orElseThrow();
        Element lekeberg =
                cells.stream().filter(cell -> isTile(cell, 3, 2)).findFirst().orElseThrow();
        assertThat(Drawn.number(lekeberg, "x") + Drawn.number(lekeberg, "width"))
                .isLessThan(Drawn.number(orebro, "x"));
    }

    private static boolean isTile(Element cell, int row, int column) {
        return Math.abs(Drawn.number(cell, "x") - (column - 1) * 112) < 20
                && Math.abs(Drawn.number(cell, "y") - (row - 1) * 88) < 30;
    }

    @Test
    void who_sees_one_district_gets_a_map_of_that_district_only() {
        Drawn whole = Drawn.of(map(county()));
        Drawn south = Drawn.of(map(Stream.of(county())
                .filter(one -> one.district().equals("Södra länsdelen"))
                .toArray(Tile[]::new)));

        assertThat(height(south)).isLessThan(height(whole) * 0.6);
        assertThat(south.all("rect", "tile-ground"))
                .hasSize(4)
                .allSatisfy(tile -> assertThat(Drawn.number(tile, "x")).isNotNegative());
    }

    private static double height(Drawn drawn) {
        return Double.parseDouble(drawn.svg().getAttribute("viewBox").split(" ")[3]);
    }

    @Test
    void names_are_text_whatever_they_hold() {
        Drawn drawn =
                Drawn.of(map(new Tile(1, "<script>\"&'\u0001\u202E𝔐", "d", 1, 1, 1, 1, 0, null, "/x?a=1&b=\"2")));

        assertThat(drawn.all("script")).isEmpty();
        assertThat(drawn.all("a").get(0).getAttribute("href")).isEqualTo("/x?a=1&b=\"2");
        assertThat(drawn.all("title").get(1).getTextContent()).startsWith("<script>\"&'\uFFFD");
    }

    @Test
    void nothing_needed_draws_no_bar_and_more_than_needed_no_longer_one() {
        Drawn drawn = Drawn.of(map(tile(1, "A", "d", 1, 1, 0, 0), tile(2, "B", "d", 1, 2, 9, 3)));

        assertThat(drawn.all("rect", "bar")).hasSize(1);
        assertThat(Drawn.number(drawn.all("rect", "bar").get(0), "width"))
                .isEqualTo(Drawn.number(drawn.all("rect", "track").get(0), "width"));
    }

    @Test
    void a_county_without_tiles_is_an_empty_picture() {
        assertThat(Drawn.of(map()).all("rect")).isEmpty();
    }

    @Test
    void the_table_holds_what_the_picture_shows() {
        TileMap map = map(county());

        assertThat(map.columns()).containsExactly("Kommun", "Länsdel", "Täckta", "Behov", "Delvis", "Förändring");
        assertThat(map.rows()).hasSize(14).contains(List.of("Hela länet", "", "20", "31", "2", "−3"));
        assertThat(Stream.of("↑ +2", "↓ −1"))
                .allSatisfy(text -> assertThat(Drawn.of(map).texts()).contains(text));
    }
}

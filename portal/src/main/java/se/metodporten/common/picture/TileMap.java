package se.metodporten.common.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The county as tiles: each municipality about where it lies, districts with their own outline and name, and below them
 * the places that lie nowhere in particular (the region's), a row for each three.
 *
 * @param beside heading of the tiles without a row and column
 * @param words headings of the table
 */
public record TileMap(String title, String description, List<Tile> tiles, String beside, Words words)
        implements Picture {

    /**
     * One tile.
     *
     * @param district name of the district it lies in; tiles of one district share an outline
     * @param row from 1, 0 for one beside the map
     * @param covered places covered, of {@code need}
     * @param partly how many of the rest are partly covered
     * @param trend change of covered since the day compared with, none when there is nothing to compare
     * @param href the list behind the tile
     */
    public record Tile(
            long placeId,
            String name,
            String district,
            int row,
            int column,
            int covered,
            int need,
            int partly,
            @Nullable Integer trend,
            @Nullable String href) {

        /** Beside the map. */
        public static Tile beside(
                long placeId,
                String name,
                String district,
                int covered,
                int need,
                int partly,
                @Nullable Integer trend,
                @Nullable String href) {
            return new Tile(placeId, name, district, 0, 0, covered, need, partly, trend, href);
        }

        Tile moved(int rowsUp, int columnsLeft) {
            return new Tile(
                    placeId, name, district, row - rowsUp, column - columnsLeft, covered, need, partly, trend, href);
        }

        boolean placed() {
            return row > 0 && column > 0;
        }

        String figures() {
            return covered + "/" + need;
        }

        String change() {
            return trend == null ? "" : trend > 0 ? "+" + trend : trend < 0 ? "−" + -trend : "±0";
        }
    }

    public record Words(String place, String district, String covered, String need, String partly, String trend) {}

    private record Cell(int row, int column) {}

    private static final double TILE_WIDTH = 100;
    private static final double TILE_HEIGHT = 60;
    private static final double GAP = 12;
    private static final double BAND = 20;
    private static final double EDGE = 4;
    private static final double COLUMN_STEP = TILE_WIDTH + GAP;
    private static final double ROW_STEP = TILE_HEIGHT + BAND + 2 * EDGE;
    private static final double PAD = 8;
    private static final double NAME = 12.5;
    private static final double SMALL_NAME = 9.5;
    private static final double NAME_WIDTH = TILE_WIDTH - 10;

    /** Neighbours' grounds lie over each other a little: a browser draws a hairline between shapes that only touch. */
    private static final double OVERLAP = 0.8;

    private static final int FEWEST_COLUMNS = 3;

    @Override
    public String svg() {
        List<Tile> placed = fromTheCorner(tiles.stream().filter(Tile::placed).toList());
        List<Tile> others = tiles.stream().filter(tile -> !tile.placed()).toList();
        int columns = Math.max(
                FEWEST_COLUMNS, placed.stream().mapToInt(Tile::column).max().orElse(0));
        int rows = placed.stream().mapToInt(Tile::row).max().orElse(0);
        int otherRows = (others.size() + columns - 1) / columns;
        Svg svg = new Svg(this, "group", columns * COLUMN_STEP - GAP + 2 * PAD, (rows + otherRows) * ROW_STEP + EDGE);
        districts(placed).forEach((district, cells) -> drawDistrict(svg, district, cells));
        placed.forEach(tile -> drawTile(svg, tile, tile.row(), tile.column()));
        if (!others.isEmpty()) {
            svg.text(left(1), top(rows + 1) - 6, 11.0, "start", "district-name", beside);
        }
        for (int i = 0; i < others.size(); i++) {
            drawTile(svg, others.get(i), rows + 1 + i / columns, 1 + i % columns);
        }
        return svg.end();
    }

    /** Who sees a part of the county only gets a map of that part. */
    private static List<Tile> fromTheCorner(List<Tile> placed) {
        int rows = placed.stream().mapToInt(Tile::row).min().orElse(1) - 1;
        int columns = placed.stream().mapToInt(Tile::column).min().orElse(1) - 1;
        return placed.stream().map(tile -> tile.moved(rows, columns)).toList();
    }

    private static Map<String, List<Tile>> districts(List<Tile> placed) {
        Map<String, List<Tile>> districts = new LinkedHashMap<>();
        placed.stream()
                .sorted(Comparator.comparingInt(Tile::row).thenComparingInt(Tile::column))
                .forEach(tile -> districts
                        .computeIfAbsent(tile.district(), name -> new ArrayList<>())
                        .add(tile));
        return districts;
    }

    /** The ground below all tiles of the district and one outline around it; the row of the first tile has room for the name. */
    private static void drawDistrict(Svg svg, String name, List<Tile> tiles) {
        Map<Cell, Tile> mine = new HashMap<>();
        tiles.forEach(tile -> mine.put(new Cell(tile.row(), tile.column()), tile));
        Tile named = tiles.get(0);
        List<Outline.Box> boxes = new ArrayList<>();
        for (Tile tile : tiles) {
            boolean above = mine.containsKey(new Cell(tile.row() - 1, tile.column()));
            boolean below = mine.containsKey(new Cell(tile.row() + 1, tile.column()));
            boolean before = mine.containsKey(new Cell(tile.row(), tile.column() - 1));
            boolean after = mine.containsKey(new Cell(tile.row(), tile.column() + 1));
            boxes.add(new Outline.Box(
                    left(tile.column()) - (before ? GAP / 2 : EDGE),
                    top(tile.row()) - (above || tile.row() == named.row() ? BAND : EDGE),
                    left(tile.column()) + TILE_WIDTH + (after ? GAP / 2 : EDGE),
                    top(tile.row()) + TILE_HEIGHT + (below ? 2 * EDGE : EDGE)));
        }
        for (Outline.Box box : boxes) {
            svg.rect(
                    box.left(),
                    box.top(),
                    box.right() - box.left() + OVERLAP,
                    box.bottom() - box.top() + OVERLAP,
                    0,
                    "district");
        }
        svg.shape("path", "d", Outline.of(boxes), "class", "district-edge");
        svg.text(
                left(named.column()),
                top(named.row()) - 6,
                11.0,
                "start",
                "district-name",
                Svg.fitting(name, 11, TILE_WIDTH + GAP));
    }

    private void drawTile(Svg svg, Tile tile, int row, int column) {
        double x = left(column);
        double y = top(row);
        double share = tile.need() == 0 ? 0 : Math.min(1, (double) tile.covered() / tile.need());
        svg.openLink(tile.href(), "tile").title(inWords(tile));
        svg.rect(x, y, TILE_WIDTH, TILE_HEIGHT, 4, "tile-ground");
        svg.shape(
                "rect",
                "x",
                x,
                "y",
                y,
                "width",
                TILE_WIDTH,
                "height",
                TILE_HEIGHT,
                "rx",
                4.0,
                "class",
                "tile-share",
                "fill-opacity",
                String.valueOf(Math.round(share * 30) / 100.0));
        double size = Svg.widthOf(tile.name(), NAME) <= NAME_WIDTH ? NAME : SMALL_NAME;
        svg.text(x + 7, y + 18, size, "start", "strong", Svg.fitting(tile.name(), size, NAME_WIDTH));
        svg.text(x + 7, y + 38, 15.0, "start", "figures", tile.figures());
        svg.text(x + TILE_WIDTH - 7, y + 38, 12.0, "end", "change", arrow(tile) + tile.change());
        svg.rect(x + 7, y + TILE_HEIGHT - 13, TILE_WIDTH - 14, 7, 3.5, "track");
        if (share > 0) {
            svg.rect(x + 7, y + TILE_HEIGHT - 13, Math.max(7, (TILE_WIDTH - 14) * share), 7, 3.5, "bar");
        }
        svg.close();
    }

    private static String arrow(Tile tile) {
        Integer trend = tile.trend();
        return trend == null || trend == 0 ? "" : trend > 0 ? "↑ " : "↓ ";
    }

    private String inWords(Tile tile) {
        String said =
                tile.name() + ": " + words.covered() + " " + tile.covered() + ", " + words.need() + " " + tile.need();
        return tile.trend() == null ? said : said + ", " + words.trend() + " " + tile.change();
    }

    private static double left(int column) {
        return PAD + (column - 1) * COLUMN_STEP;
    }

    private static double top(int row) {
        return BAND + EDGE + (row - 1) * ROW_STEP;
    }

    @Override
    public List<String> columns() {
        return List.of(words.place(), words.district(), words.covered(), words.need(), words.partly(), words.trend());
    }

    @Override
    public List<List<String>> rows() {
        return tiles.stream()
                .map(tile -> List.of(
                        tile.name(),
                        tile.district(),
                        Integer.toString(tile.covered()),
                        Integer.toString(tile.need()),
                        Integer.toString(tile.partly()),
                        tile.change()))
                .toList();
    }
}

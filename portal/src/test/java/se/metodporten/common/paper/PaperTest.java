package se.metodporten.common.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import se.metodporten.common.paper.Paper.Fact;

class PaperTest {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    private static Paper record() {
        return new Paper(Paper.Kind.RECORD, SWEDISH, "Mina uppgifter", "Det som Metodporten vet om dig.");
    }

    @Test
    void a_paper_is_tagged_titled_and_says_its_language() throws IOException {
        byte[] file = record().section("Kurser")
                .facts(List.of(new Fact("Namn", "Åsa Öberg")))
                .table(List.of("Kurs", "Dag"), List.of(List.of("ViSam – grunderna", "2026-11-25")))
                .pdf();
        try (PDDocument pdf = Loader.loadPDF(file)) {
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("sv");
            assertThat(pdf.getDocumentCatalog().getViewerPreferences().displayDocTitle())
                    .isTrue();
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Mina uppgifter");
            assertThat(pdf.getDocumentInformation().getSubject()).isEqualTo("Det som Metodporten vet om dig.");
            assertThat(tags(pdf)).containsSubsequence("H1", "H2", "Table", "TH", "TD");
        }
    }

    @Test
    void letters_of_all_the_world_are_in_the_file() throws IOException {
        for (String name : List.of("Åsa Öberg", "Ngọc Nguyễn", "Олена", "Zoë")) {
            assertThat(textOf(record().text(name).pdf())).contains(name);
        }
        try (PDDocument pdf = Loader.loadPDF(record().text("محمد").pdf())) {
            for (PDPage page : pdf.getPages()) {
                page.getResources()
                        .getFontNames()
                        .forEach(font -> assertThat(fontOf(page, font)).isTrue());
            }
        }
    }

    @Test
    void markup_in_a_text_is_text() throws IOException {
        assertThat(textOf(
                        record().text("<b>fet</b> & <script>alert(1)</script>").pdf()))
                .contains("<b>fet</b> & <script>alert(1)</script>");
    }

    @Test
    void a_long_table_goes_on_on_the_next_page() throws IOException {
        List<List<String>> rows = IntStream.range(0, 200)
                .mapToObj(i -> List.of("Rad " + i, "Värde"))
                .toList();
        byte[] file = record().table(List.of("Vad", "Hur"), rows).pdf();
        try (PDDocument pdf = Loader.loadPDF(file)) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(3);
        }
        assertThat(textOf(file)).contains("Rad 0", "Rad 199");
    }

    @Test
    void a_row_has_a_cell_for_each_head() {
        assertThatThrownBy(() -> record().table(List.of("Vad", "Hur"), List.of(List.of("Bara en"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean fontOf(PDPage page, org.apache.pdfbox.cos.COSName name) {
        try {
            return page.getResources().getFont(name).isEmbedded();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String textOf(byte[] file) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private static List<String> tags(PDDocument pdf) {
        List<String> tags = new ArrayList<>();
        collect(pdf.getDocumentCatalog().getStructureTreeRoot(), tags);
        return tags;
    }

    private static void collect(PDStructureNode node, List<String> tags) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                tags.add(element.getStructureType());
                collect(element, tags);
            }
        }
    }
}

package se.metodporten.common.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.logging.Level;
import org.w3c.dom.Document;

/** Makes the file of a {@link Paper}. Reads nothing but what the application brings along. */
final class PdfFile {

    private static final String FAMILY = "DejaVu Sans";
    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    private PdfFile() {}

    static String style() {
        try (InputStream style = resource("/se/metodporten/common/paper/paper.css")) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] of(Document page) {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        PdfRendererBuilder pdf = new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .withW3cDocument(page, "about:blank")
                .withProducer("Metodporten")
                .toStream(file);
        pdf.useUriResolver((base, uri) -> null);
        pdf.useFont(() -> resource(FONTS + "DejaVuSans.ttf"), FAMILY, REGULAR, FontStyle.NORMAL, true);
        pdf.useFont(() -> resource(FONTS + "DejaVuSans-Bold.ttf"), FAMILY, BOLD, FontStyle.NORMAL, true);
        try {
            pdf.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static InputStream resource(String path) {
        return Objects.requireNonNull(PdfFile.class.getResourceAsStream(path), path);
    }
}

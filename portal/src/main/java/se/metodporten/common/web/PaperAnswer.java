package se.metodporten.common.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import se.metodporten.common.paper.Paper;

/** Answers a request with a paper: a file to save, kept by nobody on the way. */
public final class PaperAnswer {

    private PaperAnswer() {}

    /** @param name of the file, without its ending */
    public static void send(HttpServletResponse response, Paper paper, String name) throws IOException {
        byte[] file = paper.pdf();
        response.setContentType("application/pdf");
        response.setContentLength(file.length);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename*=UTF-8''"
                        + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20") + ".pdf");
        response.getOutputStream().write(file);
    }
}

package se.metodporten.common.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import se.metodporten.common.paper.Paper;

/** Answers a request with a paper: a file to save, kept by nobody on the way. */
public final class PaperAnswer {

    private PaperAnswer() {}

    /** @param name of the file, without its ending */
    public static void send(HttpServletResponse response, Paper paper, String name) throws IOException {
        byte[] file = paper.pdf();
        FileAnswer.headers(response, "application/pdf", name + ".pdf");
        response.setContentLength(file.length);
        response.getOutputStream().write(file);
    }
}

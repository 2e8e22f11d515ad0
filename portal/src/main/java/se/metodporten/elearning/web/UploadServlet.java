package se.metodporten.elearning.web;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import se.metodporten.common.DomainException;
import se.metodporten.elearning.CourseUploads;
import se.metodporten.elearning.UploadFolder;
import se.metodporten.elearning.UploadedFile;

/**
 * Takes a package of a course in, as it comes: asked are whose form it is, whether they may, how large it is and whether
 * there is room, before any of it is read. Answers with where to go: to a browser by a redirect, to the page's script,
 * which shows how far it has come, in JSON.
 */
@WebServlet(UploadServlet.PATH)
public class UploadServlet extends HttpServlet {

    static final String PATH = "/elearning/upload";

    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(UploadServlet.class.getName());

    /** What a browser still sends after a refusal is read and dropped, so that it comes to read the answer; so much at most. */
    private static final long MOST_DROPPED = 4L << 30;

    private static final int BUFFER = 1 << 16;

    @Inject
    private transient CourseUploads uploads;

    @Inject
    private transient UploadFolder folder;

    @Inject
    private transient UploadForm form;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String course = Objects.requireNonNullElse(request.getParameter("course"), "");
        String key = request.getParameter("form");
        uploads.largestMib();
        if (!form.isOf(key)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        try {
            uploads.expect(course, request.getContentLengthLong());
            UploadedFile file =
                    FileInForm.read(request.getInputStream(), request.getContentType(), folder::keep, folder::forget);
            if (file.size() == 0) {
                folder.forget(file);
                throw new FileInForm.FaultException(FileInForm.Fault.NO_FILE);
            }
            long upload = begin(course, file);
            lead(request, response, HttpServletResponse.SC_OK, "/elearning/package.xhtml?id=" + upload);
        } catch (DomainException refused) {
            refuse(request, response, course, UploadFault.of(refused));
        } catch (FileInForm.FaultException unusable) {
            refuse(
                    request,
                    response,
                    course,
                    UploadFault.valueOf(unusable.fault().name()));
        }
    }

    private long begin(String course, UploadedFile file) {
        try {
            return uploads.begin(course, file);
        } catch (RuntimeException failed) {
            folder.forget(file);
            throw failed;
        }
    }

    /** Answers first, so that a browser that listens need not send the rest. */
    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, String course, UploadFault fault)
            throws IOException {
        if (!byScript(request) && fault == UploadFault.TOO_LARGE) {
            drop(request.getInputStream());
            response.sendError(fault.status());
            return;
        }
        lead(
                request,
                response,
                fault.status(),
                "/elearning/versions.xhtml?code=" + URLEncoder.encode(course, StandardCharsets.UTF_8) + "&fault="
                        + fault.inUrl());
        response.flushBuffer();
        drop(request.getInputStream());
    }

    private static void drop(InputStream body) {
        byte[] buffer = new byte[BUFFER];
        long left = MOST_DROPPED;
        try {
            int read = body.read(buffer);
            while (read >= 0 && left > 0) {
                left -= read;
                read = body.read(buffer);
            }
        } catch (IOException stopped) {
            LOG.log(System.Logger.Level.DEBUG, "A browser stopped sending what was refused", stopped);
        }
    }

    private static void lead(HttpServletRequest request, HttpServletResponse response, int status, String path)
            throws IOException {
        String to = request.getContextPath() + path;
        response.setHeader("Cache-Control", "no-store");
        if (byScript(request)) {
            response.setStatus(status);
            response.setContentType("application/json;charset=UTF-8");
            response.getWriter()
                    .write(Json.createObjectBuilder().add("next", to).build().toString());
        } else {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", to);
        }
    }

    private static boolean byScript(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getHeader("Accept"), "")
                .toLowerCase(Locale.ROOT)
                .startsWith("application/json");
    }
}

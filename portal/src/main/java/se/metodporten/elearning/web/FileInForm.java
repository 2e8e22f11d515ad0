package se.metodporten.elearning.web;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a form with one file ({@code multipart/form-data}, RFC 7578) as it comes: the file goes where its taker puts it,
 * and nothing is kept in memory but a buffer. The server's own reader would have all of it on its disk before anybody
 * could ask whether it is wanted.
 */
final class FileInForm {

    private static final Pattern TYPE = Pattern.compile(
            "multipart/form-data\\s*;(?:.*;)?\\s*boundary=(?:\"([^\"]{1,70})\"|([^\\s\";,]{1,70}))\\s*(?:;.*)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FILE_NAME = Pattern.compile(
            "^content-disposition:.*;\\s*filename=\"([^\"\\r\\n]*)\"", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_HEAD = 8 * 1024;
    private static final int MOST_PARTS = 20;

    /** What is wrong with a form. */
    enum Fault {
        NO_FILE,
        TWO_FILES,
        BROKEN
    }

    /** The form cannot be used. */
    static final class FaultException extends Exception {

        private static final long serialVersionUID = 1L;

        private final Fault fault;

        FaultException(Fault fault) {
            super(fault.name());
            this.fault = fault;
        }

        Fault fault() {
            return fault;
        }
    }

    /** Takes the file. */
    @FunctionalInterface
    interface Taking<T> {
        T take(String name, InputStream content) throws IOException;
    }

    private final InputStream in;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;

    private FileInForm(InputStream in, String boundary) {
        this.in = in;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        // The first delimiter may stand at the very beginning; all others follow the end of a line.
        buffer[0] = '\r';
        buffer[1] = '\n';
        limit = 2;
    }

    /**
     * @param dropping gets what was taken when the form cannot be used after all
     * @throws IOException when the sending stops
     */
    static <T> T read(InputStream body, @Nullable String contentType, Taking<T> taking, Consumer<T> dropping)
            throws IOException, FaultException {
        Matcher type = TYPE.matcher(Objects.requireNonNullElse(contentType, ""));
        if (!type.matches()) {
            throw new FaultException(Fault.BROKEN);
        }
        return new FileInForm(body, type.group(1) == null ? type.group(2) : type.group(1)).read(taking, dropping);
    }

    private <T> T read(Taking<T> taking, Consumer<T> dropping) throws IOException, FaultException {
        T taken = null;
        boolean usable = false;
        try {
            new Content().skipAll();
            for (int parts = 1; anotherFollows(); parts++) {
                if (parts > MOST_PARTS) {
                    throw new FaultException(Fault.BROKEN);
                }
                Matcher name = FILE_NAME.matcher(head());
                Content content = new Content();
                if (name.find() && !name.group(1).isBlank()) {
                    if (taken != null) {
                        throw new FaultException(Fault.TWO_FILES);
                    }
                    taken = taking.take(name.group(1), content);
                }
                content.skipAll();
            }
            if (taken == null) {
                throw new FaultException(Fault.NO_FILE);
            }
            usable = true;
            return taken;
        } finally {
            if (!usable && taken != null) {
                dropping.accept(taken);
            }
        }
    }

    /** After a delimiter: either the end of its line, or two hyphens, which end the form. */
    private boolean anotherFollows() throws IOException, FaultException {
        int one = next();
        int other = next();
        if (one == '-' && other == '-') {
            return false;
        }
        if (one != '\r' || other != '\n') {
            throw new FaultException(Fault.BROKEN);
        }
        return true;
    }

    private String head() throws IOException, FaultException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        String text = "";
        while (!text.equals("\r\n") && !text.endsWith("\r\n\r\n")) {
            int one;
            do {
                one = next();
                head.write(one);
            } while (one != '\n');
            if (head.size() > LONGEST_HEAD) {
                throw new FaultException(Fault.BROKEN);
            }
            text = head.toString(StandardCharsets.UTF_8);
        }
        return text;
    }

    private int next() throws IOException {
        if (position == limit) {
            fill();
        }
        return buffer[position++] & 0xFF;
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        limit -= position;
        position = 0;
        int read = in.read(buffer, limit, buffer.length - limit);
        if (read < 0) {
            throw new EOFException("the form ends in the middle");
        }
        limit += read;
    }

    /** Up to the next delimiter, which it reads over. */
    private final class Content extends InputStream {

        private boolean ended;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            while (!ended) {
                int found = indexOfDelimiter();
                int sure = (found < 0 ? limit - delimiter.length + 1 : found) - position;
                if (sure > 0) {
                    int read = Math.min(sure, length);
                    System.arraycopy(buffer, position, into, offset, read);
                    position += read;
                    return read;
                }
                if (found < 0) {
                    fill();
                } else {
                    position += delimiter.length;
                    ended = true;
                }
            }
            return -1;
        }

        void skipAll() throws IOException {
            byte[] dropped = new byte[BUFFER];
            while (read(dropped, 0, dropped.length) >= 0) {
                // nobody wants it
            }
        }

        private int indexOfDelimiter() {
            for (int at = position; at <= limit - delimiter.length; at++) {
                int same = 0;
                while (same < delimiter.length && buffer[at + same] == delimiter[same]) {
                    same++;
                }
                if (same == delimiter.length) {
                    return at;
                }
            }
            return -1;
        }
    }
}

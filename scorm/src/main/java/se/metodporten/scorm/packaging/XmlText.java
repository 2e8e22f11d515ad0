package se.metodporten.scorm.packaging;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * From the bytes of a manifest to its text, whatever it says of its encoding: tools write UTF-16 in the declaration and
 * UTF-8 in the file, Windows-1252 under the name of UTF-8, or marks that nobody asked for.
 */
final class XmlText {

    private static final Pattern DECLARED =
            Pattern.compile("<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");
    private static final int DECLARATION_BYTES = 400;
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern BARE_AMPERSAND =
            Pattern.compile("&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});)");

    private final Findings findings;

    XmlText(Findings findings) {
        this.findings = findings;
    }

    String decode(byte[] bytes) {
        for (Mark mark : Mark.values()) {
            if (mark.begins(bytes)) {
                return marked(bytes, mark);
            }
        }
        if (bytes.length > 3 && bytes[0] == 0 && bytes[2] == 0) {
            return noted(bytes, StandardCharsets.UTF_16BE, "UTF-16");
        }
        if (bytes.length > 3 && bytes[1] == 0 && bytes[3] == 0) {
            return noted(bytes, StandardCharsets.UTF_16LE, "UTF-16");
        }
        return declared(bytes);
    }

    private enum Mark {
        UTF_32LE("UTF-32LE", 0xFF, 0xFE, 0, 0),
        UTF_32BE("UTF-32BE", 0, 0, 0xFE, 0xFF),
        UTF_8("UTF-8", 0xEF, 0xBB, 0xBF),
        UTF_16LE("UTF-16LE", 0xFF, 0xFE),
        UTF_16BE("UTF-16BE", 0xFE, 0xFF);

        private final String charset;
        private final int[] bytes;

        Mark(String charset, int... bytes) {
            this.charset = charset;
            this.bytes = bytes;
        }

        boolean begins(byte[] text) {
            if (text.length < bytes.length) {
                return false;
            }
            for (int i = 0; i < bytes.length; i++) {
                if ((text[i] & 0xFF) != bytes[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    private String marked(byte[] bytes, Mark mark) {
        byte[] rest = Arrays.copyOfRange(bytes, mark.bytes.length, bytes.length);
        if (mark != Mark.UTF_8) {
            return noted(rest, Charset.forName(mark.charset), mark.charset);
        }
        findings.tell(Problem.XML_MARK);
        return strictly(rest, StandardCharsets.UTF_8).orElseGet(() -> noted(rest, WINDOWS, WINDOWS.name()));
    }

    private String noted(byte[] bytes, Charset charset, String name) {
        findings.tell(Problem.XML_ENCODING, name);
        return new String(bytes, charset);
    }

    private String declared(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, DECLARATION_BYTES), StandardCharsets.ISO_8859_1);
        Matcher found = DECLARED.matcher(start);
        String name = found.find() ? found.group(1) : "UTF-8";
        @Nullable Charset charset = charset(name);
        // UTF-16 would have shown itself by its bytes
        Optional<String> text = charset == null || name.toUpperCase(Locale.ROOT).startsWith("UTF-16")
                ? Optional.empty()
                : strictly(bytes, charset);
        if (charset == null || text.isEmpty()) {
            return strictly(bytes, StandardCharsets.UTF_8)
                    .map(utf8 -> told(utf8, Problem.XML_ENCODING_LIE, name, "UTF-8"))
                    .orElseGet(() -> told(new String(bytes, WINDOWS), Problem.XML_ENCODING_LIE, name, WINDOWS.name()));
        }
        boolean usual = charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.US_ASCII);
        return usual ? text.get() : told(text.get(), Problem.XML_ENCODING, charset.name());
    }

    private String told(String text, Problem problem, Object... arguments) {
        findings.tell(problem, arguments);
        return text;
    }

    private static @Nullable Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            // "utf8", "unicode" and the like: the caller looks at the bytes
            return name.equalsIgnoreCase("utf8") ? StandardCharsets.UTF_8 : null;
        }
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        } catch (UnsupportedOperationException e) {
            // a charset that only writes or only guesses
            return Optional.empty();
        }
    }

    /**
     * The text without a document type declaration that says nothing; one with declarations of its own is refused, and
     * none is ever read.
     */
    String withoutDoctype(String text) throws RefusedException {
        int start = doctype(text);
        if (start < 0) {
            return text;
        }
        int line = 1
                + (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
        int end = endOfDoctype(text, start);
        if (end < 0) {
            throw new RefusedException(Finding.ofManifest(line, Problem.XML_DOCTYPE));
        }
        findings.tell(line, Problem.XML_DOCTYPE_IGNORED);
        String blank = text.substring(start, end).replaceAll("[^\\r\\n]", " ");
        return text.substring(0, start) + blank + text.substring(end);
    }

    /** Where it begins, before the first element; -1 for nowhere. */
    private static int doctype(String text) {
        int at = 0;
        while (at < text.length()) {
            if (text.startsWith("<!--", at)) {
                int end = text.indexOf("-->", at);
                at = end < 0 ? text.length() : end + 3;
            } else if (text.startsWith("<?", at)) {
                int end = text.indexOf("?>", at);
                at = end < 0 ? text.length() : end + 2;
            } else if (text.regionMatches(true, at, "<!DOCTYPE", 0, 9)) {
                return at;
            } else if (text.charAt(at) == '<') {
                return -1;
            } else {
                at++;
            }
        }
        return -1;
    }

    private static int endOfDoctype(String text, int start) {
        char quote = 0;
        for (int at = start; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '[') {
                return -1;
            } else if (c == '>') {
                return at + 1;
            }
        }
        return -1;
    }

    /** What careless programs leave in texts: bare ampersands, signs that XML has no place for, what lies around it. */
    static String repaired(String text) {
        int from = Math.max(0, text.indexOf('<'));
        int to = text.lastIndexOf('>') + 1;
        String inner = to > from ? text.substring(from, to) : text;
        StringBuilder plain = new StringBuilder(inner.length());
        for (int i = 0; i < inner.length(); ) {
            int c = inner.codePointAt(i);
            boolean allowed = c == '\t'
                    || c == '\n'
                    || c == '\r'
                    || (c >= 0x20 && c <= 0xD7FF)
                    || (c >= 0xE000 && c <= 0xFFFD)
                    || c >= 0x10000;
            plain.appendCodePoint(allowed ? c : ' ');
            i += Character.charCount(c);
        }
        return BARE_AMPERSAND.matcher(plain).replaceAll("&amp;");
    }
}

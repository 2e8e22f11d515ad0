package se.metodporten.scorm.packaging;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The names of members as text. Zip programs write them in the code page of their country without saying so; what the
 * manifest calls the files tells which.
 */
final class ZipNames {

    /** Likely ones first: of two that fit alike, the first is taken. */
    private static final List<Charset> CODE_PAGES = Stream.of(
                    "IBM437",
                    "IBM850",
                    "windows-1252",
                    "x-MacRoman",
                    "windows-1250",
                    "IBM852",
                    "windows-1251",
                    "IBM866",
                    "Shift_JIS",
                    "GBK",
                    "Big5",
                    "EUC-KR")
            .filter(Charset::isSupported)
            .map(Charset::forName)
            .toList();

    /** Without a manifest's help only these are told apart: by how much of a name are letters. */
    private static final int WESTERN = 3;

    /** Letters that a name is likely to have here and nearby. */
    private static final String COMMON = "åäöÅÄÖéèüæøÆØÉÜ";

    private static final int UNICODE_PATH = 0x7075;

    private ZipNames() {}

    /** @param hints names of files that the manifest mentions; asked for only when they are needed */
    static List<String> read(List<ZipEntry> entries, Supplier<Set<String>> hints, Findings findings) {
        List<Optional<String>> sure = entries.stream().map(ZipNames::sure).toList();
        List<byte[]> unsure = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            if (sure.get(i).isEmpty()) {
                unsure.add(entries.get(i).name());
            }
        }
        Charset codePage = unsure.isEmpty() ? StandardCharsets.UTF_8 : codePage(unsure, hints.get());
        if (!unsure.isEmpty()) {
            findings.tellOfZip(Problem.NAMES_IN_CODE_PAGE, unsure.size(), codePage.name());
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            byte[] bytes = entries.get(i).name();
            names.add(sure.get(i).orElseGet(() -> new String(bytes, codePage)));
        }
        return names;
    }

    private static Optional<String> sure(ZipEntry entry) {
        return unicodePath(entry).or(() -> strictly(entry.name(), StandardCharsets.UTF_8));
    }

    /** Info-ZIP's field, which holds for the name whose checksum it has (APPNOTE 4.6.9). */
    private static Optional<String> unicodePath(ZipEntry entry) {
        Optional<ByteBuffer> field = entry.field(UNICODE_PATH).filter(f -> f.remaining() > 5 && f.get(0) == 1);
        if (entry.saysUtf8() || field.isEmpty()) {
            return Optional.empty();
        }
        CRC32 sum = new CRC32();
        sum.update(entry.name());
        if (Integer.toUnsignedLong(field.get().getInt(1)) != sum.getValue()) {
            return Optional.empty();
        }
        byte[] utf8 = new byte[field.get().remaining() - 5];
        field.get().get(5, utf8);
        return strictly(utf8, StandardCharsets.UTF_8);
    }

    private static Charset codePage(List<byte[]> names, Set<String> hints) {
        Set<String> known = new HashSet<>();
        hints.forEach(hint -> known.add(last(PackagePath.normal(hint))));
        Charset best = CODE_PAGES.get(0);
        long most = 0;
        for (Charset candidate : CODE_PAGES) {
            long found = names.stream()
                    .flatMap(n -> strictly(n, candidate).stream())
                    .filter(n -> known.contains(last(PackagePath.normal(n))))
                    .count();
            if (found > most) {
                best = candidate;
                most = found;
            }
        }
        return most > 0 ? best : mostLetters(names);
    }

    private static Charset mostLetters(List<byte[]> names) {
        Charset best = CODE_PAGES.get(0);
        long most = -1;
        for (Charset candidate : CODE_PAGES.subList(0, Math.min(WESTERN, CODE_PAGES.size()))) {
            long letters = names.stream()
                    .flatMap(n -> strictly(n, candidate).stream())
                    .flatMapToInt(String::codePoints)
                    .filter(c -> c > 127 && c < 0x250 && Character.isLetter(c))
                    .mapToLong(c -> COMMON.indexOf(c) >= 0 ? 2 : 1)
                    .sum();
            if (letters > most) {
                best = candidate;
                most = letters;
            }
        }
        return best;
    }

    private static String last(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
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
        }
    }
}

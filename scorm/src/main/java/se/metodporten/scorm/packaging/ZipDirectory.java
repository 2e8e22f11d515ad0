package se.metodporten.scorm.packaging;

import static se.metodporten.scorm.packaging.ZipBytes.unsignedInt;
import static se.metodporten.scorm.packaging.ZipBytes.unsignedShort;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The members of a zip, judged before a byte is unpacked. Its own reader, since the JDK's hides links and lets members
 * lie over each other.
 */
final class ZipDirectory {

    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int LOCAL_SIZE = 30;

    /**
     * @param headerOffset where it begins, with its own header
     * @param dataOffset where its packed bytes begin
     * @param deflated else stored as it is
     */
    record Member(
            String name,
            boolean folder,
            long headerOffset,
            long dataOffset,
            long packed,
            long size,
            long crc,
            boolean deflated) {

        private boolean isSameAs(Member other) {
            return size == other.size && crc == other.crc;
        }
    }

    private final FileChannel zip;
    private final PackageLimits limits;
    private final Findings findings;

    private ZipDirectory(FileChannel zip, PackageLimits limits, Findings findings) {
        this.zip = zip;
        this.limits = limits;
        this.findings = findings;
    }

    /** The members in the order of their place in the file; throws if any of them is one we would not unpack. */
    static List<Member> read(FileChannel zip, PackageLimits limits, Findings findings)
            throws IOException, RefusedException {
        if (zip.size() > limits.zipBytes()) {
            throw RefusedException.zip(Problem.ZIP_TOO_LARGE, limits.zipBytes());
        }
        return new ZipDirectory(zip, limits, findings).members();
    }

    private List<Member> members() throws IOException, RefusedException {
        ZipEnd end = ZipEnd.find(zip, findings);
        List<ZipEntry> entries = entries(end);
        ZipHints hints = new ZipHints(zip, entries, limits, this::dataOffset);
        List<String> names = ZipNames.read(entries, hints::names, findings);
        List<Member> members = new ArrayList<>();
        int files = 0;
        for (int i = 0; i < entries.size(); i++) {
            Member member = member(entries.get(i), names.get(i));
            if (!member.folder() && ++files > limits.files()) {
                throw RefusedException.zip(Problem.TOO_MANY_FILES, limits.files());
            }
            members.add(member);
        }
        members.sort(Comparator.comparingLong(Member::headerOffset));
        requireApart(members, end.directory());
        return withoutRepeats(members);
    }

    private List<ZipEntry> entries(ZipEnd end) throws IOException, RefusedException {
        // a folder has an entry too; a name and its extra fields take a few hundred bytes at most
        long most = 2L * limits.files() * (ZipEntry.FIXED_SIZE + 1024L);
        if (end.entries() > 2L * limits.files() || end.size() > Math.min(most, Integer.MAX_VALUE - 8)) {
            throw RefusedException.zip(Problem.TOO_MANY_FILES, limits.files());
        }
        ByteBuffer directory = ZipBytes.at(zip, end.directory(), (int) end.size());
        List<ZipEntry> entries = new ArrayList<>();
        while (directory.remaining() >= ZipEntry.FIXED_SIZE
                && directory.getInt(directory.position()) == ZipEntry.SIGNATURE) {
            entries.add(ZipEntry.read(directory, end.shift()));
        }
        if (directory.hasRemaining() || entries.size() != end.entries()) {
            throw RefusedException.zip(Problem.ZIP_UNREADABLE, "the list of members is damaged");
        }
        return entries;
    }

    private Member member(ZipEntry entry, String written) throws IOException, RefusedException {
        String name = tidied(written);
        boolean folder = written.endsWith("/") || written.endsWith("\\");
        requireName(name);
        requireOrdinary(entry, name);
        if (entry.size() > limits.fileBytes()) {
            throw RefusedException.zip(Problem.FILE_TOO_LARGE, name, limits.fileBytes());
        }
        if (entry.size() > limits.ratioFreeBytes() && entry.size() / limits.ratio() > entry.packed()) {
            throw RefusedException.zip(Problem.RATIO, name, limits.ratio());
        }
        return new Member(
                name,
                folder,
                entry.offset(),
                dataOffset(entry, name),
                entry.packed(),
                entry.size(),
                entry.crc(),
                entry.method() == ZipEntry.DEFLATED);
    }

    /** With slashes only, and without steps that lead nowhere; a way up or from the top stays as it is, to be refused. */
    private String tidied(String written) {
        String name = PackagePath.normal(written);
        if (name.indexOf('\\') >= 0) {
            findings.tellOfZip(Problem.NAMES_WITH_BACKSLASH);
            name = name.replace('\\', '/');
        }
        if (name.endsWith("/") && !name.equals("/")) {
            name = name.substring(0, name.length() - 1);
        }
        String tidy = name.replaceAll("^(\\./)+", "").replaceAll("(?<!^)/(\\./|/)+", "/");
        if (!tidy.equals(name)) {
            findings.tellOfZip(Problem.NAMES_TIDIED);
        }
        return tidy;
    }

    private void requireName(String name) throws RefusedException {
        if (!PackagePath.isSafe(name)) {
            throw RefusedException.zip(Problem.NAME_UNSAFE, name);
        }
        if (name.getBytes(StandardCharsets.UTF_8).length > limits.nameLength()) {
            throw RefusedException.zip(Problem.NAME_TOO_LONG, name);
        }
        if (PackagePath.depth(name) > limits.depth()) {
            throw RefusedException.zip(Problem.TOO_DEEP, name, limits.depth());
        }
    }

    private static void requireOrdinary(ZipEntry entry, String name) throws RefusedException {
        if (entry.isSpecial()) {
            throw RefusedException.zip(Problem.LINK, name);
        }
        if (entry.isEncrypted()) {
            throw RefusedException.zip(Problem.ZIP_ENCRYPTED, name);
        }
        if (entry.method() != 0 && entry.method() != ZipEntry.DEFLATED) {
            throw RefusedException.zip(Problem.ZIP_UNSUPPORTED, "packing method " + entry.method());
        }
        if (entry.method() == 0 && entry.size() != entry.packed()) {
            throw RefusedException.zip(Problem.ZIP_SIZE_LIE, name);
        }
    }

    /** The header before the data must tell the same, or two readers would see two different packages. */
    private long dataOffset(ZipEntry entry, String name) throws IOException, RefusedException {
        if (entry.offset() > zip.size() - LOCAL_SIZE) {
            throw RefusedException.zip(Problem.ZIP_CORRUPT, name);
        }
        ByteBuffer header = ZipBytes.at(zip, entry.offset(), LOCAL_SIZE);
        int nameLength = unsignedShort(header, 26);
        long data = entry.offset() + LOCAL_SIZE + nameLength + unsignedShort(header, 28);
        boolean whole = header.getInt(0) == LOCAL_SIGNATURE
                && nameLength == entry.name().length
                && unsignedShort(header, 8) == entry.method()
                && (unsignedShort(header, 6) & 1) == (entry.flags() & 1)
                && data <= zip.size()
                && entry.packed() <= zip.size() - data
                && saysTheSameSizes(header, entry);
        if (!whole
                || !ZipBytes.at(zip, entry.offset() + LOCAL_SIZE, nameLength).equals(ByteBuffer.wrap(entry.name()))) {
            throw RefusedException.zip(Problem.ZIP_CORRUPT, name);
        }
        return data;
    }

    /** Or says nothing: they follow the data, or stand in the large form. */
    private static boolean saysTheSameSizes(ByteBuffer header, ZipEntry entry) {
        long crc = unsignedInt(header, 14);
        long packed = unsignedInt(header, 18);
        long size = unsignedInt(header, 22);
        boolean silent = crc == 0 && packed == 0 && size == 0;
        if (silent || entry.sizesFollow()) {
            return true;
        }
        return crc == entry.crc()
                && (packed == entry.packed() || packed == ZipEnd.UNKNOWN_32)
                && (size == entry.size() || size == ZipEnd.UNKNOWN_32);
    }

    private static void requireApart(List<Member> byOffset, long directory) throws RefusedException {
        long end = 0;
        for (Member member : byOffset) {
            long memberEnd = member.dataOffset() + member.packed();
            if (member.headerOffset() < end || memberEnd > directory) {
                throw RefusedException.zip(Problem.ZIP_OVERLAP, member.name());
            }
            end = memberEnd;
        }
    }

    /** The same file twice is taken once; two files under one name, in whatever case, are refused. */
    private List<Member> withoutRepeats(List<Member> members) throws RefusedException {
        Map<String, Member> files = new HashMap<>();
        List<Member> kept = new ArrayList<>();
        for (Member member : members) {
            Member other = member.folder() ? null : files.putIfAbsent(FileIndex.fold(member.name()), member);
            if (other == null) {
                kept.add(member);
            } else if (other.isSameAs(member)) {
                findings.tellOfZip(Problem.ZIP_SAME_TWICE, member.name());
            } else if (other.name().equals(member.name())) {
                throw RefusedException.zip(Problem.ZIP_DUPLICATE, member.name());
            } else {
                throw RefusedException.zip(Problem.ZIP_DUPLICATE_CASE, other.name(), member.name());
            }
        }
        requireFilesAreNoFolders(members, files.keySet());
        return kept;
    }

    private static void requireFilesAreNoFolders(List<Member> members, Set<String> files) throws RefusedException {
        Set<String> checked = new HashSet<>();
        for (Member member : members) {
            String name = FileIndex.fold(member.name()) + (member.folder() ? "/" : "");
            for (int slash = name.indexOf('/'); slash > 0; slash = name.indexOf('/', slash + 1)) {
                String folder = name.substring(0, slash);
                if (checked.add(folder) && files.contains(folder)) {
                    throw RefusedException.zip(Problem.ZIP_DUPLICATE, folder);
                }
            }
        }
    }
}

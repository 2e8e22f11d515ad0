package se.metodporten.scorm.packaging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The list of members at the end of a zip (PKWARE's APPNOTE 4.3.12), judged before a byte is unpacked. Its own reader,
 * since the JDK's hides links and lets members lie over each other.
 */
final class ZipDirectory {

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int MEMBER_SIGNATURE = 0x02014b50;
    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int END_SIZE = 22;
    private static final int MEMBER_SIZE = 46;
    private static final int LOCAL_SIZE = 30;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final long UNKNOWN_32 = 0xFFFFFFFFL;
    private static final int UNIX = 3;
    private static final int ENCRYPTED = 1;
    private static final int NAME_IS_UTF8 = 1 << 11;

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
            boolean deflated) {}

    private record Raw(
            byte[] nameBytes,
            int madeBy,
            int flags,
            int method,
            long crc,
            long packed,
            long size,
            long attributes,
            long offset) {}

    private ZipDirectory() {}

    /** The members in the order of their place in the file; throws if any of them is one we would not unpack. */
    static List<Member> read(FileChannel zip, PackageLimits limits) throws IOException, RefusedException {
        if (zip.size() > limits.zipBytes()) {
            throw RefusedException.zip(Problem.ZIP_TOO_LARGE, limits.zipBytes());
        }
        ByteBuffer directory = directory(zip, limits);
        List<Member> members = new ArrayList<>();
        int files = 0;
        Set<String> names = new HashSet<>();
        while (directory.remaining() >= MEMBER_SIZE && directory.getInt(directory.position()) == MEMBER_SIGNATURE) {
            Member member = member(zip, raw(directory), limits);
            if (!member.folder() && ++files > limits.files()) {
                throw RefusedException.zip(Problem.TOO_MANY_FILES, limits.files());
            }
            if (!names.add(member.name())) {
                throw RefusedException.zip(Problem.ZIP_DUPLICATE, member.name());
            }
            members.add(member);
        }
        if (directory.hasRemaining()) {
            throw RefusedException.zip(Problem.ZIP_UNREADABLE, "the list of members is damaged");
        }
        requireFilesAreNoFolders(members);
        members.sort(Comparator.comparingLong(Member::dataOffset));
        requireApart(members);
        return members;
    }

    private static ByteBuffer directory(FileChannel zip, PackageLimits limits) throws IOException, RefusedException {
        int tailSize = (int) Math.min(zip.size(), END_SIZE + LONGEST_COMMENT);
        ByteBuffer tail = read(zip, zip.size() - tailSize, tailSize);
        for (int at = tailSize - END_SIZE; at >= 0; at--) {
            boolean found = tail.getInt(at) == END_SIGNATURE
                    && Short.toUnsignedInt(tail.getShort(at + 20)) == tailSize - at - END_SIZE;
            if (found) {
                return directory(zip, tail, at, zip.size() - tailSize + at, limits);
            }
        }
        throw RefusedException.zip(Problem.ZIP_UNREADABLE, "the end of the zip is missing");
    }

    private static ByteBuffer directory(FileChannel zip, ByteBuffer tail, int at, long end, PackageLimits limits)
            throws IOException, RefusedException {
        int disk = Short.toUnsignedInt(tail.getShort(at + 4));
        int entries = Short.toUnsignedInt(tail.getShort(at + 10));
        long size = Integer.toUnsignedLong(tail.getInt(at + 12));
        long offset = Integer.toUnsignedLong(tail.getInt(at + 16));
        if (entries == 0xFFFF || size == UNKNOWN_32 || offset == UNKNOWN_32) {
            throw RefusedException.zip(Problem.ZIP_UNSUPPORTED, "zip64");
        }
        if (disk != 0) {
            throw RefusedException.zip(Problem.ZIP_UNSUPPORTED, "several volumes");
        }
        if (offset + size > end) {
            throw RefusedException.zip(Problem.ZIP_UNREADABLE, "the list of members lies outside the file");
        }
        // a folder has an entry too; a name and its extra fields take a few hundred bytes at most
        long most = 2L * limits.files() * (MEMBER_SIZE + 1024L);
        if (entries > 2L * limits.files() || size > Math.min(most, Integer.MAX_VALUE - 8)) {
            throw RefusedException.zip(Problem.TOO_MANY_FILES, limits.files());
        }
        return read(zip, offset, (int) size);
    }

    private static Raw raw(ByteBuffer in) throws RefusedException {
        int at = in.position();
        int nameLength = Short.toUnsignedInt(in.getShort(at + 28));
        int rest = Short.toUnsignedInt(in.getShort(at + 30)) + Short.toUnsignedInt(in.getShort(at + 32));
        if (in.remaining() < MEMBER_SIZE + nameLength + rest) {
            throw RefusedException.zip(Problem.ZIP_UNREADABLE, "the list of members is cut off");
        }
        byte[] name = new byte[nameLength];
        in.get(at + MEMBER_SIZE, name);
        Raw raw = new Raw(
                name,
                Short.toUnsignedInt(in.getShort(at + 4)),
                Short.toUnsignedInt(in.getShort(at + 8)),
                Short.toUnsignedInt(in.getShort(at + 10)),
                Integer.toUnsignedLong(in.getInt(at + 16)),
                Integer.toUnsignedLong(in.getInt(at + 20)),
                Integer.toUnsignedLong(in.getInt(at + 24)),
                Integer.toUnsignedLong(in.getInt(at + 38)),
                Integer.toUnsignedLong(in.getInt(at + 42)));
        in.position(at + MEMBER_SIZE + nameLength + rest);
        return raw;
    }

    private static Member member(FileChannel zip, Raw raw, PackageLimits limits) throws IOException, RefusedException {
        String written = text(raw);
        boolean folder = written.endsWith("/");
        String name = PackagePath.normal(folder ? written.substring(0, written.length() - 1) : written);
        requireName(name, limits);
        requireOrdinary(raw, name);
        if (raw.size() > limits.fileBytes()) {
            throw RefusedException.zip(Problem.FILE_TOO_LARGE, name, limits.fileBytes());
        }
        if (raw.size() > limits.ratioFreeBytes() && raw.size() / limits.ratio() > raw.packed()) {
            throw RefusedException.zip(Problem.RATIO, name, limits.ratio());
        }
        long dataOffset = dataOffset(zip, raw, name);
        return new Member(
                name, folder, raw.offset(), dataOffset, raw.packed(), raw.size(), raw.crc(), raw.method() == 8);
    }

    private static void requireName(String name, PackageLimits limits) throws RefusedException {
        if (!PackagePath.isSafe(name)) {
            throw RefusedException.zip(Problem.NAME_UNSAFE, name);
        }
        String onDisk = PackagePath.onDisk(name);
        boolean partTooLong = onDisk.length() > limits.nameLength() / 2
                && Arrays.stream(onDisk.split("/", -1)).anyMatch(p -> p.length() > limits.nameLength() / 2);
        if (onDisk.length() > limits.nameLength() || partTooLong) {
            throw RefusedException.zip(Problem.NAME_TOO_LONG, name);
        }
        if (PackagePath.depth(name) > limits.depth()) {
            throw RefusedException.zip(Problem.TOO_DEEP, name, limits.depth());
        }
    }

    private static void requireOrdinary(Raw raw, String name) throws RefusedException {
        int type = (int) (raw.attributes() >>> 28);
        boolean special = raw.madeBy() >>> 8 == UNIX && type != 0 && type != 8 && type != 4;
        if (special) {
            throw RefusedException.zip(Problem.LINK, name);
        }
        if ((raw.flags() & ENCRYPTED) != 0) {
            throw RefusedException.zip(Problem.ZIP_ENCRYPTED, name);
        }
        if (raw.method() != 0 && raw.method() != 8) {
            throw RefusedException.zip(Problem.ZIP_UNSUPPORTED, "packing method " + raw.method());
        }
        if (raw.size() == UNKNOWN_32 || raw.packed() == UNKNOWN_32 || raw.offset() == UNKNOWN_32) {
            throw RefusedException.zip(Problem.ZIP_UNSUPPORTED, "zip64");
        }
        if (raw.method() == 0 && raw.size() != raw.packed()) {
            throw RefusedException.zip(Problem.ZIP_SIZE_LIE, name);
        }
    }

    /** The header before the data must tell the same name, or two readers would see two different packages. */
    private static long dataOffset(FileChannel zip, Raw raw, String name) throws IOException, RefusedException {
        if (raw.offset() + LOCAL_SIZE > zip.size()) {
            throw RefusedException.zip(Problem.ZIP_CORRUPT, name);
        }
        ByteBuffer header = read(zip, raw.offset(), LOCAL_SIZE);
        int nameLength = Short.toUnsignedInt(header.getShort(26));
        long data = raw.offset() + LOCAL_SIZE + nameLength + Short.toUnsignedInt(header.getShort(28));
        boolean whole = header.getInt(0) == LOCAL_SIGNATURE
                && nameLength == raw.nameBytes().length
                && data + raw.packed() <= zip.size();
        if (!whole || !read(zip, raw.offset() + LOCAL_SIZE, nameLength).equals(ByteBuffer.wrap(raw.nameBytes()))) {
            throw RefusedException.zip(Problem.ZIP_CORRUPT, name);
        }
        return data;
    }

    private static void requireApart(List<Member> byOffset) throws RefusedException {
        long end = 0;
        for (Member member : byOffset) {
            if (member.headerOffset() < end) {
                throw RefusedException.zip(Problem.ZIP_OVERLAP, member.name());
            }
            end = member.dataOffset() + member.packed();
        }
    }

    private static void requireFilesAreNoFolders(List<Member> members) throws RefusedException {
        Set<String> files = new HashSet<>();
        members.stream().filter(m -> !m.folder()).forEach(m -> files.add(m.name()));
        for (Member member : members) {
            for (int slash = member.name().indexOf('/');
                    slash > 0;
                    slash = member.name().indexOf('/', slash + 1)) {
                if (files.contains(member.name().substring(0, slash))) {
                    throw RefusedException.zip(
                            Problem.ZIP_DUPLICATE, member.name().substring(0, slash));
                }
            }
        }
    }

    /** Old zip programs wrote names in the code page of MS-DOS without saying so. */
    private static String text(Raw raw) throws RefusedException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw.nameBytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            if ((raw.flags() & NAME_IS_UTF8) != 0) {
                throw RefusedException.zip(
                        Problem.NAME_UNSAFE, new String(raw.nameBytes(), StandardCharsets.ISO_8859_1));
            }
            Charset dos = Charset.isSupported("IBM437") ? Charset.forName("IBM437") : StandardCharsets.ISO_8859_1;
            return new String(raw.nameBytes(), dos);
        }
    }

    private static ByteBuffer read(FileChannel zip, long position, int length) throws IOException, RefusedException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            int n = zip.read(buffer, position + buffer.position());
            if (n < 0) {
                throw RefusedException.zip(Problem.ZIP_UNREADABLE, "the file is cut off");
            }
        }
        return buffer.flip();
    }
}

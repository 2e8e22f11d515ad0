package se.metodporten.scorm.packaging;

import static se.metodporten.scorm.packaging.ZipBytes.unsignedInt;
import static se.metodporten.scorm.packaging.ZipBytes.unsignedShort;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * The end of a zip (PKWARE's APPNOTE 4.3.14–4.3.16): where its list of members is.
 *
 * @param shift bytes before the zip proper, by which all its offsets are short
 */
record ZipEnd(long directory, long size, long entries, long shift) {

    private static final int SIGNATURE = 0x06054b50;
    private static final int SIGNATURE_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int MEMBER = 0x02014b50;
    private static final int SIZE = 22;
    private static final int SIZE_64 = 56;
    private static final int LOCATOR_SIZE = 20;
    private static final int LONGEST_COMMENT = 0xFFFF;
    static final long UNKNOWN_16 = 0xFFFFL;
    static final long UNKNOWN_32 = 0xFFFFFFFFL;

    static ZipEnd find(FileChannel zip, Findings findings) throws IOException, RefusedException {
        int tailSize = (int) Math.min(zip.size(), SIZE + LONGEST_COMMENT);
        ByteBuffer tail = ZipBytes.at(zip, zip.size() - tailSize, tailSize);
        int loose = -1;
        for (int at = tailSize - SIZE; at >= 0; at--) {
            if (tail.getInt(at) == SIGNATURE) {
                int end = at + SIZE + unsignedShort(tail, at + 20);
                if (end == tailSize) {
                    return read(zip, tail, at, zip.size() - tailSize + at, findings);
                }
                loose = loose < 0 && end < tailSize ? at : loose;
            }
        }
        if (loose < 0) {
            throw RefusedException.zip(Problem.ZIP_UNREADABLE, "the end of the zip is missing");
        }
        findings.tellOfZip(Problem.ZIP_BYTES_AROUND);
        return read(zip, tail, loose, zip.size() - tailSize + loose, findings);
    }

    private static ZipEnd read(FileChannel zip, ByteBuffer tail, int at, long position, Findings findings)
            throws IOException, RefusedException {
        int disk = unsignedShort(tail, at + 4);
        long entries = unsignedShort(tail, at + 10);
        long size = unsignedInt(tail, at + 12);
        long offset = unsignedInt(tail, at + 16);
        long end = position;
        if (entries == UNKNOWN_16 || size == UNKNOWN_32 || offset == UNKNOWN_32) {
            long large = endOf64(zip, position);
            if (large >= 0) {
                ByteBuffer end64 = ZipBytes.at(zip, large, SIZE_64);
                entries = end64.getLong(32);
                size = end64.getLong(40);
                offset = end64.getLong(48);
                end = large;
            }
        }
        if (disk != 0 && disk != UNKNOWN_16) {
            throw RefusedException.zip(Problem.ZIP_UNSUPPORTED, "several volumes");
        }
        if (entries < 0 || size < 0 || offset < 0 || size > end || offset > end - size) {
            throw RefusedException.zip(Problem.ZIP_UNREADABLE, "the list of members lies outside the file");
        }
        return shifted(zip, new ZipEnd(offset, size, entries, 0), end, findings);
    }

    /** Bytes before the zip move all of it; its offsets do not know. */
    private static ZipEnd shifted(FileChannel zip, ZipEnd said, long end, Findings findings)
            throws IOException, RefusedException {
        long shift = end - said.size - said.directory;
        if (said.size < Integer.BYTES || shift == 0 || isMember(zip, said.directory)) {
            return said;
        }
        if (!isMember(zip, said.directory + shift)) {
            throw RefusedException.zip(Problem.ZIP_UNREADABLE, "the list of members is not where it should be");
        }
        findings.tellOfZip(Problem.ZIP_BYTES_AROUND);
        return new ZipEnd(said.directory + shift, said.size, said.entries, shift);
    }

    private static boolean isMember(FileChannel zip, long position) throws IOException, RefusedException {
        return ZipBytes.at(zip, position, Integer.BYTES).getInt(0) == MEMBER;
    }

    /** Where the large form is; -1 when there is none. */
    private static long endOf64(FileChannel zip, long position) throws IOException, RefusedException {
        if (position < LOCATOR_SIZE) {
            return -1;
        }
        ByteBuffer locator = ZipBytes.at(zip, position - LOCATOR_SIZE, LOCATOR_SIZE);
        if (locator.getInt(0) != LOCATOR_64) {
            return -1;
        }
        long said = locator.getLong(8);
        // beside its locator, when bytes before the zip have moved it
        for (long at : new long[] {said, position - LOCATOR_SIZE - SIZE_64}) {
            if (at >= 0
                    && at <= position - SIZE_64
                    && ZipBytes.at(zip, at, SIZE_64).getInt(0) == SIGNATURE_64) {
                return at;
            }
        }
        throw RefusedException.zip(Problem.ZIP_UNREADABLE, "the end of the large zip is missing");
    }
}

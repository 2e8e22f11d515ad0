package se.metodporten.scorm.packaging;

import static se.metodporten.scorm.packaging.ZipBytes.unsignedInt;
import static se.metodporten.scorm.packaging.ZipBytes.unsignedShort;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * A row of the list of members as it stands there (PKWARE's APPNOTE 4.3.12), its sizes in the large form too.
 *
 * @param extra the fields after the name
 */
record ZipEntry(
        byte[] name,
        byte[] extra,
        int madeBy,
        int flags,
        int method,
        long crc,
        long packed,
        long size,
        long attributes,
        long offset) {

    static final int SIGNATURE = 0x02014b50;
    static final int FIXED_SIZE = 46;
    static final int DEFLATED = 8;
    private static final int ENCRYPTED = 1;
    private static final int SIZES_FOLLOW = 1 << 3;
    private static final int NAME_IS_UTF8 = 1 << 11;
    private static final int UNIX = 3;
    private static final int MAC = 19;
    private static final int LINK = 0xA;
    private static final int FILE = 8;
    private static final int FOLDER = 4;
    private static final int LARGE = 0x0001;

    /** Takes the next row. */
    static ZipEntry read(ByteBuffer in, long shift) throws RefusedException {
        int at = in.position();
        int nameLength = unsignedShort(in, at + 28);
        int extraLength = unsignedShort(in, at + 30);
        int rest = extraLength + unsignedShort(in, at + 32);
        if (in.remaining() < FIXED_SIZE + nameLength + rest) {
            throw RefusedException.zip(Problem.ZIP_UNREADABLE, "the list of members is cut off");
        }
        byte[] name = new byte[nameLength];
        in.get(at + FIXED_SIZE, name);
        byte[] extra = new byte[extraLength];
        in.get(at + FIXED_SIZE + nameLength, extra);
        ZipEntry entry = new ZipEntry(
                name,
                extra,
                unsignedShort(in, at + 4),
                unsignedShort(in, at + 8),
                unsignedShort(in, at + 10),
                unsignedInt(in, at + 16),
                unsignedInt(in, at + 20),
                unsignedInt(in, at + 24),
                unsignedInt(in, at + 38),
                unsignedInt(in, at + 42));
        in.position(at + FIXED_SIZE + nameLength + rest);
        return entry.large(shift);
    }

    /** With the sizes of the large form, where the small one has no room. */
    private ZipEntry large(long shift) throws RefusedException {
        Optional<ByteBuffer> field = field(LARGE);
        long realSize = size;
        long realPacked = packed;
        long realOffset = offset;
        if (field.isPresent()) {
            ByteBuffer in = field.get();
            realSize = size == ZipEnd.UNKNOWN_32 ? next(in) : size;
            realPacked = packed == ZipEnd.UNKNOWN_32 ? next(in) : packed;
            realOffset = offset == ZipEnd.UNKNOWN_32 ? next(in) : offset;
        }
        return new ZipEntry(
                name, extra, madeBy, flags, method, crc, realPacked, realSize, attributes, realOffset + shift);
    }

    private static long next(ByteBuffer in) throws RefusedException {
        if (in.remaining() < Long.BYTES) {
            throw RefusedException.zip(Problem.ZIP_UNREADABLE, "a size is missing");
        }
        long value = in.getLong();
        if (value < 0) {
            throw RefusedException.zip(Problem.ZIP_UNREADABLE, "a size is negative");
        }
        return value;
    }

    /** An extra field by its number; empty when it is not there or damaged. */
    Optional<ByteBuffer> field(int number) {
        ByteBuffer in = ByteBuffer.wrap(extra).order(ByteOrder.LITTLE_ENDIAN);
        while (in.remaining() >= 4) {
            int id = Short.toUnsignedInt(in.getShort());
            int length = Short.toUnsignedInt(in.getShort());
            if (length > in.remaining()) {
                return Optional.empty();
            }
            if (id == number) {
                return Optional.of(in.slice().limit(length).slice().order(ByteOrder.LITTLE_ENDIAN));
            }
            in.position(in.position() + length);
        }
        return Optional.empty();
    }

    boolean isEncrypted() {
        return (flags & ENCRYPTED) != 0;
    }

    /** Whether the header before the data does not know the sizes. */
    boolean sizesFollow() {
        return (flags & SIZES_FOLLOW) != 0;
    }

    boolean saysUtf8() {
        return (flags & NAME_IS_UTF8) != 0;
    }

    /** A link, a device, a pipe: anything of Unix that is neither file nor folder; a link whoever says so. */
    boolean isSpecial() {
        int type = (int) (attributes >>> 28);
        int system = madeBy >>> 8;
        boolean isUnix = system == UNIX || system == MAC;
        return type == LINK || (isUnix && type != 0 && type != FILE && type != FOLDER);
    }
}

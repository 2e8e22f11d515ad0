package se.metodporten.scorm.packaging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** Reads from a zip at a place; little-endian, as zips are. */
final class ZipBytes {

    private ZipBytes() {}

    static ByteBuffer at(FileChannel zip, long position, int length) throws IOException, RefusedException {
        if (position < 0 || length < 0 || position + length > zip.size()) {
            throw RefusedException.zip(Problem.ZIP_UNREADABLE, "the file is cut off");
        }
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (zip.read(buffer, position + buffer.position()) < 0) {
                throw RefusedException.zip(Problem.ZIP_UNREADABLE, "the file is cut off");
            }
        }
        return buffer.flip();
    }

    static int unsignedShort(ByteBuffer in, int at) {
        return Short.toUnsignedInt(in.getShort(at));
    }

    static long unsignedInt(ByteBuffer in, int at) {
        return Integer.toUnsignedLong(in.getInt(at));
    }
}

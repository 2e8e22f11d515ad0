package se.metodporten.scorm.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A part of the file as a stream. */
final class ZipSlice extends InputStream {

    private final FileChannel channel;
    private long position;
    private long left;

    ZipSlice(FileChannel channel, long position, long length) {
        this.channel = channel;
        this.position = position;
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int n = channel.read(ByteBuffer.wrap(buffer, from, (int) Math.min(length, left)), position);
        if (n > 0) {
            position += n;
            left -= n;
        }
        return n;
    }
}

package se.metodporten.scorm.packaging;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes zips byte by byte, so that they can be wrong in every way. */
final class ZipForge {

    /** One member; fields that a test wants wrong are set after {@code of}. */
    static final class Entry {
        byte[] name;
        byte[] localName;
        byte[] data;
        int method;
        int flags = 1 << 11;
        int madeBy = 3 << 8;
        long attributes;
        long crc;
        long packedSize;
        long size;
        long offset = -1;

        private Entry(String name, byte[] content, boolean deflate) {
            this.name = name.getBytes(StandardCharsets.UTF_8);
            this.localName = this.name;
            this.method = deflate ? 8 : 0;
            this.data = deflate ? deflated(content) : content;
            CRC32 sum = new CRC32();
            sum.update(content);
            this.crc = sum.getValue();
            this.packedSize = data.length;
            this.size = content.length;
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    Entry add(String name, byte[] content) {
        Entry entry = new Entry(name, content, true);
        entries.add(entry);
        return entry;
    }

    Entry add(String name, String content) {
        return add(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Entry store(String name, byte[] content) {
        Entry entry = new Entry(name, content, false);
        entries.add(entry);
        return entry;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Entry e : entries) {
            if (e.offset < 0) {
                e.offset = out.size();
            }
            ByteBuffer local = little(30);
            local.putInt(0x04034b50)
                    .putShort((short) 20)
                    .putShort((short) e.flags)
                    .putShort((short) e.method);
            local.putInt(0).putInt((int) e.crc).putInt((int) e.packedSize).putInt((int) e.size);
            local.putShort((short) e.localName.length).putShort((short) 0);
            out.writeBytes(local.array());
            out.writeBytes(e.localName);
            out.writeBytes(e.data);
        }
        int directory = out.size();
        for (Entry e : entries) {
            ByteBuffer member = little(46);
            member.putInt(0x02014b50)
                    .putShort((short) e.madeBy)
                    .putShort((short) 20)
                    .putShort((short) e.flags);
            member.putShort((short) e.method).putInt(0).putInt((int) e.crc).putInt((int) e.packedSize);
            member.putInt((int) e.size)
                    .putShort((short) e.name.length)
                    .putShort((short) 0)
                    .putShort((short) 0);
            member.putShort((short) 0)
                    .putShort((short) 0)
                    .putInt((int) e.attributes)
                    .putInt((int) e.offset);
            out.writeBytes(member.array());
            out.writeBytes(e.name);
        }
        int size = out.size() - directory;
        ByteBuffer end = little(22);
        end.putInt(0x06054b50).putInt(0).putShort((short) entries.size()).putShort((short) entries.size());
        end.putInt(size).putInt(directory).putShort((short) 0);
        out.writeBytes(end.array());
        return out.toByteArray();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }
}

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
        byte[] extra = new byte[0];
        /** The header before the data says nothing of sizes. */
        boolean isSilent;
        /** Its sizes stand in the field of the large form. */
        boolean isLarge;
        /** What the header before the data says instead; -1 for the same. */
        int localMethod = -1;

        long localSize = -1;

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
    /** The end stands in the large form. */
    boolean isLarge;
    /** What the end says of the number of members; -1 for the truth. */
    int count = -1;

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
            int method = e.localMethod < 0 ? e.method : e.localMethod;
            long size = e.localSize < 0 ? e.size : e.localSize;
            local.putInt(0x04034b50)
                    .putShort((short) 20)
                    .putShort((short) e.flags)
                    .putShort((short) method);
            local.putInt(0)
                    .putInt(e.isSilent ? 0 : (int) e.crc)
                    .putInt(e.isSilent ? 0 : small(e, e.packedSize))
                    .putInt(e.isSilent ? 0 : small(e, size));
            byte[] extra = e.isLarge ? large(e, false) : new byte[0];
            local.putShort((short) e.localName.length).putShort((short) extra.length);
            out.writeBytes(local.array());
            out.writeBytes(e.localName);
            out.writeBytes(extra);
            out.writeBytes(e.data);
        }
        int directory = out.size();
        for (Entry e : entries) {
            ByteBuffer member = little(46);
            byte[] extra = e.isLarge ? large(e, true) : e.extra;
            member.putInt(0x02014b50)
                    .putShort((short) e.madeBy)
                    .putShort((short) 20)
                    .putShort((short) e.flags);
            member.putShort((short) e.method).putInt(0).putInt((int) e.crc).putInt(small(e, e.packedSize));
            member.putInt(small(e, e.size))
                    .putShort((short) e.name.length)
                    .putShort((short) extra.length)
                    .putShort((short) 0);
            member.putShort((short) 0)
                    .putShort((short) 0)
                    .putInt((int) e.attributes)
                    .putInt(small(e, e.offset));
            out.writeBytes(member.array());
            out.writeBytes(e.name);
            out.writeBytes(extra);
        }
        int size = out.size() - directory;
        int number = count < 0 ? entries.size() : count;
        if (isLarge) {
            long at = out.size();
            ByteBuffer end64 = little(56 + 20);
            end64.putInt(0x06064b50).putLong(44).putInt(45).putLong(0);
            end64.putLong(number).putLong(number).putLong(size).putLong(directory);
            end64.putInt(0x07064b50).putInt(0).putLong(at).putInt(1);
            out.writeBytes(end64.array());
        }
        ByteBuffer end = little(22);
        end.putInt(0x06054b50).putInt(0);
        end.putShort((short) (isLarge ? -1 : number)).putShort((short) (isLarge ? -1 : number));
        end.putInt(isLarge ? -1 : size).putInt(isLarge ? -1 : directory).putShort((short) 0);
        out.writeBytes(end.array());
        return out.toByteArray();
    }

    private static int small(Entry e, long size) {
        return e.isLarge ? -1 : (int) size;
    }

    private static byte[] large(Entry e, boolean withOffset) {
        ByteBuffer field = little(withOffset ? 28 : 20);
        field.putShort((short) 1)
                .putShort((short) (field.capacity() - 4))
                .putLong(e.size)
                .putLong(e.packedSize);
        if (withOffset) {
            field.putLong(e.offset);
        }
        return field.array();
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

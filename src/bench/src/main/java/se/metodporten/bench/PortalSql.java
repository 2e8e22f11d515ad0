package se.metodporten.bench;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement of the portal, as JDBC takes it: read in the portal's own class, so that a baseline never sends another one
 * than the portal does.
 *
 * @param names of the parameters, in order
 */
record PortalSql(String text, List<String> names) {

    private static final Pattern PARAMETER = Pattern.compile(":([a-zA-Z]+)");
    private static final int UTF8 = 1;

    /** @param begins how the statement begins */
    static PortalSql of(String className, String begins) throws IOException {
        return named(texts(className).stream()
                .filter(text -> text.startsWith(begins))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(className + " has no statement " + begins)));
    }

    private static PortalSql named(String sql) {
        List<String> names = new ArrayList<>();
        Matcher parameters = PARAMETER.matcher(sql);
        while (parameters.find()) {
            names.add(parameters.group(1));
        }
        return new PortalSql(parameters.replaceAll("?"), names);
    }

    /** All texts in the constant pool (JVMS 4.4). */
    private static List<String> texts(String className) throws IOException {
        String file = "/" + className.replace('.', '/') + ".class";
        InputStream resource = PortalSql.class.getResourceAsStream(file);
        if (resource == null) {
            throw new IllegalStateException(file + " is not in this build");
        }
        List<String> texts = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(resource))) {
            in.readLong();
            int count = in.readUnsignedShort();
            for (int i = 1; i < count; i++) {
                int tag = in.readUnsignedByte();
                switch (tag) {
                    case UTF8 -> texts.add(in.readUTF());
                    case 3, 4, 9, 10, 11, 12, 17, 18 -> in.readInt();
                    case 5, 6 -> {
                        in.readLong();
                        i++;
                    }
                    case 7, 8, 16, 19, 20 -> in.readUnsignedShort();
                    case 15 -> in.skipNBytes(3);
                    default -> throw new IllegalStateException("tag " + tag + " in " + file);
                }
            }
        }
        return texts;
    }
}

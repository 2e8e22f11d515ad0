package se.metodporten.fact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Guard;
import se.metodporten.common.Database;
import se.metodporten.common.DomainException;

/**
 * The papers behind facts, in the database in chunks. Not an entry point: whoever calls has asked the guard. A file that no
 * fact came to rest on is removed a day later.
 */
@ApplicationScoped
public class Documents {

    /** Larger than a scan of some pages, smaller than a film. */
    public static final int LARGEST = 10 << 20;

    private static final int CHUNK = 1 << 20;
    private static final int LONGEST_NAME = 200;

    @Inject
    private Database database;

    @Inject
    private Guard guard;

    @Inject
    private Clock clock;

    /** What may be stored, told by how it begins and not by what it is called. */
    private enum Type {
        PDF("application/pdf", "255044462d"),
        PNG("image/png", "89504e470d0a1a0a"),
        JPEG("image/jpeg", "ffd8ff");

        private final String mediaType;
        private final byte[] begins;

        Type(String mediaType, String begins) {
            this.mediaType = mediaType;
            this.begins = HexFormat.of().parseHex(begins);
        }

        static Optional<Type> of(byte[] content) {
            for (Type type : values()) {
                if (content.length > type.begins.length
                        && Arrays.equals(content, 0, type.begins.length, type.begins, 0, type.begins.length)) {
                    return Optional.of(type);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * @param name as the user's machine calls it
     * @return the document's id
     * @throws DomainException at the field {@code file}, for one that is too large or of no kind we keep
     */
    public long store(String name, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw DomainException.at("file", "fact.refused.fileSize", LARGEST >> 20);
        }
        Type type = Type.of(bytes).orElseThrow(() -> DomainException.at("file", "fact.refused.fileType"));
        return database.query(handle -> {
            long id = handle.createUpdate("""
                            insert into document (name, media_type, size, sha256, created_at, created_by)
                            values (:name, :type, :size, :sha256, :now, :actor)""")
                    .bind("name", named(name))
                    .bind("type", type.mediaType)
                    .bind("size", bytes.length)
                    .bind("sha256", HexFormat.of().formatHex(sha256().digest(bytes)))
                    .bind("now", clock.instant())
                    .bind("actor", guard.reader().actor())
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(long.class)
                    .one();
            for (int at = 0; at < bytes.length; at += CHUNK) {
                handle.createUpdate(
                                "insert into document_chunk (document_id, position, bytes) values (:id, :position, :bytes)")
                        .bind("id", id)
                        .bind("position", at / CHUNK)
                        .bind("bytes", Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + CHUNK)))
                        .execute();
            }
            return id;
        });
    }

    /** The fact rests on this. @param documentId one that the reader has just stored */
    public void support(long factId, @Nullable String decidedBy, @Nullable Long documentId) {
        database.execute(handle -> {
            if (documentId != null && !free(handle, documentId)) {
                throw DomainException.at("file", "fact.refused.fileGone");
            }
            handle.createUpdate(
                            "insert into fact_basis (fact_id, decided_by, document_id) values (:fact, :by, :document)")
                    .bind("fact", factId)
                    .bind("by", decidedBy)
                    .bind("document", documentId)
                    .execute();
        });
    }

    private boolean free(Handle handle, long documentId) {
        return handle.createQuery("""
                                select count(*) from document d where d.id = :id and d.created_by = :actor
                                  and not exists (select 1 from fact_basis b where b.document_id = d.id)""")
                        .bind("id", documentId)
                        .bind("actor", guard.reader().actor())
                        .mapTo(int.class)
                        .one()
                > 0;
    }

    /** What some facts rest on, by their ids. */
    public Map<Long, Basis> of(Collection<Long> facts) {
        Map<Long, Basis> bases = new HashMap<>();
        if (!facts.isEmpty()) {
            database.execute(handle -> handle.createQuery("""
                            select b.fact_id, b.decided_by, b.document_id, d.name from fact_basis b
                            left join document d on d.id = b.document_id where b.fact_id in (<facts>)""")
                    .bindList("facts", List.copyOf(facts))
                    .map((row, context) -> Map.entry(
                            row.getLong("fact_id"),
                            new Basis(
                                    row.getString("decided_by"),
                                    row.getObject("document_id", Long.class),
                                    row.getString("name"))))
                    .forEach(one -> bases.put(one.getKey(), one.getValue())));
        }
        return bases;
    }

    /** The file behind a fact. */
    public Optional<DocumentFile> behind(long factId) {
        return database.query(handle -> handle.createQuery("""
                        select d.id, d.name, d.media_type, d.size from fact_basis b join document d on d.id = b.document_id
                        where b.fact_id = :fact""")
                .bind("fact", factId)
                .map(ConstructorMapper.of(DocumentFile.class))
                .findOne());
    }

    /** One chunk at a time, so that no file is held in memory. */
    public void copyTo(DocumentFile file, OutputStream out) throws IOException {
        int chunks = (int) ((file.size() + CHUNK - 1) / CHUNK);
        for (int i = 0; i < chunks; i++) {
            int position = i;
            out.write(database.query(handle -> handle.createQuery(
                            "select bytes from document_chunk where document_id = :id and position = :position")
                    .bind("id", file.id())
                    .bind("position", position)
                    .mapTo(byte[].class)
                    .one()));
        }
    }

    /** Removes files that no fact came to rest on, a day after they were stored. */
    int sweep() {
        return database.query(handle -> {
            String orphans = "select d.id from document d where d.created_at < :before"
                    + " and not exists (select 1 from fact_basis b where b.document_id = d.id)";
            var before = clock.instant().minus(Duration.ofDays(1));
            handle.createUpdate("delete from document_chunk where document_id in (" + orphans + ")")
                    .bind("before", before)
                    .execute();
            return handle.createUpdate("delete d from document d where d.created_at < :before"
                            + " and not exists (select 1 from fact_basis b where b.document_id = d.id)")
                    .bind("before", before)
                    .execute();
        });
    }

    private static String named(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .strip();
        String plain = last.replaceAll("\\p{Cntrl}", "");
        return plain.isEmpty() ? "fil" : plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}

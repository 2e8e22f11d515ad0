package se.metodporten.role;

import jakarta.inject.Inject;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Service;
import se.metodporten.audit.Audit;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.common.DomainException;
import se.metodporten.common.PlainText;

/** Begins roles that the county did not have. Nobody sees one before it is decided what it requires. */
@Service
public class NewRoles {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_PURPOSE = 1000;
    private static final int LONGEST_CODE = 40;

    @Inject
    private Guard guard;

    @Inject
    private Database database;

    @Inject
    private RoleBook book;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** A role that is decided, and the first day of its first requirements. */
    public record Coming(Role role, LocalDate from) {}

    /** What is told of a role before anything else. */
    public record Begun(String nameSv, String nameEn, String purposeSv, String purposeEn, Role.HeldAt heldAt) {}

    /** Those that are begun, of which nothing is decided yet. */
    public List<Role> begun() {
        guard.requireAnywhere(Action.EDIT_ROLES);
        return book.begun();
    }

    /** Those that are decided and apply to nobody until a day that is to come. */
    public List<Coming> coming() {
        guard.requireAnywhere(Action.EDIT_ROLES);
        LocalDate today = CountyTime.today(clock);
        List<RoleVersion> versions = book.versions();
        return book.roles().stream()
                .flatMap(role -> versions.stream()
                        .filter(version -> version.roleId() == role.id())
                        .map(RoleVersion::validFrom)
                        .min(LocalDate::compareTo)
                        .filter(from -> from.isAfter(today))
                        .map(from -> Stream.of(new Coming(role, from)))
                        .orElseGet(Stream::empty))
                .toList();
    }

    /**
     * @return its code
     * @throws DomainException at the field that is wrong
     */
    public String begin(Begun asked) {
        guard.requireAnywhere(Action.EDIT_ROLES);
        String nameSv = PlainText.require("nameSv", asked.nameSv(), LONGEST_NAME);
        String nameEn = PlainText.require("nameEn", asked.nameEn(), LONGEST_NAME);
        String purposeSv = PlainText.require("purposeSv", asked.purposeSv(), LONGEST_PURPOSE);
        String purposeEn = PlainText.require("purposeEn", asked.purposeEn(), LONGEST_PURPOSE);
        String code = code(nameSv);
        if (code.isEmpty()) {
            throw DomainException.at("nameSv", "role.refused.name");
        }
        int written = database.query(handle -> handle.createUpdate("""
                        insert ignore into role (code, name_sv, name_en, purpose_sv, purpose_en, held_at)
                        values (:code, :nameSv, :nameEn, :purposeSv, :purposeEn, :heldAt)""")
                .bind("code", code)
                .bind("nameSv", nameSv)
                .bind("nameEn", nameEn)
                .bind("purposeSv", purposeSv)
                .bind("purposeEn", purposeEn)
                .bind("heldAt", asked.heldAt().name())
                .execute());
        if (written == 0) {
            throw DomainException.at("nameSv", "role.refused.nameTaken");
        }
        audit.done(guard.reader().actor(), "BEGIN_ROLE", "role:" + code, null, null);
        return code;
    }

    /** Letters and digits of the name, for addresses: {@code lokal-processledare}. */
    private static String code(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return plain.substring(0, Math.min(plain.length(), LONGEST_CODE)).replaceAll("-$", "");
    }
}

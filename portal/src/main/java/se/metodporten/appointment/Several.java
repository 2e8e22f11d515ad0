package se.metodporten.appointment;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Several people appointed to one role from one day.
 *
 * @param token of the form: the same form sent twice appoints once
 */
public record Several(String token, long roleId, LocalDate from, List<Row> rows) implements Serializable {

    /** So many at once; more is an import. */
    public static final int MOST = 50;

    /**
     * @param placeId the place held, and the only one served
     * @param attested codes of the requirements that the manager vouches for
     * @param licencesSeen codes of the licences that the manager has seen
     */
    public record Row(long personId, long placeId, Set<String> attested, Set<String> licencesSeen)
            implements Serializable {
        public Row {
            attested = Set.copyOf(attested);
            licencesSeen = Set.copyOf(licencesSeen);
        }
    }

    public Several {
        rows = List.copyOf(rows);
    }

    /** As they would be asked for one by one. */
    List<NewAppointment> each() {
        return IntStream.range(0, rows.size())
                .mapToObj(at -> {
                    Row row = rows.get(at);
                    return new NewAppointment(
                            token(at),
                            row.personId,
                            roleId,
                            row.placeId,
                            Set.of(),
                            from,
                            row.attested,
                            row.licencesSeen);
                })
                .toList();
    }

    /** Of one row: another when anything of the form was changed, which makes it another form. */
    String token(int row) {
        StringBuilder all = new StringBuilder(token + " " + roleId + " " + from + " " + row);
        rows.forEach(one -> all.append(' ')
                .append(one.personId)
                .append('@')
                .append(one.placeId)
                .append(new TreeSet<>(one.attested))
                .append(new TreeSet<>(one.licencesSeen)));
        return UUID.nameUUIDFromBytes(all.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}

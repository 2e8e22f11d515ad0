package se.metodporten.directory;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.CountyTime;
import se.metodporten.common.PlainText;
import se.metodporten.person.People;

/** Takes the cells of one row by their column, and notes what is wrong with each. Cells are text, also {@code =1+1}. */
public final class RowReader {

    private static final Pattern HSA_ID = Pattern.compile("SE[0-9]{10}-[A-Z0-9]{1,26}");
    private static final Pattern DAY = Pattern.compile("[+-]?[0-9]{4,9}-[0-9]{2}-[0-9]{2}");
    private static final Set<String> YES = Set.of("ja", "j", "true", "1", "yes");
    private static final Set<String> NO = Set.of("", "nej", "n", "false", "0", "no");

    /** UTF-8 that was read as Windows-1252 and saved: å ä ö Å Ä Ö é ü. */
    private static final Pattern GARBLED = Pattern.compile("Ã[¥¤¶…„–©¼]");

    private final int line;
    private final Map<String, Integer> columns;
    private final List<String> cells;
    private final List<Problem> problems = new ArrayList<>();

    /** @param columns the position of each column in the file */
    RowReader(int line, Map<String, Integer> columns, List<String> cells) {
        this.line = line;
        this.columns = columns;
        this.cells = cells;
        if (cells.size() != columns.size()) {
            problems.add(Problem.of(line, "", Fault.CELLS, cells.size() + " / " + columns.size()));
        }
    }

    public int line() {
        return line;
    }

    List<Problem> problems() {
        return problems;
    }

    public String text(String column, int longest) {
        String text = cell(column);
        if (text.isEmpty()) {
            return fault(column, Fault.EMPTY, text);
        }
        return optionalText(column, longest);
    }

    public String optionalText(String column, int longest) {
        String text = cell(column);
        if (text.isEmpty()) {
            return text;
        }
        Fault fault = PlainText.faultIn(text, longest).map(RowReader::inFile).orElse(null);
        if (fault == null && GARBLED.matcher(text).find()) {
            fault = Fault.GARBLED;
        }
        return fault == null ? text : fault(column, fault, text);
    }

    public String hsaId(String column) {
        String id = optionalHsaId(column);
        if (id != null) {
            return id;
        }
        return cell(column).isEmpty() ? fault(column, Fault.EMPTY, "") : "";
    }

    @Nullable
    public String optionalHsaId(String column) {
        String id = cell(column).toUpperCase(Locale.ROOT);
        if (id.isEmpty()) {
            return null;
        }
        if (!HSA_ID.matcher(id).matches()) {
            problems.add(Problem.of(line, column, Fault.HSA_ID, cell(column)));
            return null;
        }
        return id;
    }

    @Nullable
    public String email(String column) {
        String email = optionalText(column, 254);
        if (email.isEmpty()) {
            return null;
        }
        if (!People.isEmail(email)) {
            problems.add(Problem.of(line, column, Fault.EMAIL, email));
            return null;
        }
        return email;
    }

    @Nullable
    public LocalDate day(String column) {
        String text = cell(column);
        if (text.isEmpty()) {
            problems.add(Problem.of(line, column, Fault.EMPTY, text));
            return null;
        }
        return parsed(column, text);
    }

    /** The last day, inclusive, not before the first; an empty cell is the end of days. */
    @Nullable
    public LocalDate lastDay(@Nullable LocalDate first, String column) {
        String text = cell(column);
        LocalDate last = text.isEmpty() ? CountyTime.END_OF_DAYS : parsed(column, text);
        if (last != null && first != null && last.isBefore(first)) {
            problems.add(Problem.of(line, column, Fault.ORDER, text));
            return null;
        }
        return last;
    }

    /** HSA-ids with commas or spaces between; none when the cell is empty. */
    public List<String> hsaIds(String column) {
        List<String> ids = new ArrayList<>();
        for (String one : cell(column).toUpperCase(Locale.ROOT).split("[,\\s]+")) {
            if (!one.isEmpty() && !HSA_ID.matcher(one).matches()) {
                problems.add(Problem.of(line, column, Fault.HSA_ID, one));
            } else if (!one.isEmpty() && !ids.contains(one)) {
                ids.add(one);
            }
        }
        return ids;
    }

    /** Notes what is wrong in the row as the kind of file sees it. */
    public void refuse(String column, Fault fault) {
        problems.add(Problem.of(line, column, fault, cell(column)));
    }

    public boolean isEmpty(String column) {
        return cell(column).isEmpty();
    }

    public boolean flag(String column) {
        String text = cell(column).toLowerCase(Locale.ROOT);
        if (!YES.contains(text) && !NO.contains(text)) {
            problems.add(Problem.of(line, column, Fault.FLAG, cell(column)));
        }
        return YES.contains(text);
    }

    private @Nullable LocalDate parsed(String column, String text) {
        if (!DAY.matcher(text).matches()) {
            problems.add(Problem.of(line, column, Fault.DAY, text));
            return null;
        }
        boolean otherYear = text.indexOf('-', 1) != 4;
        LocalDate day = otherYear ? null : parsedQuietly(text);
        if (day == null) {
            problems.add(Problem.of(line, column, otherYear ? Fault.DAY_RANGE : Fault.DAY, text));
            return null;
        }
        if (day.isBefore(CountyTime.FIRST_DAY)) {
            problems.add(Problem.of(line, column, Fault.DAY_RANGE, text));
            return null;
        }
        return day;
    }

    private static @Nullable LocalDate parsedQuietly(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }

    private static Fault inFile(PlainText.Fault fault) {
        return switch (fault) {
            case EMPTY -> Fault.EMPTY;
            case TOO_LONG -> Fault.TOO_LONG;
            case INVISIBLE -> Fault.INVISIBLE;
            case DIRECTION -> Fault.DIRECTION;
        };
    }

    /** @return the empty text that stands for what cannot be used */
    private String fault(String column, Fault fault, String value) {
        problems.add(Problem.of(line, column, fault, value));
        return "";
    }

    private String cell(String column) {
        Integer position = columns.get(column);
        return position == null || position >= cells.size()
                ? ""
                : cells.get(position).strip();
    }
}
